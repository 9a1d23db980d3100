// Paid for: sets what arrived against what left, in this round and in the hour before. What is paid for is no leap.
import { add, decimal, negate, toText, ZERO } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { Outflow } from '../../../shared/schema/verification';
import { addedAmount, isLacking, worthAt, type HoldingChange } from './changes';
import { arrivalsOf, byClaim } from './moves-and-swaps';
import { partsOf, pay, type Source } from './payments';
import type { Round } from './round-facts';
import { isWithinHour } from './token-past';

/** Marks what of each arrival is paid for. Gives what left and paid for nothing yet, for an hour. */
export function payForArrivals(changes: readonly HoldingChange[], round: Round): Outflow[] {
  const [sources, kept] = sourcesOf(changes, round);
  if (sources.length === 0) return kept;
  const arrivals = arrivalsOf(changes, round).filter(({ change }) => !isHeld(change));
  const all = sources.reduce((sum, { worth }) => add(sum, worth), ZERO);
  for (const { change, worth } of byClaim(arrivals, all)) {
    if (change.isEstablished && change.isReturn) continue;
    const usable = sources.filter(
      source => change.isEstablished || source.token === change.token || isSamePlace(source, change)
    );
    pay(change, worth, usable, round);
  }
  // What is used up is remembered as long as it is in doubt, so that it does not pay again.
  const unused = sources
    .filter(({ worth, holdingId }) => worth.units > 0n || holdingId !== undefined)
    .map(({ worth, ...source }) => ({ ...source, worth: toText(worth) }));
  return [...unused, ...kept];
}

/** An arrival of a swap waits for its own confirmation. */
function isHeld({ holds }: HoldingChange): boolean {
  return holds.has('amount');
}

function isSamePlace({ chainIndex, address }: Source, { place }: HoldingChange): boolean {
  return place === `${chainIndex}/${address}`;
}

/**
 * What left in this round, newest first, then what left in the hour before; what is in doubt pays as long as it is
 * missing. Kept: what is set against the arrivals of a swap already, and what a row may be that cannot be read.
 */
function sourcesOf(changes: readonly HoldingChange[], round: Round): [sources: Source[], kept: Outflow[]] {
  const { memory, now, book } = round;
  const earlier = memory.outflows.filter(outflow =>
    // An answer of this round may have named it: then it did not leave.
    outflow.holdingId ? book.doubted[outflow.holdingId] !== undefined : isWithinHour(outflow, now)
  );
  const isKept = ({ holdingId }: Outflow) =>
    holdingId !== undefined && (isInSwap(holdingId, round) || round.isUnread(holdingId));
  const left = changes.flatMap(change => sourcesOfChange(change, round));
  const free = earlier.filter(outflow => !isKept(outflow));
  return [
    [...left, ...free.map(outflow => ({ ...outflow, worth: decimal(outflow.worth) }))],
    earlier.filter(isKept)
  ];
}

function isInSwap(holdingId: string, { book }: Round): boolean {
  return book.doubts[book.doubted[holdingId]?.doubtId ?? '']?.isPaired === true;
}

function sourcesOfChange(change: HoldingChange, round: Round): Source[] {
  const { book, now, counts, isSecond, memory } = round;
  const { before, isFirst, isKnownMoney, chainIndex, place } = change;
  if (!counts(before) || isFirst || isKnownMoney || isSecond(before) || change.kind === 'moved-point')
    return [];
  // Most changes are of the price alone.
  if (before.balance === change.after?.balance && !isDefi(before)) return [];
  const amount = negate(addedAmount(change));
  const worth = worthAt(amount, before);
  if (!worth || worth.units <= 0n) return [];
  const record = book.doubted[change.id];
  const doubtId = record?.first.balance === '0' ? record.doubtId : undefined;
  // A doubt gives what it is about once, and what it is paired with is no arrival to pay for.
  const isKnown = memory.outflows.some(outflow => outflow.holdingId === change.id);
  if (doubtId && (book.doubts[doubtId]?.isPaired || isKnown)) return [];
  if (isLacking(change) && change.kind === 'silent-chain' && !doubtId) return [];
  const address = place.slice(chainIndex.length + 1);
  return partsOf(before, { amount, worth }, round).map(part => ({
    at: now,
    chainIndex,
    address,
    ...part,
    ...(doubtId ? { doubtId, holdingId: change.id } : {})
  }));
}
