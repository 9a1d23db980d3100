// Largest holdings: finds the rows of the highest value, with approximate values in one array.
// Only rows that may be among the largest are compared exactly.
import { ZERO, compareDecimals, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { HoldingRow } from '../../../shared/schema/app-state';
import { holdingValueOf } from '../snapshots/holding-values';

const NOT_COUNTED = -Infinity;

export interface Weights {
  /** At the index of each row its approximate value, USD; -Infinity: the row does not count, or in another wallet. */
  readonly sizes: Float64Array;
  /** How many rows count although the price of their token is not watched: risky tokens and DeFi. */
  readonly unwatchedCount: number;
  readonly isOfOneOwner: boolean;
}

const weightsCache = new WeakMap<readonly HoldingRow[], Weights>();

export function weightsOf(rows: readonly HoldingRow[]): Weights {
  const found = weightsCache.get(rows) ?? {
    sizes: Float64Array.from(rows, weightOf),
    unwatchedCount: rows.filter(row => row.countingStatus === 'counted' && isPriceUnwatched(row)).length,
    isOfOneOwner: rows.every(row => isOfSameOwner(row, rows[0]))
  };
  weightsCache.set(rows, found);
  return found;
}

/** Stores the weights that were computed while `rows` were made. */
export function shareWeights(rows: readonly HoldingRow[], weights: Weights): void {
  weightsCache.set(rows, weights);
}

export function weightOf(row: Pick<HoldingRow, 'countingStatus' | 'value' | 'alsoIn'>): number {
  const { value } = row;
  return value !== null && isInTotal(row) ? Number(value) : NOT_COUNTED;
}

/** Counted, and not in another wallet. */
export function isInTotal({
  countingStatus,
  alsoIn
}: Pick<HoldingRow, 'countingStatus' | 'alsoIn'>): boolean {
  return countingStatus === 'counted' && alsoIn === undefined;
}

export function isPriceUnwatched(row: HoldingRow): boolean {
  return row.isRisky || isDefi(row);
}

type Owned = Pick<HoldingRow, 'walletId' | 'address'>;

export function isOfSameOwner(one: Owned, other: Owned | undefined): boolean {
  return one.walletId === other?.walletId && one.address === other.address;
}

/** At most `limit` rows that count in the total, the most valuable first, compared exactly; of equal rows the earlier one first. */
export function largestRows(rows: readonly HoldingRow[], limit: number): HoldingRow[] {
  return largestBy(rows, limit, row => holdingValueOf(row).value ?? ZERO, weightsOf(rows).sizes);
}

/** A relative error far larger than the rounding error of a double. */
const ROUGH_ERROR = 1e-9;

/**
 * At most `limit` items, the largest first; of equal items the earlier one first. `roughSize`: the approximate size as
 * a double; only items that could be among the largest by it are compared exactly.
 */
export function largestOf<Item>(
  items: readonly Item[],
  limit: number,
  size: (item: Item) => Decimal,
  roughSize: (item: Item) => number
): Item[] {
  return largestBy(items, limit, size, Float64Array.from(items, roughSize));
}

/** The same as `largestOf`, with the rough sizes given, in the order of the items; -Infinity: the item is left out. */
function largestBy<Item>(
  items: readonly Item[],
  limit: number,
  size: (item: Item) => Decimal,
  sizes: Float64Array
): Item[] {
  const smallest = limit < sizes.length ? (sizes.toSorted()[sizes.length - limit] ?? Infinity) : -Infinity;
  const safeCutoff = Number.isFinite(smallest) ? smallest - Math.abs(smallest) * ROUGH_ERROR : smallest;
  const candidates: { readonly item: Item; readonly size: Decimal }[] = [];
  for (const [index, roughSize] of sizes.entries()) {
    const item = items[index];
    if (roughSize >= safeCutoff && roughSize !== -Infinity && item !== undefined)
      candidates.push({ item, size: size(item) });
  }
  return candidates
    .sort((a, b) => compareDecimals(b.size, a.size))
    .slice(0, limit)
    .map(({ item }) => item);
}
