// Finds a plotted point by pixel or by time, and makes its texts.
import { locale } from '../../shared/domain/language';
import type { ChartPoint } from '../../shared/schema/app-state';
import { momentText } from '../../shared/text/time';
import { maskedUsd } from '../portfolio/masked-amounts';
import { HEADER_TEXT } from '../text/overview';
import { GAP_TEXT } from './gap-text';

export interface PlottedPoint {
  /** Pixels from the left and the top of the chart. */
  readonly x: number;
  readonly y: number;
  readonly chartPoint: ChartPoint;
}

/** The index of the point nearest to `x`. */
export function nearestIndex(plottedPoints: readonly PlottedPoint[], x: number): number {
  let best = 0;
  for (const [i, plottedPoint] of plottedPoints.entries()) {
    if (Math.abs(plottedPoint.x - x) <= Math.abs((plottedPoints[best]?.x ?? 0) - x)) best = i;
  }
  return best;
}

/** Moment, value and state of one point, for a screen reader. */
export function chartPointText(chartPoint: ChartPoint, now: number, isHidden: boolean): string {
  const value = maskedUsd(chartPoint.total, isHidden);
  return [chartMomentText(chartPoint.at, now), value, chartPointState(chartPoint)].join(', ');
}

/** `fresh`; of the first point after a gap also why there is one. */
export function chartPointState({ isStale, isAfterGap, gapCause }: ChartPoint): string {
  const state = isStale ? HEADER_TEXT.stale : HEADER_TEXT.fresh;
  if (!isAfterGap) return state;
  const cause = gapCause ? GAP_TEXT.causes[gapCause] : null;
  return `${state}, ${gapCause === 'wallet-added' && cause ? cause : GAP_TEXT.after(cause)}`;
}

/** Index of the chart point at a moment, or of the nearest one if thinning removed it; -1 outside the line. */
export function indexAtMoment(chartPoints: readonly ChartPoint[], at: number | null): number {
  const after = at === null ? -1 : chartPoints.findIndex(chartPoint => chartPoint.at >= at);
  const [before, here] = [chartPoints[after - 1], chartPoints[after]];
  if (at === null || !here || here.at === at) return after;
  if (!before) return -1;
  return at - before.at < here.at - at ? after - 1 : after;
}

/** `12 May`, `12 May 2025`; local time. */
export function dayText(at: number, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? {} : ({ year: 'numeric' } as const);
  return new Date(at).toLocaleDateString(locale(), { day: 'numeric', month: 'short', ...year });
}

/** `10:36`, `12 May 01:48`, `12 May 2025 01:48`; local time. */
export function chartMomentText(at: number, now: number): string {
  if (new Date(at).getFullYear() === new Date(now).getFullYear()) return momentText(at, now);
  return `${dayText(at, now)} ${momentText(at, at)}`;
}
