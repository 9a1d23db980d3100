// The columns of the table beside the token: which there are, in which order, how wide the dollars are, and their names.
import { usd } from '../../shared/text/money';
import type { DecimalText } from '../../shared/domain/decimal';
import type { Column, SortBy } from '../state/holding-filters';
import { FILTERS } from '../text/holdings';
import { TABLE } from '../text/overview';

export const COLUMNS: readonly Column[] = ['amount', 'price', 'change', 'value', 'share'];

/** Always in the same order, whatever the order in which they were chosen. */
export function shownColumns(chosen: readonly Column[]): Column[] {
  return COLUMNS.filter(column => chosen.includes(column));
}

export function columnName(column: SortBy): string {
  return column === 'share' ? FILTERS.share : TABLE[column];
}

/** The class that makes room for the total in full, which no value exceeds. */
export function widthsOf(total: DecimalText, isHidden: boolean): string {
  return !isHidden && usd(total).length > 13 ? 'wide-values' : '';
}
