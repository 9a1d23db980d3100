// The chart series shows only what is known: gaps stay gaps, stale periods are dashed, cents differ.
import { describe, expect, it } from 'vitest';
import { heightOf } from '../../../../renderer/chart/axes';
import { seriesOf } from '../../../../renderer/chart/series';
import type { ChartPoint } from '../../../../shared/schema/app-state';

const MINUTE_MS = 60_000;
const TAIL_MS = 15 * MINUTE_MS;

function chartPoint(minute: number, total: string, isStale = false, isAfterGap = false): ChartPoint {
  return { at: minute * MINUTE_MS, total, isStale, isAfterGap };
}

/** The series until its last chart point; moments in minutes. */
function drawn(chartPoints: readonly ChartPoint[], untilMinute = (chartPoints.at(-1)?.at ?? 0) / MINUTE_MS) {
  const { columns, gaps, ...rest } = seriesOf(chartPoints, untilMinute * MINUTE_MS, TAIL_MS);
  const [times, fresh, stale] = columns;
  const inMinutes = (ms: number): number => ms / MINUTE_MS;
  return {
    ...rest,
    rows: times.map((at, i) => [inMinutes(at), fresh[i], stale[i]]),
    gaps: gaps.map(gap => [inMinutes(gap.from), inMinutes(gap.until)])
  };
}

describe('the series of the history chart', () => {
  it('adjacent chart points make one fresh line', () => {
    const { rows, gaps } = drawn([chartPoint(0, '100'), chartPoint(10, '200'), chartPoint(100, '150')]);
    expect(rows.filter(([, fresh]) => fresh !== undefined)).toEqual([
      [0, 0, null],
      [10, 1, null],
      [100, 0.5, null]
    ]);
    expect(gaps).toEqual([]);
  });

  it('both lines break within a gap, however long the distance between two other chart points is', () => {
    const { rows, gaps } = drawn([
      chartPoint(0, '1'),
      chartPoint(10, '1'),
      chartPoint(90, '1', false, true),
      chartPoint(100, '1')
    ]);
    expect(rows.find(([at]) => at === 50)).toEqual([50, null, null]);
    expect(rows.filter(([, fresh, stale]) => fresh === null && stale === null)).toHaveLength(1);
    expect(gaps).toEqual([[10, 90]]);
  });

  it('a long time from the last chart point to the present is a gap', () => {
    expect(drawn([chartPoint(0, '1'), chartPoint(10, '1')], 100).gaps).toEqual([[10, 100]]);
    expect(drawn([chartPoint(0, '1'), chartPoint(10, '1')], 25).gaps).toEqual([]);
  });

  it('the line is dashed from the last fresh chart point to the next fresh one', () => {
    const { rows } = drawn([
      chartPoint(0, '1'),
      chartPoint(10, '1'),
      chartPoint(20, '1', true),
      chartPoint(30, '1'),
      chartPoint(40, '1')
    ]);
    const at = (minute: number) => rows.find(([time]) => time === minute)?.slice(1);
    expect([10, 20, 30].map(minute => at(minute)?.[1])).toEqual([0.5, 0.5, 0.5]);
    expect([0, 40].map(minute => at(minute)?.[1])).toEqual([null, null]);
    expect(at(20)?.[0]).toBeNull();
  });

  it('the line is not dashed between two fresh chart points that lie between stale ones', () => {
    const { rows } = drawn([
      chartPoint(0, '1', true),
      chartPoint(10, '1'),
      chartPoint(20, '1'),
      chartPoint(30, '1', true)
    ]);
    expect(rows.find(([at]) => at === 15)).toEqual([15, undefined, null]);
  });

  it('heights differ for cents in a total larger than a float can hold', () => {
    const { heights } = drawn([
      chartPoint(0, '90071992547409930.01'),
      chartPoint(10, '90071992547409930.02')
    ]);
    expect(heights).toEqual([0, 1]);
    expect(heightOf(90071992547409930_00n + 1n, 90071992547409930_00n, 90071992547409930_00n + 4n)).toBe(
      0.25
    );
  });

  it('the extremes are the first lowest and the first highest chart point, and null when all are equal', () => {
    const { extremes } = drawn([
      chartPoint(0, '2'),
      chartPoint(10, '1'),
      chartPoint(20, '3'),
      chartPoint(30, '1'),
      chartPoint(40, '3')
    ]);
    expect(extremes).toEqual({ low: 1, high: 2 });
    const still = drawn([chartPoint(0, '1'), chartPoint(10, '1.00')]);
    expect([still.extremes, still.heights]).toEqual([null, [0.5, 0.5]]);
  });
});
