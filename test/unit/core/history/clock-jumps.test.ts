// The points kept for comparison when the clock was wrong for one poll.
import { expect, it } from 'vitest';
import { baselineOf, recentPoints } from '../../../../electron/core/history/history-point';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

/** Every five minutes of the 30 hours before now. */
const before = Array.from({ length: 360 }, (_, i) => pointAt(NOW - (360 - i) * 5 * MINUTE_MS));
const after = (times: number[]) =>
  times.reduce<readonly HistoryPoint[]>((points, at) => recentPoints([...points, pointAt(at)], at), before);

it('the point to compare with is a day old although the clock ran three days ahead', () => {
  const points = after([NOW + 3 * DAY_MS, NOW]);
  expect(baselineOf(points, NOW)?.at).toBe(NOW - DAY_MS);
  expect(points.at(-1)?.at).toBe(NOW);
});

it('the points span a day and not more, once the clock has been right for that long', () => {
  const times = Array.from({ length: 600 }, (_, i) => NOW + i * 5 * MINUTE_MS);
  const points = after([NOW + 900 * DAY_MS, ...times]);
  expect(points.length).toBeLessThan(330);
  expect(points[0]!.at).toBeGreaterThan(times.at(-1)! - 27 * HOUR_MS);
});
