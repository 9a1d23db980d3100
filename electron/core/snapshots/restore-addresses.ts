// Restores missing addresses: gives a holding without an address the address that held this token before.
// Where several addresses are possible, the chain counts as not answered.
import { holdingId } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { Answer, Outcome } from './poll-outcome';

/**
 * OKX's older replies name no address. If such a reply comes after a reply with addresses, each token would seem to
 * leave one address and to arrive at another. The chain counts as not answered if several addresses held the token
 * before, or if the only such address has a row of its own.
 */
export function restoreAddresses(outcome: Outcome, { holdings }: WalletSnapshot): Outcome {
  const isAddressMissing = outcome.answers.some(({ reading }) => reading.holdings.some(isWithoutAddress));
  if (!isAddressMissing) return outcome;
  const before = new Map<string, Holding[]>();
  for (const holding of holdings) {
    if (isWithoutAddress(holding)) continue;
    const tokenKey = tokenKeyOf(holding);
    before.set(tokenKey, [...(before.get(tokenKey) ?? []), holding]);
  }
  return { ...outcome, answers: outcome.answers.map(answer => restoreAnswerAddresses(answer, before)) };
}

function restoreAnswerAddresses(answer: Answer, before: ReadonlyMap<string, readonly Holding[]>): Answer {
  const { reading } = answer;
  const damaged = new Set(reading.damagedChains);
  const answeredIds = new Set(reading.holdings.map(({ id }) => id));
  const holdings = reading.holdings.map(holding => {
    const known = isWithoutAddress(holding) ? (before.get(tokenKeyOf(holding)) ?? []) : [];
    const [only] = known;
    if (!only) return holding;
    const isUnambiguous = known.length === 1 && !answeredIds.has(only.id);
    if (!isUnambiguous) damaged.add(holding.chainIndex);
    return isUnambiguous ? { ...holding, id: only.id, address: only.address } : holding;
  });
  return { ...answer, reading: { ...reading, holdings, damagedChains: [...damaged] } };
}

function isWithoutAddress({ address }: Holding): boolean {
  return address === '';
}

/** A key for the same token at any address. */
function tokenKeyOf({ walletId, chainIndex, tokenAddress }: Holding): string {
  return holdingId(walletId, chainIndex, '', tokenAddress);
}
