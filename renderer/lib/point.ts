// One point of the history line: where it is, which one is meant, and what it says.
import type { HistoryDot } from '../../shared/state';
import { shownUsd } from './amounts';
import { dotMoment } from './dot-moment';

export interface Point {
  /** Pixels from the left and the top of the picture. */
  readonly x: number;
  readonly y: number;
  readonly dot: HistoryDot;
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
export function pointText(dot: HistoryDot, now: number, isHidden: boolean, state: string): string {
  return `${dotMoment(dot.at, now)}, ${shownUsd(dot.total, isHidden)}, ${state}`;
}
