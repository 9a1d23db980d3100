// The order of rows: by any column, unknown numbers last, equals by symbol.
import { compareDecimals, decimal, type Decimal } from '../../shared/decimal';
import type { HoldingRow } from '../../shared/state';
import type { Looking, SortBy } from './looking';

/** A row with its numbers read once: sorting asks for them many times. */
export interface Read {
  readonly row: HoldingRow;
  readonly value: Decimal | null;
}

function numberOf({ row, value }: Read, by: SortBy): Decimal | null {
  if (by === 'amount') return decimal(row.balance);
  if (by === 'price') return row.price === null ? null : decimal(row.price);
  if (by === 'change') return row.changePercent === null ? null : decimal(row.changePercent);
  return row.standing === 'counted' ? value : null;
}

/** Unknown numbers come last in both directions; equals go by symbol. */
export function sorted(reads: Read[], { sortBy, isDescending }: Looking): Read[] {
  const sign = isDescending ? -1 : 1;
  const keyed = reads.map(read => ({ read, number: sortBy === 'token' ? null : numberOf(read, sortBy) }));
  keyed.sort((a, b) => {
    const bySymbol = a.read.row.symbol.localeCompare(b.read.row.symbol);
    if (sortBy === 'token') return sign * bySymbol;
    if (!a.number || !b.number) return a.number ? -1 : b.number ? 1 : bySymbol;
    return sign * compareDecimals(a.number, b.number) || bySymbol;
  });
  return keyed.map(({ read }) => read);
}
