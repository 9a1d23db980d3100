// A day of history for tests of the window: varies by a fixed rule, with a gap, a stale period, and exact ends.
import type { ChartPoint } from '../../shared/schema/app-state';

const STEP_MS = 10 * 60_000;
const POINT_COUNT = 145;
/** Indexes of the day without any poll, and with polls that were not answered. */
const GAP = { from: 38, to: 47 };
const STALE = { from: 70, to: 82 };

function cents(text: string): number {
  return Math.round(Number(text) * 100);
}

/** From `start` to exactly `end`, both decimal text; 24 h until `now`. */
export function historyEndingAt(start: string, end: string, now: number): ChartPoint[] {
  const from = cents(start);
  const rise = cents(end) - from;
  const chartPoints: ChartPoint[] = [];
  for (let i = 0; i < POINT_COUNT; i++) {
    if (i > GAP.from && i < GAP.to) continue;
    const progress = i / (POINT_COUNT - 1);
    const wander = 9000 * Math.sin(i / 7) * Math.sin(i / 23) + 3000 * Math.sin(i * 1.7);
    const total = (from + rise * progress ** 2 + wander * Math.min(1, 3 * (1 - progress))) / 100;
    const isLast = i === POINT_COUNT - 1;
    chartPoints.push({
      at: now - (POINT_COUNT - 1 - i) * STEP_MS,
      total: isLast ? end : total.toFixed(2),
      isStale: i >= STALE.from && i <= STALE.to,
      isAfterGap: i === GAP.to
    });
  }
  return chartPoints;
}
