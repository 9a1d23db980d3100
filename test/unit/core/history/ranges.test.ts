import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import type { Resolution } from '../../../../electron/core/ports/storage';
import { rangeReadsOf, chartPointsOfRange, type AskedRange } from '../../../../electron/core/history/ranges';
import {
  COARSE_RESOLUTIONS,
  addToBuckets,
  NO_OPEN_BUCKETS
} from '../../../../electron/core/history/retention';
import { FIXED_RANGES, type FixedRange } from '../../../../shared/ipc/history-calls';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const STEP_MS = 10 * MINUTE_MS;
/** 400 days with a point every ten minutes, each with a different total. */
const COUNT = (400 * DAY_MS) / STEP_MS;
const dip = { at: NOW - 20 * DAY_MS - 30 * MINUTE_MS, total: '3' };

function files(): Record<Resolution, HistoryPoint[]> {
  const all: Record<Resolution, HistoryPoint[]> = { polls: [], 'five-minutes': [], hours: [], days: [] };
  let open = NO_OPEN_BUCKETS;
  for (let i = COUNT; i >= 0; i--) {
    const at = NOW - i * STEP_MS;
    const point = pointAt(at, {
      total: at === dip.at ? dip.total : `${1000 + (i % 97)}`,
      intervalMs: STEP_MS
    });
    const folded = addToBuckets(open, point);
    open = folded.open;
    all.polls.push(point);
    for (const resolution of COARSE_RESOLUTIONS) all[resolution].push(...folded.closed[resolution]);
  }
  return all;
}
const stored = files();
const read = (range: AskedRange, now = NOW) =>
  rangeReadsOf(range, now).flatMap(need => stored[need.resolution].filter(({ at }) => at >= need.since));

describe('a range', () => {
  it.each<[FixedRange, number]>([
    ['1d', 1],
    ['1w', 7],
    ['1m', 30],
    ['1y', 365],
    ['all', 400]
  ])(
    '%s goes from its beginning to the latest poll, without a gap, in at most 400 chart points',
    (range, days) => {
      const chartPoints = chartPointsOfRange(range, read(range), NOW);
      expect(chartPoints.length).toBeLessThanOrEqual(400);
      expect(chartPoints.length).toBeGreaterThan(100);
      expect(chartPoints.at(-1)?.at).toBe(NOW);
      expect((chartPoints[0]!.at - (NOW - days * DAY_MS)) / DAY_MS).toBeGreaterThanOrEqual(0);
      expect((chartPoints[0]!.at - (NOW - days * DAY_MS)) / DAY_MS).toBeLessThan(1);
      expect(chartPoints.filter(chartPoint => chartPoint.isAfterGap)).toEqual([]);
      expect(chartPoints.map(({ at }) => at)).toEqual(
        [...new Set(chartPoints.map(({ at }) => at))].sort((a, b) => a - b)
      );
    }
  );

  it.each(['1m', '1y', 'all'] as const)('%s has the lowest point, although it is within an hour', range => {
    expect(chartPointsOfRange(range, read(range), NOW)).toContainEqual(expect.objectContaining(dip));
  });

  it.each(['1m', '1y', 'all'] as const)('%s also has the day that is not over', range => {
    const [midnight, lastHour] = [NOW - (NOW % DAY_MS), NOW - 2 * HOUR_MS];
    const points = read(range).filter(({ at }) => at >= NOW - 60 * DAY_MS);
    const today = chartPointsOfRange(range, points, NOW).filter(({ at }) => at > midnight && at < lastHour);
    expect(today.length).toBeGreaterThan(0);
  });

  it('has no point later than now', () => {
    const ahead = pointAt(NOW + 300 * DAY_MS);
    for (const range of FIXED_RANGES)
      expect(chartPointsOfRange(range, [ahead, pointAt(NOW)], NOW)).toHaveLength(1);
  });

  it.each<[FixedRange, number]>([
    ['1d', HOUR_MS],
    ['1w', HOUR_MS],
    ['1m', 4 * HOUR_MS],
    ['1y', 4 * DAY_MS]
  ])('%s marks a time without polls', (range, length) => {
    const [from, to] = [NOW - 12 * HOUR_MS - length, NOW - 12 * HOUR_MS];
    const points = read(range).filter(({ at }) => at <= from || at >= to);
    const marked = chartPointsOfRange(range, points, NOW).filter(chartPoint => chartPoint.isAfterGap);
    expect(marked).toHaveLength(1);
    expect(marked[0]!.at).toBeGreaterThanOrEqual(to);
  });

  it('reads fine points only for their own time, and for buckets that are not closed yet', () => {
    expect(rangeReadsOf('1d', NOW)).toEqual([{ resolution: 'polls', since: NOW - DAY_MS }]);
    for (const range of ['1w', '1m', '1y', 'all'] as const)
      for (const { resolution, since } of rangeReadsOf(range, NOW))
        if (resolution === 'polls') expect(since).toBe(NOW - HOUR_MS);
    expect(rangeReadsOf('all', NOW)[0]).toEqual({ resolution: 'days', since: 0 });
  });
});

