import { describe, expect, it } from 'vitest';
import { baselineOf } from '../../../../electron/core/history/history-point';
import { chartPointsInOrder, chartPointsOf, thinChartPoints } from '../../../../electron/core/history/ranges';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { seededRandom, pointAt } from '../../../fakes/points';

const everyMinute = (count: number, totals = (i: number) => `${i}`) =>
  Array.from({ length: count }, (_, i) => pointAt(NOW - (count - 1 - i) * MINUTE_MS, { total: totals(i) }));

describe('the chart points', () => {
  it.each([1, 2, 239, 240, 241, 479, 480, 481, 1440])(
    'of %d history points are 240 at most, with the first and the last',
    count => {
      const chartPoints = chartPointsOf(everyMinute(count), NOW, 240);
      expect(chartPoints.length).toBeLessThanOrEqual(240);
      expect(chartPoints.length).toBeGreaterThanOrEqual(Math.min(count, 120));
      expect([chartPoints[0]?.total, chartPoints.at(-1)?.total]).toEqual(['0', `${count - 1}`]);
    }
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('include the lowest and the highest, wherever they are (%d)', seed => {
    const chance = seededRandom(seed);
    const count = 241 + Math.floor(chance() * 1200);
    const [low, high] = [Math.floor(chance() * count), Math.floor(chance() * count)];
    const totals = (i: number) => (i === high ? '70000.01' : i === low ? '-0.5' : `${500 + (i % 9)}`);
    const chartPoints = chartPointsOf(everyMinute(count, totals), NOW, 240);
    expect(chartPoints.length).toBeLessThanOrEqual(240);
    expect(chartPoints.map(({ total }) => total)).toContain('70000.01');
    expect(chartPoints.map(({ total }) => total)).toContain(low === high ? '70000.01' : '-0.5');
  });

  it('do not move when a new one is added', () => {
    const minutes = (from: number) =>
      Array.from({ length: 1440 }, (_, i) => pointAt(NOW + (from + i) * MINUTE_MS, { total: '5' }));
    const moments = (from: number) =>
      chartPointsOf(minutes(from), NOW + (from + 1439) * MINUTE_MS, 240).map(chartPoint => chartPoint.at);
    for (let from = 0; from < 60; from += 1) {
      const [before, after] = [moments(from), new Set(moments(from + 1))];
      expect(before.slice(1, -1).filter(at => !after.has(at) && at > NOW + (from + 1) * MINUTE_MS)).toEqual(
        []
      );
    }
  });

  it('are of the last day, in order, and none is later than now, however the clock was set', () => {
    const at = (hours: number[]) => chartPointsOf(hours.map(hour => pointAt(NOW - hour * HOUR_MS)), NOW, 240).map(chartPoint => (NOW - chartPoint.at) / HOUR_MS); // prettier-ignore
    expect(at([30, 20, 2, -5, 1, 0])).toEqual([20, 2, 1, 0]);
    expect(at([1, 3, 0])).toEqual([3, 1, 0]);
    expect(chartPointsOf([pointAt(NOW - DAY_MS - 1), pointAt(NOW - DAY_MS)], NOW, 240)).toHaveLength(1);
  });

  it('begin with the point that the change of the day is measured from, unless it is before a gap', () => {
    const begins = (...ages: number[]) =>
      chartPointsOf(
        ages.map(age => pointAt(NOW - DAY_MS - age)),
        NOW,
        240
      ).map(({ at }) => NOW - DAY_MS - at);
    expect(begins(7 * MINUTE_MS, 2 * MINUTE_MS, -3 * MINUTE_MS)).toEqual([2 * MINUTE_MS, -3 * MINUTE_MS]);
    expect(begins(HOUR_MS, -3 * MINUTE_MS)).toEqual([-3 * MINUTE_MS]);
    const points = [2, -3, -60].map(age => pointAt(NOW - DAY_MS - age * MINUTE_MS));
    expect(chartPointsOf(points, NOW, 240)[0]?.at).toBe(baselineOf(points, NOW)?.at);
  });

  it('of stale history points are marked as stale', () => {
    expect(chartPointsOf([pointAt(NOW, { stale: ['w1/1'] })], NOW, 240)).toMatchObject([{ isStale: true }]);
    expect(chartPointsOf([pointAt(NOW)], NOW, 240)).toMatchObject([{ isStale: false }]);
  });
});

describe('a gap', () => {
  const gapAfter = (distanceMs: number, intervalMs: number, stepMs = 0) =>
    chartPointsInOrder([pointAt(NOW, { intervalMs }), pointAt(NOW + distanceMs)], stepMs).map(
      chartPoint => chartPoint.isAfterGap
    );

  it.each([
    ['three intervals of the point before it are none', 3 * MINUTE_MS, MINUTE_MS, 0, false],
    ['more than three are one', 3 * MINUTE_MS + 1, MINUTE_MS, 0, true],
    ['a long interval needs more', 89 * MINUTE_MS, 30 * MINUTE_MS, 0, false],
    ['points of hours lie up to two hours apart', 2 * HOUR_MS, MINUTE_MS, HOUR_MS, false],
    ['four hours without a point', 4 * HOUR_MS, MINUTE_MS, HOUR_MS, true],
    ['an interval above the step counts', 11 * HOUR_MS, 4 * HOUR_MS, HOUR_MS, false]
  ])('%s', (_, distance, interval, step, is) => {
    expect(gapAfter(distance, interval, step)).toEqual([false, is]);
  });

  it('is measured by the interval that was used before it, not after it', () => {
    const points = [pointAt(NOW, { intervalMs: MINUTE_MS }), pointAt(NOW + HOUR_MS, { intervalMs: HOUR_MS })];
    expect(chartPointsInOrder(points, 0)[1]?.isAfterGap).toBe(true);
  });

  it('stays marked when the chart point after it is removed by thinning', () => {
    for (let place = 1; place < 1000; place += 7) {
      const chartPoints = chartPointsInOrder(everyMinute(1000), 0).map((chartPoint, i) => ({
        ...chartPoint,
        isAfterGap: i === place
      }));
      const thinned = thinChartPoints(chartPoints, 240).filter(chartPoint => chartPoint.isAfterGap);
      expect(thinned).toHaveLength(1);
      expect(thinned[0]!.at).toBeGreaterThanOrEqual(chartPoints[place]!.at);
    }
  });

  it('is not between two points of one moment, of which the later one is used', () => {
    expect(chartPointsInOrder([pointAt(NOW), pointAt(NOW, { total: '7' })], 0)).toMatchObject([
      { total: '7' }
    ]);
  });
});
