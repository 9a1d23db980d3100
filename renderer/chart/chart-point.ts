// One point of the history line: where it is, which one is meant, and what it says.
import { locale } from '../../shared/domain/language';
import type { ChartPoint } from '../../shared/schema/app-state';
import { momentText } from '../../shared/text/time';
import { shownUsd } from '../portfolio/masked-amounts';

export interface Point {
  /** Pixels from the left and the top of the picture. */
  readonly x: number;
  readonly y: number;
  readonly dot: ChartPoint;
}

/** The index of the point nearest to `x`. */
export function nearest(points: readonly Point[], x: number): number {
  let best = 0;
  for (const [i, point] of points.entries()) {
    if (Math.abs(point.x - x) <= Math.abs((points[best]?.x ?? 0) - x)) best = i;
  }
  return best;
}

/** When, how much, fresh or stale: one point for a screen reader. */
export function pointText(dot: ChartPoint, now: number, isHidden: boolean, state: string): string {
  return `${dotMoment(dot.at, now)}, ${shownUsd(dot.total, isHidden)}, ${state}`;
}

/** The place of the dot at a moment, or of the one nearest to it where that one was thinned out; -1 outside the line. */
export function placeAt(dots: readonly ChartPoint[], at: number | null): number {
  const after = at === null ? -1 : dots.findIndex(dot => dot.at >= at);
  const [before, here] = [dots[after - 1], dots[after]];
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
export function dotMoment(at: number, now: number): string {
  if (new Date(at).getFullYear() === new Date(now).getFullYear()) return momentText(at, now);
  return `${dayText(at, now)} ${momentText(at, at)}`;
}
