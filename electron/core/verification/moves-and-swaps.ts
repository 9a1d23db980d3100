// Moves between own wallets and swaps: what is missing in one place is set against what arrived in another.
import {
  add,
  compareDecimals,
  decimal,
  multiply,
  smallerOf,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal
} from '../../../shared/domain/decimal';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import { addedAmount, amountOf, isLacking, placeOf, worthAt, type HoldingChange } from './changes';
import { outflowsOf, valueOf, type Round } from './round-facts';

/** What arrived is worth from this to that part of what is missing: a swap has its costs, and a price moves. */
export const LEAST_PART: Decimal = { units: 7n, scale: 1 };
export const MOST_PART: Decimal = { units: 11n, scale: 1 };

/** Something that arrived: its change, and its worth, USD, above zero. */
export interface Arrival {
  readonly change: HoldingChange;
  readonly worth: Decimal;
}

/** What arrived in this round and would count; without what is known to be own money, and without moved points. */
export function arrivalsOf(changes: readonly HoldingChange[], round: Round): Arrival[] {
  return changes
    .filter(
      ({ isFirst, isSecond, kind, isKnownMoney }) =>
        !isFirst && !isSecond && kind !== 'moved-point' && !isKnownMoney
    )
    .map(change => ({ change, worth: addedWorth(change, round) }))
    .filter(({ worth }) => worth.units > 0n);
}

/** What the change adds to the total at the price that is believed of it, USD; zero: nothing that could count. */
export function addedWorth(change: HoldingChange, round: Round): Decimal {
  const { before, after, holds } = change;
  const priced = holds.has('price') && after ? { ...after, price: before?.price ?? null } : after;
  if (!round.canCount(priced)) return ZERO;
  // A token that is listed only, or had no price, was there: its amount arrives when it first counts.
  const isListed = before?.isUnverified === true;
  const known = isListed || round.counts(before) ? newAmount(change, round) : null;
  if (known) return worthAt(known, priced) ?? ZERO;
  return valueOf(priced);
}

/** What waits for the person's OK was there: it does not arrive once more with each answer. */
function newAmount(change: HoldingChange, { memory }: Round): Decimal {
  const waiting = memory.waiting[change.id];
  const added = addedAmount(change);
  if (!waiting) return added;
  return smallerOf(subtract(amountOf(change.after), decimal(waiting.balance)), added);
}

interface Lacking {
  readonly holding: Holding;
  /** Null: a wallet that was not asked in this round lacks it since earlier. */
  readonly change: HoldingChange | null;
}

/**
 * What is missing in one wallet arrived in another with the same amount: both are believed at once, also where the
 * wallet that lacks it answered earlier.
 */
export function findOwnMoves(changes: readonly HoldingChange[], round: Round): void {
  const lacking = lackingOf(changes, round);
  if (lacking.length === 0) return;
  for (const { change } of arrivalsOf(changes, round)) {
    const amount = toText(addedAmount(change));
    const from = lacking.find(
      ({ holding }) =>
        holding.balance === amount && tokenOf(holding) === change.token && holding.id !== change.id
    );
    if (!from) continue;
    lacking.splice(lacking.indexOf(from), 1);
    // What is loose takes along its room, at the price at which it counted.
    change.carried = valueOf(from.holding);
    for (const own of from.change ? [change, from.change] : [change]) {
      own.isKnownMoney = true;
      own.holds.delete('amount');
    }
    if (!from.change) round.removed.add(from.holding.id);
    round.book.drop(from.holding.id);
    round.book.narrow(change);
  }
}

function lackingOf(changes: readonly HoldingChange[], round: Round): Lacking[] {
  const { book, answered } = round;
  const now = changes
    .filter(change => isLacking(change) && !change.isFirst && !change.isSecond && round.counts(change.before))
    .map(change => ({ holding: change.before as Holding, change }));
  const isNow = new Set(now.map(({ holding }) => holding.id));
  const earlier = Object.keys(book.doubted)
    .filter(id => book.doubted[id]?.first.balance === '0' && !isNow.has(id))
    .flatMap(id => holdingOf(id, round) ?? [])
    .filter(holding => !answered.some(({ walletId }) => walletId === holding.walletId))
    .map(holding => ({ holding, change: null }));
  return [...now, ...earlier];
}

