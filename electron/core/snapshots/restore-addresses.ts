// Rows that no longer name their address: they are of the address that held the token before, or nobody can tell.
import { holdingId } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Answer, Outcome } from './poll-outcome';

/**
 * OKX's older replies name no address. Should one come after a reply that did, each token would seem to have left one
 * address and arrived at another. With several addresses before, or with a row of its own for the only one, the chain
 * counts as not answered.
 */
export function withKnownAddresses(outcome: Outcome, { holdings }: WalletSnapshot): Outcome {
  const isBare = outcome.answers.some(({ reading }) => reading.holdings.some(isNowhere));
  if (!isBare) return outcome;
  const before = new Map<string, Holding[]>();
  for (const holding of holdings) {
    if (isNowhere(holding)) continue;
    const name = nameOf(holding);
    before.set(name, [...(before.get(name) ?? []), holding]);
  }
  return { ...outcome, answers: outcome.answers.map(answer => addressed(answer, before)) };
}

function addressed(answer: Answer, before: ReadonlyMap<string, readonly Holding[]>): Answer {
  const { reading } = answer;
  const damaged = new Set(reading.damagedChains);
  const named = new Set(reading.holdings.map(({ id }) => id));
  const holdings = reading.holdings.map(holding => {
    const known = isNowhere(holding) ? (before.get(nameOf(holding)) ?? []) : [];
    const [only] = known;
    if (!only) return holding;
    const isClear = known.length === 1 && !named.has(only.id);
    if (!isClear) damaged.add(holding.chainIndex);
    return isClear ? { ...holding, id: only.id, address: only.address } : holding;
  });
  return { ...answer, reading: { ...reading, holdings, damagedChains: [...damaged] } };
}

function isNowhere({ address }: Holding): boolean {
  return address === '';
}

/** The same token, whatever the address. */
function nameOf({ walletId, chainIndex, tokenAddress }: Holding): string {
  return holdingId(walletId, chainIndex, '', tokenAddress);
}
