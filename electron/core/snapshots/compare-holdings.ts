// Comparison of two snapshots of one wallet: what arrived, what left, which prices changed, and the effect on the total.
import {
  add,
  isZero,
  multiply,
  subtract,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { Holding } from '../../../shared/schema/holding';
import type { CountingStatus } from '../../../shared/schema/app-state';
import { holdingValueOf, createIndexFinder } from './holding-values';

/** What happened to one holding. Amounts and worth are exact; `worth` is in USD, null when no price is known. */
export interface Move {
  readonly holding: Holding;
  readonly countingStatus: CountingStatus;
  /** New amount minus old amount: above zero arrived, below zero left. */
  readonly amount: DecimalText;
  readonly movedValue: DecimalText | null;
  /** What is there now; "0" when it left altogether. */
  readonly balance: DecimalText;
}

export interface Comparison {
  readonly moves: readonly Move[];
  /** Sum of old amount x (new price - old price) of what counted before and after, at prices that were known. */
  readonly prices: DecimalText;
  /** Sum of (new amount - old amount) x new price; what left altogether counts at its old price. */
  readonly transfers: DecimalText;
}

/** Whether the holding's part was answered both times; only then is a difference something that happened. */
type IsComparable = (chainIndex: string) => boolean;

interface Side {
  readonly amount: Decimal;
  /** Null: not counted on this side. */
  readonly price: Decimal | null;
  /** OKX gives no price: the last one stays in use. */
  readonly isPriceReused: boolean;
}

/** DeFi without a row is one worth nothing: it comes and goes by its price alone. */
const NO_DEFI: Side = { amount: { units: 1n, scale: 0 }, price: ZERO, isPriceReused: false };

function sideOf(
  holding: Holding | undefined,
  countingStatus: (holding: Holding) => CountingStatus
): Side | null {
  if (!holding) return null;
  const counts = holding.price !== null && countingStatus(holding) === 'counted';
  const { balance, price } = holdingValueOf(holding);
  return {
    amount: balance,
    price: counts ? price : null,
    isPriceReused: holding.priceKeptSince !== null
  };
}

/** What the move of the price did to the old amount. A kept price that is known again did not move: it was not known meanwhile. */
function priceEffectOf(old: Side | null, now: Side | null): Decimal {
  if (!old?.price || !now?.price || (old.isPriceReused && !now.isPriceReused)) return ZERO;
  return multiply(old.amount, subtract(now.price, old.price));
}

/** Of one id, both sides; the place in the order of before. */
interface Pair {
  readonly before: Holding | undefined;
  readonly after: Holding | undefined;
  readonly index: number;
}

/** Those in which anything differs: first what was there before, in its order, then what is new. */
function differingPairs(previous: readonly Holding[], next: readonly Holding[]): Pair[] {
  const indexOfId = createIndexFinder(previous);
  const isMatched = new Uint8Array(previous.length);
  const pairs: Pair[] = [];
  let matchedCount = 0;
  for (const after of next) {
    const index = indexOfId(after.id);
    if (index >= 0) matchedCount += 1 - (isMatched[index] ?? 0);
    if (index >= 0) isMatched[index] = 1;
    const before = previous[index];
    if (before !== after) pairs.push({ before, after, index: before ? index : previous.length });
  }
  if (matchedCount < previous.length)
    previous.forEach((before, index) => isMatched[index] || pairs.push({ before, after: undefined, index }));
  return pairs.sort((a, b) => a.index - b.index);
}

/** Compares holding by holding. What entered or left the count is in neither sum: the caller books it as recounted. */
export function compareHoldings(
  previous: readonly Holding[],
  next: readonly Holding[],
  countingStatus: (holding: Holding) => CountingStatus,
  isComparable: IsComparable
): Comparison {
  const moves: Move[] = [];
  let prices = ZERO;
  let transfers = ZERO;
  for (const { before, after } of differingPairs(previous, next)) {
    const holding = after ?? before;
    if (!holding || !isComparable(holding.chainIndex)) continue;
    const absent = isDefi(holding) ? NO_DEFI : null;
    const old = sideOf(before, countingStatus) ?? absent;
    const now = sideOf(after, countingStatus) ?? absent;
    const oldPrice = old ? old.price : (now?.price ?? null);
    const newPrice = now ? now.price : oldPrice;
    const amount = subtract(now?.amount ?? ZERO, old?.amount ?? ZERO);
    if (oldPrice && newPrice) {
      prices = add(prices, priceEffectOf(old, now));
      transfers = add(transfers, multiply(amount, newPrice));
    }
    if (isZero(amount)) continue;
    const unitPrice = newPrice ?? oldPrice;
    moves.push({
      holding,
      countingStatus: countingStatus(holding),
      amount: toText(amount),
      movedValue: unitPrice && toText(multiply(amount, unitPrice)),
      balance: toText(now?.amount ?? ZERO)
    });
  }
  return { moves, prices: toText(prices), transfers: toText(transfers) };
}
