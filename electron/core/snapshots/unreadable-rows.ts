// Unreadable rows: which holdings of the last poll they may be about.
import { canonicalAddress, canonicalToken } from '../../../shared/domain/token-identity';
import type { Holding } from '../../../shared/schema/holding';
import type { UnreadableRow } from '../ports/ports';
import type { Outcome } from './poll-outcome';

/**
 * The holdings that a row is about, or may be, and that no other row answers: they keep their last value, stale by
 * themselves. `last`: of the chains that were asked.
 */
export function unreadHoldings(
  last: readonly Holding[],
  answered: readonly Holding[],
  unreadable: readonly UnreadableRow[]
): Holding[] {
  if (unreadable.length === 0) return [];
  const mayBeAbout = aboutAny(unreadable);
  const answeredIds = new Set(answered.map(({ id }) => id));
  return last
    .filter(holding => !answeredIds.has(holding.id) && mayBeAbout(holding))
    .map(holding => (holding.isStale ? holding : { ...holding, isStale: true }));
}

/** Whether the holding may be in a row that could not be read, where the answers name it nowhere. */
export function mayBeUnread(holding: Holding, { answers }: Outcome): boolean {
  return answers.some(
    ({ chains, reading: { unreadable } }) =>
      (chains === null || chains.includes(holding.chainIndex)) &&
      unreadable.length > 0 &&
      aboutAny(unreadable)(holding)
  );
}

/** Null in a row, and an address that a holding lacks, may be any. Looked up, because there may be many such rows. */
function aboutAny(unreadable: readonly UnreadableRow[]): (holding: Holding) => boolean {
  const ofAnyAddress = unreadable.map(row => ({ ...row, address: ANY_ADDRESS }));
  const said = new Set([...unreadable, ...ofAnyAddress].map(keyOf));
  return ({ chainIndex, tokenAddress, address: named }) => {
    const token = canonicalToken(chainIndex, tokenAddress);
    const address = named === ANY_ADDRESS ? ANY_ADDRESS : canonicalAddress(named);
    return [
      { chainIndex, token },
      { chainIndex, token: null },
      { chainIndex: null, token: null }
    ].some(row => said.has(keyOf({ ...row, address })) || said.has(keyOf({ ...row, address: null })));
  };
}

/** No row names this as its address. */
const ANY_ADDRESS = '';

function keyOf({ chainIndex, token, address }: UnreadableRow): string {
  return JSON.stringify([chainIndex, token, address]);
}
