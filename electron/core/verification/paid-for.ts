// Paid for: sets what arrived against what left, in this round and in the hour before. What is paid for is no leap.
import {
  add,
  decimal,
  multiply,
  negate,
  smallerOf,
  subtract,
  toText,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { Outflow } from '../../../shared/schema/verification';
import { addedAmount, isLacking, worthAt, type HoldingChange } from './changes';
import { arrivalsOf, byClaim, PAID_PART } from './moves-and-swaps';
import type { Round } from './round-facts';
import { hasJustLeft } from './token-past';

interface Source extends Omit<Outflow, 'worth'> {
  worth: Decimal;
}

/** Marks what of each arrival is paid for. Gives what left and paid for nothing yet, for an hour. */
export function payForArrivals(changes: readonly HoldingChange[], round: Round): Outflow[] {
  const sources = sourcesOf(changes, round);
  if (sources.length === 0) return [];
  const arrivals = arrivalsOf(changes, round).filter(({ change }) => !change.isReturn && !isHeld(change));
  const all = sources.reduce((sum, { worth }) => add(sum, worth), ZERO);
  for (const { change, worth } of byClaim(arrivals, all)) {
    const usable = sources.filter(source => change.isEstablished || isSamePlace(source, change));
    change.paid = take(usable, worth);
  }
  // What is used up is remembered as long as it is in doubt, so that it does not pay again.
  return sources
    .filter(({ worth, holdingId }) => worth.units > 0n || holdingId !== undefined)
    .map(({ worth, ...source }) => ({ ...source, worth: toText(worth) }));
}

/** An arrival of a swap waits for its own confirmation. */
function isHeld({ holds }: HoldingChange): boolean {
  return holds.has('amount');
}

function isSamePlace({ chainIndex, address }: Source, { place }: HoldingChange): boolean {
  return place === `${chainIndex}/${address}`;
}

/** Takes the worth from the sources, which may be a tenth less: a price moves meanwhile. Gives what was taken. */
function take(sources: readonly Source[], worth: Decimal): Decimal {
  const all = sources.reduce((sum, source) => add(sum, source.worth), ZERO);
  const most = multiply(all, PAID_PART);
  const paid = smallerOf(worth, most);
  let rest = paid;
  for (const source of sources) {
    if (rest.units <= 0n) break;
    const part = smallerOf(rest, source.worth);
    source.worth = subtract(source.worth, part);
    rest = subtract(rest, part);
  }
  return paid;
}

/** What left in this round, newest first, then what left in the hour before; what is in doubt pays as long as it is missing. */
function sourcesOf(changes: readonly HoldingChange[], round: Round): Source[] {
  const { memory, now, book } = round;
  const earlier = memory.outflows
    .filter(outflow =>
      // An answer of this round may have named it: then it did not leave.
      outflow.holdingId ? book.doubted[outflow.holdingId] !== undefined : hasJustLeft(outflow, now)
    )
    .map(outflow => ({ ...outflow, worth: decimal(outflow.worth) }));
  const left = changes.flatMap(change => sourceOf(change, round, memory.outflows) ?? []);
  return [...left, ...earlier];
}

function sourceOf(
  change: HoldingChange,
  { book, now, counts, isSecond }: Round,
  known: readonly Outflow[]
): Source | null {
  const { before, isFirst, isKnownMoney, chainIndex, place } = change;
  if (!counts(before) || isFirst || isKnownMoney || isSecond(before) || change.kind === 'moved-point')
    return null;
  // Most changes are of the price alone.
  if (before.balance === change.after?.balance && !isDefi(before)) return null;
  const worth = worthAt(negate(addedAmount(change)), before);
  if (!worth || worth.units <= 0n) return null;
  const record = book.doubted[change.id];
  const doubtId = record?.first.balance === '0' ? record.doubtId : undefined;
  // A doubt gives what it is about once, and what it is paired with is no arrival to pay for.
  if (doubtId && (book.doubts[doubtId]?.isPaired || known.some(outflow => outflow.holdingId === change.id)))
    return null;
  if (isLacking(change) && change.kind === 'silent-chain' && !doubtId) return null;
  const address = place.slice(chainIndex.length + 1);
  return { at: now, chainIndex, address, worth, ...(doubtId ? { doubtId, holdingId: change.id } : {}) };
}