/**
 * Joins what is missing with what arrived for it into one doubt: the old side counts until both are confirmed. What
 * arrived in the same wallet comes first: another wallet may lack as much by chance.
 */
export function findSwaps(changes: readonly HoldingChange[], round: Round): void {
  const arrived = () => arrivalsOf(changes, round);
  findSwapsWith((walletId: string) => arrived().filter(({ change }) => change.walletId === walletId), round);
  findSwapsWith(arrived, round);
}

/** What is missing of a holding and paid for nothing yet, USD. */
function unusedWorth(holding: Holding, round: Round): Decimal {
  const known = outflowsOf(holding, round);
  return known.length === 0 ? valueOf(holding) : sum(known.map(outflow => decimal(outflow.worth)));
}

function findSwapsWith(arrivedFor: (walletId: string) => Arrival[], round: Round): void {
  const { book } = round;
  for (const [doubtId, doubt] of Object.entries(book.doubts)) {
    if (doubt.kind !== 'missing' || doubt.isPaired) continue;
    const missing = book
      .holdingsOf(doubtId)
      .filter(({ id, first }) => first.balance === '0' && !round.isUnread(id));
    const holdings = missing
      .flatMap(({ id }) => holdingOf(id, round) ?? [])
      .filter(one => !round.isSecond(one));
    const worth = sum(holdings.map(holding => unusedWorth(holding, round)));
    if (worth.units <= 0n) continue;
    const places = new Set(holdings.map(placeOf));
    const taken = fitting(
      arrivedFor(doubt.walletId).filter(
        ({ change }) =>
          !isPaired(change, round) &&
          !isDoubtedOtherwise(change) &&
          (change.isEstablished || places.has(change.place))
      ),
      worth
    );
    const all = taken.reduce((sum, arrival) => add(sum, arrival.worth), ZERO);
    if (compareDecimals(all, multiply(worth, LEAST_PART)) < 0) continue;
    book.doubts[doubtId] = { ...doubt, isPaired: true };
    for (const arrival of taken) {
      arrival.change.holds.add('amount');
      book.put(arrival.change, doubtId, 'leap-of-amount', arrival.worth);
    }
  }
}

/** A price or a flag in doubt is not confirmed with a swap. */
function isDoubtedOtherwise({ holds }: HoldingChange): boolean {
  return holds.has('price') || holds.has('risk');
}

function isPaired({ id, isReturn }: HoldingChange, { book }: Round): boolean {
  const record = book.doubted[id];
  return isReturn || (record !== undefined && book.doubts[record.doubtId]?.isPaired === true);
}

function holdingOf(id: string, { snapshots }: Round): Holding | undefined {
  const snapshot = snapshots.find(({ walletId }) => id.startsWith(`${walletId}/`));
  return snapshot?.holdings.find(holding => holding.id === id);
}

/** Established ones first, then the closest in worth, as long as they are together not worth much more. */
function fitting(arrivals: readonly Arrival[], worth: Decimal): Arrival[] {
  const most = multiply(worth, MOST_PART);
  const taken: Arrival[] = [];
  let all = ZERO;
  for (const arrival of byClaim(arrivals, worth)) {
    const next = add(all, arrival.worth);
    if (compareDecimals(next, most) > 0) continue;
    all = next;
    taken.push(arrival);
  }
  return taken;
}

/** In the order in which arrivals are set against what left: established first, then the closest in worth, then by id. */
export function byClaim(arrivals: readonly Arrival[], worth: Decimal): Arrival[] {
  const distance = (arrival: Arrival) => {
    const { units, scale } = subtract(arrival.worth, worth);
    return { units: units < 0n ? -units : units, scale };
  };
  return [...arrivals].sort(
    (a, b) =>
      Number(b.change.isEstablished) - Number(a.change.isEstablished) ||
      compareDecimals(distance(a), distance(b)) ||
      (a.change.id < b.change.id ? -1 : 1)
  );
}
