// Transfer parts: which tokens arrived and left, where that is all of what transfers did to a total.
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  isZero,
  round,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import { tokenOf, tokenOfId } from '../../../shared/domain/holding-id';
import type { Entry } from '../../../shared/schema/activity';
import type { Change, TransferPart } from '../../../shared/schema/app-state';
import type { VerificationMemory } from '../../../shared/schema/verification';

/** A counted amount that arrived or left. */
export interface TokenMove {
  readonly at: number;
  readonly walletId: string | null;
  /** Chain and contract. */
  readonly token: string;
  readonly symbol: string;
  /** Below zero: it left. `worth`: exact USD. */
  readonly amount: string;
  readonly worth: string;
}

/** More than these are no events that a line could name. */
const MOST_MOVES = 500;

/** What an unsolicited token does is recounted, and none of them. */
export function tokenMovesOf(
  entries: readonly Entry[],
  { tokens }: Pick<VerificationMemory, 'tokens'>
): TokenMove[] {
  return entries.flatMap(entry => {
    if ((entry.kind !== 'arrived' && entry.kind !== 'left') || entry.silence === 'not-counted') return [];
    const { at, walletId, holdingId, symbol, amount, worth } = entry;
    if (holdingId === null || worth === null) return [];
    const token = tokenOf(tokenOfId(holdingId));
    return tokens[token]?.isUninvited ? [] : [{ at, walletId, token, symbol, amount, worth }];
  });
}

/** The moves that are younger than `since`, ms, with those that came now. */
export function nextMoves(
  moves: readonly TokenMove[],
  entries: readonly Entry[],
  since: number,
  memory: Pick<VerificationMemory, 'tokens'>
): readonly TokenMove[] {
  const come = tokenMovesOf(entries, memory).filter(({ at }) => at >= since);
  const isOld = moves.some(({ at }) => at < since);
  if (come.length === 0 && !isOld) return moves;
  return [...moves.filter(({ at }) => at >= since), ...come].slice(-MOST_MOVES);
}

/**
 * One part for each token that moved, the largest first. Empty where they do not come to what transfers did, to a cent:
 * an entry may be gone, or stand for what is recounted.
 */
export function transferPartsOf(
  moves: readonly TokenMove[],
  { since, transfers }: Pick<Change, 'since' | 'transfers'>
): TransferPart[] {
  if (transfers === '0') return [];
  const parts = new Map<string, { symbol: string; amount: Decimal; worth: Decimal }>();
  for (const { token, symbol, amount, worth } of moves.filter(({ at }) => at > since)) {
    const before = parts.get(token);
    parts.set(token, {
      symbol,
      amount: before ? add(before.amount, decimal(amount)) : decimal(amount),
      worth: before ? add(before.worth, decimal(worth)) : decimal(worth)
    });
  }
  const all = [...parts.values()];
  const rest = subtract(decimal(transfers), sum(all.map(({ worth }) => worth)));
  if (!isZero(round(rest, 2, 'half-up'))) return [];
  return all
    .filter(({ amount, worth }) => !isZero(amount) || !isZero(worth))
    .sort((a, b) => compareDecimals(absolute(b.worth), absolute(a.worth)))
    .map(({ symbol, amount, worth }) => ({ symbol, amount: toText(amount), worth: toText(worth) }));
}
