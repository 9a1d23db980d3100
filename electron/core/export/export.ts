// Makes the text of an export file: history, holdings or activity.
// The window and the command line both use it, so their files are the same.
import type { Entry } from '../../../shared/schema/activity';
import type { EXPORTS, ExportFormat } from '../../../shared/ipc/history-calls';
import type { Portfolio } from '../../../shared/schema/app-state';
import type { Wallet } from '../../../shared/schema/wallet';
import { PLAIN_CSV, type CsvStyle } from './csv';
import { historyCsv, historyJson, historyRows, walletColumns } from './history-rows';
import { activityCsv, activityJson, holdingsCsv, holdingsJson } from './holding-rows';
import type { HistoryPoint } from '../ports/history-point';

export type ExportKind = (typeof EXPORTS)[number];

/** Only the data of the requested export is needed; the other lists may be empty. */
export interface ExportInput {
  readonly portfolio: Portfolio;
  /** The wallets of the settings, which give the names of the columns. */
  readonly wallets: readonly Pick<Wallet, 'id' | 'name'>[];
  /** Points of all resolutions, see `mergePoints`. */
  readonly points: readonly HistoryPoint[];
  /** Activity entries, newest first. */
  readonly entries: readonly Entry[];
}

/** The text, without a final line end. Nothing is masked: callers refuse exports while balances are hidden. */
export function exportOf(
  kind: ExportKind,
  format: ExportFormat,
  input: ExportInput,
  style: CsvStyle = PLAIN_CSV
): string {
  return WRITERS[kind][format](input, style);
}

type Writer = (input: ExportInput, style: CsvStyle) => string;

const WRITERS: Record<ExportKind, Record<ExportFormat, Writer>> = {
  history: {
    csv: ({ points, wallets }, style) => {
      const columns = walletColumns(points, wallets);
      return historyCsv(historyRows(points, columns), columns, false, style);
    },
    json: ({ points, wallets }) => {
      const columns = walletColumns(points, wallets);
      return historyJson(historyRows(points, columns), columns, false);
    }
  },
  holdings: {
    csv: ({ portfolio }, style) => holdingsCsv(portfolio, style),
    json: ({ portfolio }) => holdingsJson(portfolio)
  },
  activity: {
    csv: ({ entries }, style) => activityCsv(entries, style),
    json: ({ entries }) => activityJson(entries)
  }
};

/** Whether there is anything to export; an empty file would look like a loss. */
export function isEmptyExport(kind: ExportKind, { portfolio, points, entries }: ExportInput): boolean {
  if (kind === 'holdings') return portfolio.takenAt === null;
  return (kind === 'history' ? points : entries).length === 0;
}

/** Merges points of several resolutions, oldest first, each moment once: coarser files repeat points of finer ones. */
export function mergePoints(resolutions: readonly (readonly HistoryPoint[])[]): HistoryPoint[] {
  const byMoment = new Map<number, HistoryPoint>();
  for (const point of resolutions.flat()) if (!byMoment.has(point.at)) byMoment.set(point.at, point);
  return [...byMoment.values()].sort((a, b) => a.at - b.at);
}

/** With it, Excel reads names in any script. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The text of the file. CSV begins with a byte order mark; JSON has none. */
export function fileText(format: ExportFormat, text: string): string {
  return `${format === 'csv' ? BYTE_ORDER_MARK : ''}${text}\n`;
}
