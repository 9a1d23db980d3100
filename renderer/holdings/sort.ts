// Sorts holding items by any column; unknown numbers come last, equal ones go by symbol.
import { compareDecimals, decimal, type DecimalText } from '../../shared/domain/decimal';
import type { HoldingFilters, SortBy } from '../state/holding-filters';
import type { CountingStatus } from '../../shared/schema/app-state';

/** A number to sort by. */
export interface SortNumber {
  readonly text: DecimalText | null;
  /** Rounded, only for comparing: rounding never reverses an order, so only equal numbers need their exact digits. */
  readonly approximate: number;
}

/** What columns sort by: of a holding, or of all holdings of one asset. */
export interface SortableRow {
  readonly symbol: string;
  readonly balance: DecimalText | null;
  readonly price: DecimalText | null;
  readonly changePercent: DecimalText | null;
  readonly value: DecimalText | null;
  readonly countingStatus: CountingStatus;
}

export interface Sortable {
  readonly row: SortableRow;
}

interface SortKey<Item extends Sortable> extends SortNumber {
  readonly item: Item;
}

/** Created once: a comparison with `localeCompare` takes several times as long. */
export const { compare: compareNames } = new Intl.Collator('en');
const compareSymbols = (a: SortKey<Sortable>, b: SortKey<Sortable>): number =>
  compareNames(a.item.row.symbol, b.item.row.symbol);

export function sortNumberOf<Text extends DecimalText | null>(
  text: Text
): SortNumber & { readonly text: Text } {
  return { text, approximate: text === null ? 0 : Number(text) };
}

/** The number that a column sorts by; the share of the total sorts by the value. */
function sortTextOf({ row }: Sortable, by: SortBy): DecimalText | null {
  if (by === 'amount') return row.balance;
  if (by === 'price') return row.price;
  if (by === 'change') return row.changePercent;
  return row.countingStatus === 'counted' ? row.value : null;
}

/** Below zero when a < b; also zero when one of them is unknown. */
export function compareNumbers(a: SortNumber, b: SortNumber): number {
  if (a.approximate !== b.approximate) return a.approximate - b.approximate;
  if (a.text === null || b.text === null || a.text === b.text) return 0;
  return compareDecimals(decimal(a.text), decimal(b.text));
}

/** Unknown numbers come last in both directions; equal ones are sorted by symbol. */
export function sortHoldings<Item extends Sortable>(
  items: readonly Item[],
  { sortBy, isDescending }: Pick<HoldingFilters, 'sortBy' | 'isDescending'>
): Item[] {
  const sign = isDescending ? -1 : 1;
  if (items.length < 2) return [...items];
  const sortKeys = items.map((item): SortKey<Item> => {
    const { text, approximate } = sortNumberOf(sortBy === 'token' ? null : sortTextOf(item, sortBy));
    return { item, text, approximate };
  });
  sortKeys.sort((a, b) => {
    if (sortBy === 'token') return sign * compareSymbols(a, b);
    if (a.text === null || b.text === null)
      return a.text !== null ? -1 : b.text !== null ? 1 : compareSymbols(a, b);
    return sign * compareNumbers(a, b) || compareSymbols(a, b);
  });
  return sortKeys.map(({ item }) => item);
}
