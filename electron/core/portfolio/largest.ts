// The largest few of many, exactly, without comparing all of them exactly.
import { compareDecimals, type Decimal } from '../../../shared/domain/decimal';

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
  return largestBy(items, most, size, Float64Array.from(items, rough));
}

/** The same, with all rough sizes at hand, at the places of their items; -Infinity: left out. */
export function largestBy<Item>(
  items: readonly Item[],
  most: number,
  size: (item: Item) => Decimal,
  sizes: Float64Array
): Item[] {
  const least = most < sizes.length ? (sizes.toSorted()[sizes.length - most] ?? Infinity) : -Infinity;
  const surelyLess = Number.isFinite(least) ? least - Math.abs(least) * LOST : least;
  const candidates: { readonly item: Item; readonly size: Decimal }[] = [];
  for (const [place, rough] of sizes.entries()) {
    const item = items[place];
    if (rough >= surelyLess && rough !== -Infinity && item !== undefined)
      candidates.push({ item, size: size(item) });
  }
  return candidates
    .sort((a, b) => compareDecimals(b.size, a.size))
    .slice(0, most)
    .map(({ item }) => item);
}
