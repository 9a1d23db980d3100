// Order, names and widths of the table columns, and the text of copied rows.
import { withoutIsolates } from '../../shared/names/isolated-name';
import type { DecimalText } from '../../shared/domain/decimal';
import { MAX_COPIED_CHARACTERS } from '../../shared/ipc/channels';
import type { AppState, ChainRow, HoldingRow, Portfolio } from '../../shared/schema/app-state';
import { usd, MASK } from '../../shared/text/money';
import { isDayAgo, sinceText } from '../../shared/text/time';
import { chainNames, walletNames } from '../portfolio/names';
import type { Column, SortBy } from '../state/holding-filters';
import { FILTER_TEXT } from '../text/holdings';
import { TABLE_TEXT } from '../text/overview';

export const COLUMNS: readonly Column[] = ['amount', 'price', 'change', 'value', 'share'];

/** The chosen columns in a fixed order, whatever the order in which they were chosen. */
export function columnsInOrder(chosen: readonly Column[]): Column[] {
  return COLUMNS.filter(column => chosen.includes(column));
}

/** "24 h"; "since 15:59" as long as nothing is known of the day before. */
export function moveSpanText({ pricesSince, change }: Portfolio, now: number): string {
  const since = pricesSince ?? change?.since;
  return since && !isDayAgo(since, now) ? sinceText(since, now) : TABLE_TEXT.change;
}

/** A chain without its move where the column says another span: past prices of its tokens are known, and none of it. */
export function movedInSpan(chain: ChainRow, { pricesSince, change }: Portfolio): ChainRow {
  const isOther = pricesSince != null && pricesSince !== change?.since;
  return isOther ? { ...chain, changePercent: null } : chain;
}

export function columnName(column: SortBy): string {
  return column === 'share' ? FILTER_TEXT.share : TABLE_TEXT[column];
}

/** The class that makes the value column wide enough for the whole total, which no value exceeds. */
export function valueWidthClass(total: DecimalText, isHidden: boolean): string {
  return !isHidden && usd(total).length > 13 ? 'wide-values' : '';
}

const TAB = '\t';

function amount(exact: DecimalText | null, isHidden: boolean): string {
  return exact === null ? '' : isHidden ? MASK : exact;
}

/** Names come from strangers: a tab or line break in a name makes no cell, and no name is read as a formula. */
function safeCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^\s*(?=[=+\-@＝＋－＠])/, "'");
}

/** Symbol, amount, price, value. Unknown numbers, and the value of a holding that is not counted, are empty. */
export function copiedRow(row: HoldingRow, isHidden: boolean, isRepeated = false): string {
  const value = row.countingStatus === 'counted' && !isRepeated ? row.value : null;
  return [safeCell(row.symbol), amount(row.balance, isHidden), row.price ?? '', amount(value, isHidden)].join(
    TAB
  );
}

/** Whether the row of the wallet where it counts is copied as well: the sum of the column must not have both. */
function isRepeatedIn({ id, walletId, alsoIn }: HoldingRow, ids: ReadonlySet<string>): boolean {
  return alsoIn !== undefined && ids.has(alsoIn + id.slice(walletId.length));
}

export interface CopiedTable {
  readonly text: string;
  readonly rows: number;
}

/** The rows below a header line, with chain, wallet and contract; as many rows as one copy may contain. */
export function copiedTable(app: AppState, rows: readonly HoldingRow[]): CopiedTable {
  const chains = chainNames(app);
  const wallets = walletNames(app);
  const head = [
    TABLE_TEXT.token,
    TABLE_TEXT.amount,
    TABLE_TEXT.price,
    TABLE_TEXT.value,
    FILTER_TEXT.chain,
    FILTER_TEXT.wallet
  ];
  const lines = [[...head, FILTER_TEXT.contract].join(TAB)];
  let length = (lines[0] ?? '').length;
  const ids = new Set(rows.some(row => row.alsoIn !== undefined) ? rows.map(({ id }) => id) : []);
  for (const row of rows) {
    const locationCells = [chains.get(row.chainIndex), wallets.get(row.walletId), row.tokenAddress];
    const cells = [
      copiedRow(row, app.choices.isHidden, isRepeatedIn(row, ids)),
      ...locationCells.map(text => safeCell(withoutIsolates(text ?? '')))
    ];
    const line = cells.join(TAB);
    length += line.length + 1;
    if (length > MAX_COPIED_CHARACTERS) break;
    lines.push(line);
  }
  return { text: lines.join('\n'), rows: lines.length - 1 };
}
