// Makes the text that says since when a change is measured, by the range of the chart.
import { DAY_MS } from '../../shared/domain/durations';
import type { Range } from '../../shared/ipc/history-calls';
import { momentText, sinceText, TIME_TEXT } from '../../shared/text/time';
import { SUMMARY_TEXT } from '../text/overview';
import { dayText } from '../chart/chart-point';

const RANGE_LENGTH_MS = { '1w': 7 * DAY_MS, '1m': 30 * DAY_MS, '1y': 365 * DAY_MS };

/**
 * "in 24 h", "in 7 days"; "since 12 Mar" when the history is shorter than the range, and for the range `all`. A last look
 * is no round number of hours: "since 15:59", "since 12 Mar".
 */
export function rangeSinceText(range: Range, since: number, now: number): string {
  if (range === '1d') return sinceText(since, now);
  if (range === 'looked' && now - since < DAY_MS) return TIME_TEXT.since(momentText(since, now));
  if (
    range !== 'all' &&
    range !== 'looked' &&
    Math.abs(now - since - RANGE_LENGTH_MS[range]) < RANGE_LENGTH_MS[range] / 12
  )
    return SUMMARY_TEXT.inRange[range];
  return now - since < DAY_MS ? sinceText(since, now) : SUMMARY_TEXT.sinceStart(dayText(since, now));
}
