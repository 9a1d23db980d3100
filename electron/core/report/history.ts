// Makes the command line's report of the history: the points of a range as text, JSON, CSV or a sparkline.
import {
  compareDecimals,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  subtract,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { MASK, signedUsd, usd } from '../../../shared/text/money';
import { isoTime, PLAIN_CSV, type CsvStyle } from '../export/csv';
import { mergePoints } from '../export/export';
import { historyCsv, historyJson, historyRows, type HistoryRow } from '../export/history-rows';
import { pointsInRange, rangeReadsOf, type AskedRange, type RangeRead } from '../history/ranges';
import type { HistoryPoint } from '../ports/history-point';
import { NO_DATA, EXIT_CODES, type PortfolioFacts, type Report } from './output-formats';

/**
 * The points of a range that ends now, oldest first; points in the future were made while the clock was fast.
 * Files are read as if the range ended with the last poll (`lastAt`, ms; null: there was none): points that were not
 * thinned when polling stopped are only in the resolution `polls`, however long ago that was.
 */
export function rangePoints(
  range: AskedRange,
  now: number,
  lastAt: number | null,
  read: (need: RangeRead) => readonly HistoryPoint[]
): HistoryPoint[] {
  const needs = rangeReadsOf(range, Math.min(now, lastAt ?? now));
  return pointsInRange(range, mergePoints(needs.map(read)), now);
}

/** `points`: oldest first. Points are never marked as old; only the state says how old the last answer is. */
export function reportHistory(
  format: string,
  facts: PortfolioFacts,
  points: readonly HistoryPoint[],
  style: CsvStyle = PLAIN_CSV
): Report {
  const rows = historyRows(points, []);
  const exitCode = points.length === 0 ? EXIT_CODES.none : EXIT_CODES[facts.state];
  if (format === 'json') return { text: historyJson(rows, [], facts.isHidden), exitCode };
  if (format === 'csv') return { text: historyCsv(rows, [], facts.isHidden, style), exitCode };
  const lines = rows.map(row => plainRow(row, facts.isHidden));
  const emptyText = facts.state === 'none' ? NO_DATA : 'No data in this range';
  return { text: lines.length === 0 ? emptyText : lines.join('\n'), exitCode };
}

function plainRow(row: HistoryRow, isMasked: boolean): string {
  const step = (exact: string | null) => (exact === null ? '' : isMasked ? MASK : signedUsd(exact));
  return [
    isoTime(row.at),
    isMasked ? MASK : usd(row.total),
    step(row.prices),
    step(row.transfers),
    step(row.recounted),
    row.isStale ? 'stale' : 'fresh'
  ].join('\t');
}

const SPARKLINE_BLOCKS = '▁▂▃▄▅▆▇█';
const SPARKLINE_WIDTH = 16;

/** Scaled from the smallest to the largest total; equal totals give low blocks. At most 16, with the last total. */
export function sparkline(totals: readonly DecimalText[]): string {
  const values = thinTotals(totals).map(decimal);
  const sorted = values.toSorted(compareDecimals);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (!least || !most) return '';
  const span = subtract(most, least);
  return values
    .map(value => SPARKLINE_BLOCKS[isZero(span) ? 0 : step(subtract(value, least), span)] ?? '')
    .join('');
}

function step(above: Decimal, span: Decimal): number {
  const share = divide(multiply(above, { units: BigInt(SPARKLINE_BLOCKS.length - 1), scale: 0 }), span, 6);
  return share ? Number(toText(round(share, 0, 'half-up'))) : 0;
}

function thinTotals(totals: readonly DecimalText[]): DecimalText[] {
  if (totals.length <= SPARKLINE_WIDTH) return [...totals];
  const stride = (totals.length - 1) / (SPARKLINE_WIDTH - 1);
  return Array.from({ length: SPARKLINE_WIDTH }, (_, at) => totals[Math.round(at * stride)] ?? '0');
}
