// About what each row adds to the total, as doubles in one array: the largest rows are found without a look at all others.
import { ZERO, compareDecimals, type Decimal } from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { HoldingRow } from '../../../shared/schema/app-state';
import { worthOf } from '../snapshots/holding-values';

const NOTHING = -Infinity;

export interface Weights {
  /** At each row's place about its value, USD; -Infinity: it does not count. */
  readonly sizes: Float64Array;
  /** How many rows count although their token's price is not watched: risky ones and DeFi. */
  readonly aside: number;
  readonly isOfOneOwner: boolean;
}

const known = new WeakMap<readonly HoldingRow[], Weights>();

export function weightsOf(rows: readonly HoldingRow[]): Weights {
  const found = known.get(rows) ?? {
    sizes: Float64Array.from(rows, weightOf),
    aside: rows.filter(row => row.standing === 'counted' && isAside(row)).length,
    isOfOneOwner: rows.every(row => isOfSameOwner(row, rows[0]))
  };
  known.set(rows, found);
  return found;
}

/** `rows` were weighed while they were made. */
export function shareWeights(rows: readonly HoldingRow[], weights: Weights): void {
  known.set(rows, weights);
}

export function weightOf({ standing, value }: Pick<HoldingRow, 'standing' | 'value'>): number {
  return standing === 'counted' && value !== null ? Number(value) : NOTHING;
}

export function isAside(row: HoldingRow): boolean {
  return row.isRisky || isDefi(row);
}

type Owned = Pick<HoldingRow, 'walletId' | 'address'>;

export function isOfSameOwner(one: Owned, other: Owned | undefined): boolean {
  return one.walletId === other?.walletId && one.address === other.address;
}

/** At most `most` rows that count, the most valuable first, exactly; of equal ones the earlier first. */
export function largestRows(rows: readonly HoldingRow[], most: number): HoldingRow[] {
  return largestBy(rows, most, row => worthOf(row).value ?? ZERO, weightsOf(rows).sizes);
}

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
