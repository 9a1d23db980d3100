// Writes a line that stands beside the recorded one as CSV or JSON: a file of its own, whose columns say what it is.
import type { ChartLine, ExportFormat } from '../../../shared/ipc/history-calls';
import { csv, isoTime, numberCell, timeCell } from './csv';
import { jsonLines } from './json-output';

/** Amounts are exact USD to the cent. No line: no rows. */
export function lineText(format: ExportFormat, line: ChartLine | undefined): string {
  const { points = [], restPercent = '0' } = line ?? {};
  if (format === 'json')
    return jsonLines(
      points.map(({ at, total, isAfterGap }) => ({
        time: isoTime(at),
        amountsAtPastPrices: total,
        percentAtTodaysPrice: restPercent,
        afterGap: isAfterGap
      }))
    );
  return csv(
    ['time', "today's amounts at past prices", "percent at today's price"],
    points.map(({ at, total }) => [timeCell(at), numberCell(total), numberCell(restPercent)])
  );
}
