// Restores missing addresses: one reply may name the address of a row where the next does not, and both are the same
// holding.
import { isDefi } from '../../../shared/domain/defi';
import { absolute, compareDecimals, subtract } from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import { canonicalAddress, canonicalToken } from '../../../shared/domain/token-identity';
import { mergeRows } from '../../../shared/holdings/duplicate-rows';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import { holdingValueOf } from './holding-values';
import type { Answer, Outcome } from './poll-outcome';

/**
 * Without this, a token would seem to leave one address and to arrive at another. A holding keeps its id, and the
 * address that was once named. A row without address cannot be read if several addresses held its token before, or if
 * the only such address has a row of its own. `awaited`: what is not believed yet or was gone, and may be named now; it
 * says where a token is that no holding is of.
 */
export function restoreAddresses(
  outcome: Outcome,
  { holdings }: WalletSnapshot,
  awaited: readonly Holding[] = []
): Outcome {
  const before = withAwaited(
    holdings.filter(holding => !isDefi(holding)),
    awaited
  );
  const answers = outcome.answers.map(answer =>
    needsAddresses(answer.reading.holdings, before) ? restoreAnswer(answer, before) : answer
  );
  return answers.some((answer, index) => answer !== outcome.answers[index])
    ? { ...outcome, answers }
    : outcome;
}

function withAwaited(held: readonly Holding[], awaited: readonly Holding[]): readonly Holding[] {
  if (awaited.length === 0) return held;
  const tokens = new Set(held.map(tokenOf));
  return [...held, ...awaited.filter(holding => !tokens.has(tokenOf(holding)))];
}

/** Nearly every wallet's rows all name an address, or none does. */
function needsAddresses(answered: readonly Holding[], before: readonly Holding[]): boolean {
  return (
    (answered.some(isUnnamed) && before.some(holding => !isUnnamed(holding))) ||
    (before.some(hasUnnamedId) && answered.some(holding => !isUnnamed(holding)))
  );
}

function restoreAnswer(answer: Answer, before: readonly Holding[]): Answer {
  const { reading } = answer;
  const known = groupByToken(before);
  const restored = new Map<Holding, Holding | null>();
  for (const [token, rows] of groupByToken(reading.holdings))
    for (const [row, holding] of restoreToken(rows, known.get(token) ?? [])) restored.set(row, holding);
  const holdings = withoutRepeats(reading.holdings.flatMap(row => restored.get(row) ?? []));
  const unreadable = reading.holdings
    .filter(row => restored.get(row) === null)
    .map(({ chainIndex, tokenAddress }) => ({
      chainIndex,
      token: canonicalToken(chainIndex, tokenAddress),
      address: null
    }));
  return { ...answer, reading: { ...reading, holdings, unreadable: [...reading.unreadable, ...unreadable] } };
}

/** Rows that were of different ids may be of one now. */
function withoutRepeats(restored: readonly Holding[]): Holding[] {
  const rows = new Map<string, [Holding, ...Holding[]]>();
  for (const holding of restored) {
    const own = rows.get(holding.id);
    if (own) own.push(holding);
    else rows.set(holding.id, [holding]);
  }
  return [...rows.values()].map(mergeRows);
}

/** The rows of one token with the ids and addresses of their holdings; null: nobody knows whose row it is. */
function restoreToken(
  rows: readonly Holding[],
  known: readonly Holding[]
): (readonly [row: Holding, holding: Holding | null])[] {
  const named = rows.filter(row => !isUnnamed(row));
  const unnamedBefore = known.find(isUnnamed);
  const heir = rows.some(isUnnamed) || !unnamedBefore ? undefined : heirOf(unnamedBefore, named, known);
  return rows.map(row => {
    if (row === heir && unnamedBefore) return [row, { ...row, id: unnamedBefore.id }];
    if (!isUnnamed(row)) {
      const id = atAddressOf(row, known)?.id ?? row.id;
      return [row, id === row.id ? row : { ...row, id }];
    }
    const [only] = known;
    if (!only || unnamedBefore) return [row, row];
    const isClear = known.length === 1 && !atAddressOf(only, named);
    return [row, isClear ? { ...row, id: only.id, address: only.address } : null];
  });
}

/** Of rows at addresses that nobody held the token at, the one whose amount is closest to that without an address. */
function heirOf(before: Holding, named: readonly Holding[], known: readonly Holding[]): Holding | undefined {
  const distance = (row: Holding) =>
    absolute(subtract(holdingValueOf(row).balance, holdingValueOf(before).balance));
  return named
    .filter(row => !atAddressOf(row, known))
    .sort((a, b) => compareDecimals(distance(a), distance(b)) || (a.id < b.id ? -1 : 1))[0];
}

function atAddressOf({ address }: Holding, others: readonly Holding[]): Holding | undefined {
  const wanted = canonicalAddress(address);
  return others.find(other => canonicalAddress(other.address) === wanted);
}

function groupByToken(holdings: readonly Holding[]): Map<string, Holding[]> {
  const groups = new Map<string, Holding[]>();
  for (const holding of holdings) {
    const token = tokenOf(holding);
    const group = groups.get(token);
    if (group) group.push(holding);
    else groups.set(token, [holding]);
  }
  return groups;
}

function isUnnamed({ address }: Holding): boolean {
  return address === '';
}

/** The id of a holding stays without an address when a later reply names one. */
function hasUnnamedId({ id, walletId, chainIndex }: Holding): boolean {
  return id.charAt(walletId.length + chainIndex.length + 2) === '/';
}
