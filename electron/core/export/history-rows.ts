// Writes the history as CSV and JSON: one row for each point, with what changed the total since the last row.
import type { GapCause } from '../../../shared/domain/failure';
import { decimal, subtract, toText, type DecimalText } from '../../../shared/domain/decimal';
import { MASK } from '../../../shared/text/money';
import type { Wallet } from '../../../shared/schema/wallet';
import {
  csv,
  distinctHeaders,
  flagCell,
  isoTime,
  numberCell,
  PLAIN_CSV,
  textCell,
  timeCell,
  type CsvStyle
} from './csv';
import { jsonLines } from './json-output';
import { countedOnceAt, type HistoryPoint, type Ledger } from '../ports/history-point';

/** Amounts are exact USD. The three parts are null in the first row; later they add up to the change of the total. */
export interface HistoryRow {
  readonly at: number;
  readonly total: DecimalText;
  readonly prices: DecimalText | null;
  readonly transfers: DecimalText | null;
  readonly recounted: DecimalText | null;
  /** Some values are older than the point. */
  readonly isStale: boolean;
  /** Why there is no row before this one for so long; null: no gap, or not known. */
  readonly gapCause: GapCause | null;
  /** Values in the order of the columns; null: the wallet was not counted then. */
  readonly wallets: readonly (DecimalText | null)[];
  /** What the sum over wallets has too much: added to it, the sum is the total. */
  readonly countedOnce: DecimalText;
}

export interface WalletColumn {
  readonly id: string;
  readonly name: string;
}

/** Wallets of the settings in their order, then wallets that only the points contain, by their id. */
export function walletColumns(
  points: readonly HistoryPoint[],
  wallets: readonly Pick<Wallet, 'id' | 'name'>[]
): WalletColumn[] {
  const known = new Set(wallets.map(({ id }) => id));
  const others = new Set(points.flatMap(point => Object.keys(point.wallets)).filter(id => !known.has(id)));
  return [...wallets.map(({ id, name }) => ({ id, name })), ...[...others].map(id => ({ id, name: id }))];
}

/** `points`: oldest first. */
export function historyRows(points: readonly HistoryPoint[], columns: readonly WalletColumn[]): HistoryRow[] {
  return points.map((point, index) => {
    const previous = points[index - 1];
    const step = (kind: keyof Ledger) =>
      previous ? toText(subtract(decimal(point.ledger[kind]), decimal(previous.ledger[kind]))) : null;
    return {
      at: point.at,
      total: point.total,
      prices: step('prices'),
      transfers: step('transfers'),
      recounted: step('recounted'),
      isStale: point.stale.length > 0,
      gapCause: point.gapCause ?? null,
      wallets: columns.map(({ id }) =>
        Object.hasOwn(point.wallets, id) ? (point.wallets[id]?.value ?? null) : null
      ),
      countedOnce: countedOnceAt(point)
    };
  });
}

const HISTORY_COLUMNS = ['time', 'total', 'prices', 'transfers', 'recounted', 'stale'];

const COUNTED_ONCE = 'counted once';

/** Whether the values of the wallets alone do not add up to the total in each row. */
function hasCountedOnce(rows: readonly HistoryRow[], columns: readonly WalletColumn[]): boolean {
  return columns.length > 0 && rows.some(({ countedOnce }) => countedOnce !== '0');
}

/** While masked, amounts are printed as dots: such a file would be useless, but the command line may print the text. */
export function historyCsv(
  rows: readonly HistoryRow[],
  columns: readonly WalletColumn[],
  isMasked: boolean,
  style: CsvStyle = PLAIN_CSV
): string {
  const amount = (exact: DecimalText | null) =>
    isMasked && exact !== null ? textCell(MASK) : numberCell(exact, style);
  const hasOnce = hasCountedOnce(rows, columns);
  const fixed = hasOnce ? [...HISTORY_COLUMNS, COUNTED_ONCE] : HISTORY_COLUMNS;
  const names = distinctHeaders(
    fixed,
    columns.map(({ name }) => name)
  );
  const header = [...HISTORY_COLUMNS, ...names, ...(hasOnce ? [COUNTED_ONCE] : [])];
  const cells = rows.map(row => [
    timeCell(row.at),
    ...[row.total, row.prices, row.transfers, row.recounted].map(amount),
    flagCell(row.isStale),
    ...row.wallets.map(amount),
    ...(hasOnce ? [amount(row.countedOnce)] : [])
  ]);
  return csv(header, cells, style);
}

/** One point per line; amounts are null while masked. */
export function historyJson(
  rows: readonly HistoryRow[],
  columns: readonly WalletColumn[],
  isMasked: boolean
): string {
  const amount = (exact: DecimalText | null) => (isMasked ? null : exact);
  const hasOnce = hasCountedOnce(rows, columns);
  return jsonLines(
    rows.map(row => ({
      time: isoTime(row.at),
      total: amount(row.total),
      prices: amount(row.prices),
      transfers: amount(row.transfers),
      recounted: amount(row.recounted),
      stale: row.isStale,
      ...(row.gapCause !== null && { gapCause: row.gapCause }),
      ...(columns.length > 0 && {
        wallets: columns.map(({ id, name }, index) => ({
          id,
          name,
          value: amount(row.wallets[index] ?? null)
        }))
      }),
      ...(hasOnce && { countedOnce: amount(row.countedOnce) })
    }))
  );
}
