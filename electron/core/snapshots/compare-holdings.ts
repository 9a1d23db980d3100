// Compares two snapshots of one wallet: what arrived, what left, which prices changed, and the effect on the total.
import {
  add,
  compareDecimals,
  isZero,
  multiply,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { isRoundingOf } from '../../../shared/holdings/rounded-amounts';
import type { Holding } from '../../../shared/schema/holding';
import type { CountingStatus } from '../../../shared/schema/app-state';
import type { Recounts } from '../ports/history-point';
import { holdingValueOf, createIndexFinder } from './holding-values';
import { recountsOf, type HoldingPair, type RecountedChanges } from './recounts';

/** How one holding changed. Amounts are exact; `movedValue` is exact USD, null when no price is known. */
export interface Move {
  readonly holding: Holding;
  readonly countingStatus: CountingStatus;
  /** New amount minus old amount: above zero it arrived, below zero it left. */
  readonly amount: DecimalText;
  readonly movedValue: DecimalText | null;
  /** The amount now; "0" when all of it left. */
  readonly balance: DecimalText;
}

export interface Comparison {
  readonly moves: readonly Move[];
  /**
   * Sum of old amount x (new price - old price) of holdings that counted before and after, with both prices known. Of
   * DeFi only a sum is known, which no price made alone: all it does is recounted.
   */
  readonly prices: DecimalText;
  /** Sum of (new amount - old amount) x new price; a holding that left completely counts at its old price. */
  readonly transfers: DecimalText;
  /** Both by chain; a chain without any is left out. */
  readonly chains: Readonly<Record<string, Pick<Comparison, 'prices' | 'transfers'>>>;
  /** What changed the total beside both, where its cause is known; absent: nothing. */
  readonly recounts?: Recounts;
}

/** Whether the part of the holding was answered both times; only then is a difference a real change. */
export type IsComparable = (chainIndex: string) => boolean;

interface Side {
  readonly amount: Decimal;
  /** Null: the holding does not count on this side. */
  readonly price: Decimal | null;
  /** OKX gives no price, so the last known price is used. */
  readonly isPriceReused: boolean;
}

/** DeFi without a row counts as one unit with price zero, so every change of DeFi is a price change. */
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

/** Whether the amount is the same, and only known to more digits: nothing was moved, the difference is recounted. */
function isRefinement(before: Holding, after: Holding): boolean {
  if ((before.decimals === undefined) === (after.decimals === undefined)) return false;
  const [exact, rounded] = after.decimals === undefined ? [before, after] : [after, before];
  return isRoundingOf(holdingValueOf(exact).balance, holdingValueOf(rounded).balance);
}

/** Of what was listed only, a part begins to count that came from an own wallet: it arrived, and nothing left. */
function isPartOfListed({ before, after }: HoldingPair, isPart: RecountedChanges['isPart']): boolean {
  if (!before?.isUnverified || !after || after.isUnverified || !isPart?.(after)) return false;
  return compareDecimals(holdingValueOf(after).balance, holdingValueOf(before).balance) < 0;
}

/** The effect of the price change on the old amount. Zero if the old price was reused and the new one is not. */
function priceEffectOf(old: Side | null, now: Side | null): Decimal {
  if (!old?.price || !now?.price || (old.isPriceReused && !now.isPriceReused)) return ZERO;
  return multiply(old.amount, subtract(now.price, old.price));
}

/** Both sides of one id, with the index in the previous order. */
export interface DifferingPair extends HoldingPair {
  readonly index: number;
}

/** The pairs that differ: first the ones that existed before, in their previous order, then the new ones. */
export function differingPairs(previous: readonly Holding[], next: readonly Holding[]): DifferingPair[] {
  const indexOfId = createIndexFinder(previous);
  const isMatched = new Uint8Array(previous.length);
  const pairs: DifferingPair[] = [];
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

/** Compares holding by holding. What begins or stops to count is in neither sum: the caller adds it to recounted. */
export function compareHoldings(
  previous: readonly Holding[],
  next: readonly Holding[],
  countingStatus: (holding: Holding) => CountingStatus,
  isComparable: IsComparable,
  recounted: RecountedChanges = {}
): Comparison {
  return comparePairs(differingPairs(previous, next), countingStatus, isComparable, recounted);
}

/** The same for pairs that were matched otherwise than by id. */
export function comparePairs(
  pairs: readonly HoldingPair[],
  countingStatus: (holding: Holding) => CountingStatus,
  isComparable: IsComparable,
  recounted: RecountedChanges = {}
): Comparison {
  const { isUninvited, isReturned, isPart } = recounted;
  const moves: Move[] = [];
  const sums = new Map<string, { prices: Decimal; transfers: Decimal }>();
  for (const { before, after } of pairs) {
    const holding = after ?? before;
    if (!holding || !isComparable(holding.chainIndex) || isReturned?.(holding)) continue;
    const absent = isDefi(holding) ? NO_DEFI : null;
    const old = sideOf(before, countingStatus) ?? absent;
    const now = sideOf(after, countingStatus) ?? absent;
    const oldPrice = old ? old.price : (now?.price ?? null);
    const newPrice = now ? now.price : oldPrice;
    const isMoreExact = before && after && isRefinement(before, after);
    const had = !old?.price && isPartOfListed({ before, after }, isPart) ? ZERO : (old?.amount ?? ZERO);
    const amount = isMoreExact ? ZERO : subtract(now?.amount ?? ZERO, had);
    if (oldPrice && newPrice && !isDefi(holding) && !isUninvited?.(holding)) {
      const { prices, transfers } = sums.get(holding.chainIndex) ?? { prices: ZERO, transfers: ZERO };
      sums.set(holding.chainIndex, {
        prices: add(prices, priceEffectOf(old, now)),
        transfers: add(transfers, multiply(amount, newPrice))
      });
    }
    if (isZero(amount)) continue;
    // What leaves of something that did not count takes no money along, though its price is known now.
    const isUncounted = old !== null && old.price === null && amount.units < 0n;
    const unitPrice = isUncounted ? null : (newPrice ?? oldPrice);
    moves.push({
      holding,
      countingStatus: countingStatus(holding),
      amount: toText(amount),
      movedValue: unitPrice && toText(multiply(amount, unitPrice)),
      balance: toText(now?.amount ?? ZERO)
    });
  }
  const recounts = recountsOf(pairs, countingStatus, isComparable, recounted);
  return { moves, ...comparedSums(sums), ...(recounts && { recounts }) };
}

function comparedSums(
  sums: ReadonlyMap<string, { prices: Decimal; transfers: Decimal }>
): Omit<Comparison, 'moves'> {
  const texts = ({ prices, transfers }: { prices: Decimal; transfers: Decimal }) => ({
    prices: toText(prices),
    transfers: toText(transfers)
  });
  const all = [...sums.values()];
  const moved = [...sums].filter(([, { prices, transfers }]) => !isZero(prices) || !isZero(transfers));
  return {
    ...texts({
      prices: sum(all.map(({ prices }) => prices)),
      transfers: sum(all.map(({ transfers }) => transfers))
    }),
    chains: Object.fromEntries(moved.map(([chainIndex, own]) => [chainIndex, texts(own)]))
  };
}
