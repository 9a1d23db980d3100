// The order of rows: by any column, unknown numbers last, equals by symbol.
import { compareDecimals, decimal, type DecimalText } from '../../shared/domain/decimal';
import type { Looking, SortBy } from '../state/holding-filters';
import type { Read } from '../portfolio/holding-item';

/** A number to sort by. */
export interface Numbered {
  readonly text: DecimalText | null;
  /** Rounded, and only to compare with: rounding never turns an order round, so exact digits are read for equals alone. */
  readonly near: number;
}

interface Keyed extends Numbered {
  readonly read: Read;
}

/** Made once: a comparison by `localeCompare` costs several times as much. */
export const { compare: compareNames } = new Intl.Collator('en');
const bySymbol = (a: Keyed, b: Keyed): number => compareNames(a.read.row.symbol, b.read.row.symbol);

export function numbered<Text extends DecimalText | null>(text: Text): Numbered & { readonly text: Text } {
  return { text, near: text === null ? 0 : Number(text) };
}

/** The share of the total goes with the value. */
function numberOf({ row }: Read, by: SortBy): DecimalText | null {
  if (by === 'amount') return row.balance;
  if (by === 'price') return row.price;
  if (by === 'change') return row.changePercent;
  return row.countingStatus === 'counted' ? row.value : null;
}

/** Below zero when a < b; zero also where one is unknown. */
export function compareNumbers(a: Numbered, b: Numbered): number {
  if (a.near !== b.near) return a.near - b.near;
  if (a.text === null || b.text === null || a.text === b.text) return 0;
  return compareDecimals(decimal(a.text), decimal(b.text));
}

/** Unknown numbers come last in both directions; equals go by symbol. */
export function sorted(reads: readonly Read[], { sortBy, isDescending }: Looking): Read[] {
  const sign = isDescending ? -1 : 1;
  if (reads.length < 2) return [...reads];
  const keyed = reads.map((read): Keyed => {
    const { text, near } = numbered(sortBy === 'token' ? null : numberOf(read, sortBy));
    return { read, text, near };
  });
  keyed.sort((a, b) => {
    if (sortBy === 'token') return sign * bySymbol(a, b);
    if (a.text === null || b.text === null)
      return a.text !== null ? -1 : b.text !== null ? 1 : bySymbol(a, b);
    return sign * compareNumbers(a, b) || bySymbol(a, b);
  });
  return keyed.map(({ read }) => read);
}