describe('a range since a moment', () => {
  it.each([
    ['seconds', 5000, STEP_MS, 2],
    ['minutes', 35 * MINUTE_MS, STEP_MS, 5],
    ['hours', 20 * HOUR_MS, STEP_MS, 122],
    ['a day and more, as long as all polls are kept', 25 * HOUR_MS, STEP_MS, 151],
    ['days', 3 * DAY_MS + 7 * MINUTE_MS, STEP_MS, 400],
    ['weeks', 20 * DAY_MS + 7 * MINUTE_MS, HOUR_MS, 400],
    ['months', 80 * DAY_MS + 7 * MINUTE_MS, HOUR_MS, 400],
    ['most of a year', 300 * DAY_MS + 7 * MINUTE_MS, DAY_MS, 400]
  ])('of %s begins with the last point up to it', (_, length, resolutionMs, most) => {
    const since = NOW - length;
    const chartPoints = chartPointsOfRange(since, read(since), NOW);
    const [first] = chartPoints;
    expect(first!.at).toBeLessThanOrEqual(since);
    expect(since - first!.at).toBeLessThan(resolutionMs);
    expect(chartPoints.at(-1)?.at).toBe(NOW);
    expect(chartPoints.length).toBeGreaterThan(1);
    expect(chartPoints.length).toBeLessThanOrEqual(most);
    expect(chartPoints.filter(({ isAfterGap }) => isAfterGap)).toEqual([]);
  });

  it('begins with its first point where none is as old', () => {
    const since = NOW - 500 * DAY_MS;
    expect(chartPointsOfRange(since, read(since), NOW)[0]?.at).toBe(NOW - 400 * DAY_MS);
  });

  it('has one point while nothing was polled since, also after the clock was set back', () => {
    for (const since of [NOW, NOW + 1, NOW + DAY_MS]) {
      const [only, ...others] = chartPointsOfRange(since, read(since), NOW);
      expect([only?.at, others]).toEqual([NOW, []]);
    }
    const later = NOW + 3 * DAY_MS;
    expect(chartPointsOfRange(NOW, read(NOW), later)).toHaveLength(1);
  });

  it('begins with the point before a time without polls, and marks that time', () => {
    const [from, since, to] = [NOW - 9 * HOUR_MS, NOW - 6 * HOUR_MS, NOW - 3 * HOUR_MS];
    const points = read(since).filter(({ at }) => at <= from || at >= to);
    const [first, second] = chartPointsOfRange(since, points, NOW);
    expect([first!.at, second!.at, second!.isAfterGap]).toEqual([from, to, true]);
  });

  it('reads no file finer than the one that reaches back so far, but for buckets that are not closed yet', () => {
    const read = (length: number) => rangeReadsOf(NOW - length, NOW).map(need => need.resolution);
    expect(read(HOUR_MS)).toEqual(['polls']);
    expect(read(2 * DAY_MS)).toEqual(['five-minutes', 'days', 'polls']);
    expect(read(8 * DAY_MS)).toEqual(['hours', 'days', 'polls']);
    expect(read(91 * DAY_MS)).toEqual(['days', 'hours', 'polls']);
  });
});
