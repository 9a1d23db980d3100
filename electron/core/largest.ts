// The largest few of many, exactly, without comparing all of them exactly.
import { compareDecimals, type Decimal } from '../../shared/decimal';

/** Far more than a double loses, as a share of the number. */
const LOST = 1e-9;

/**
 * At most `most`, the largest first; of equal ones the earlier first. `rough`: about the size, as a double; only what
 * could be among the largest by it is compared exactly.
 */
export function largestOf<Item>(
  items: readonly Item[],
  most: number,
  size: (item: Item) => Decimal,
  rough: (item: Item) => number
): Item[] {
  return candidates(items, most, rough)
    .map(item => ({ item, size: size(item) }))
    .sort((a, b) => compareDecimals(b.size, a.size))
    .slice(0, most)
    .map(({ item }) => item);
}

function candidates<Item>(
  items: readonly Item[],
  most: number,
  rough: (item: Item) => number
): readonly Item[] {
  if (items.length <= most) return items;
  const sizes = Float64Array.from(items, rough);
  const least = sizes.toSorted()[items.length - most] ?? Infinity;
  const surelyLess = Number.isFinite(least) ? least - Math.abs(least) * LOST : least;
  return items.filter((_, place) => (sizes[place] ?? 0) >= surelyLess);
}
