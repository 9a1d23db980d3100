// Lists the holdings that need the person's OK, the largest first, with their worth as OKX's answers have it.
import {
  compareDecimals,
  decimal,
  multiply,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../shared/domain/decimal';
import type { HoldingRow } from '../../shared/schema/app-state';
import { needsOk } from '../portfolio/holding-status';

export interface QuestionItem {
  readonly id: string;
  readonly row: HoldingRow;
  readonly balance: DecimalText;
  readonly price: DecimalText | null;
  /** USD; zero when no price is known. */
  readonly worth: Decimal;
  /** How it counts meanwhile. */
  readonly counted: 'no' | 'less' | 'yes';
  readonly heightPx: number;
}

export const QUESTION_ROW_PX = 48;
const items = new WeakMap<HoldingRow, QuestionItem>();

function itemOf(row: HoldingRow): QuestionItem {
  const found = items.get(row);
  if (found) return found;
  const { balance, price } = row.waiting ?? row;
  const worth = price === null ? ZERO : multiply(decimal(balance), decimal(price));
  const counted = row.countingStatus !== 'counted' ? 'no' : row.waiting ? 'less' : 'yes';
  const item: QuestionItem = {
    ...{ id: row.id, row, balance, price, worth, counted },
    heightPx: QUESTION_ROW_PX
  };
  items.set(row, item);
  return item;
}

export function questionItemsOf(rows: readonly HoldingRow[]): QuestionItem[] {
  return rows
    .filter(needsOk)
    .map(itemOf)
    .sort((a, b) => compareDecimals(b.worth, a.worth) || (a.id < b.id ? -1 : 1));
}

export function worthOf(chosen: readonly QuestionItem[]): DecimalText {
  return toText(sum(chosen.map(({ worth }) => worth)));
}
