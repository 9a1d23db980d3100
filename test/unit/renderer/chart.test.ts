// The history line keeps to what is known: gaps are gaps, stale is dashed, axis values are round.
import { describe, expect, it } from 'vitest';
import { valueTicks } from '../../../renderer/lib/axis';
import { draw, nearest, type Frame } from '../../../renderer/lib/chart';
import type { HistoryDot } from '../../../shared/state';

const MINUTE_MS = 60_000;
const FRAME: Frame = {
  widthPx: 100,
  topPx: 8,
  bottomPx: 108,
  from: 0,
  until: 100 * MINUTE_MS,
  tailMs: 15 * MINUTE_MS
};

function dot(minute: number, total: string, isStale = false, isAfterGap = false): HistoryDot {
  return { at: minute * MINUTE_MS, total, isStale, isAfterGap };
}

describe('the history line', () => {
  it('is one straight piece between dots that follow each other', () => {
    const { lines, gaps } = draw([dot(0, '100'), dot(10, '200'), dot(100, '150')], FRAME);
    expect(lines).toEqual([{ d: 'M0 102L10 14L100 58', isStale: false }]);
    expect(gaps).toEqual([]);
  });

  it('stops at both sides of a gap, however long the way between two other dots is', () => {
    const dots = [dot(0, '1'), dot(10, '1'), dot(90, '1', false, true), dot(100, '1')];
    const { lines, gaps } = draw(dots, FRAME);
    expect(lines.map(line => line.d)).toEqual(['M0 58L10 58', 'M90 58L100 58']);
    expect(gaps).toEqual([{ x: 10, widthPx: 80 }]);
  });

  it('shows the time since the last dot as a gap', () => {
    expect(draw([dot(0, '1'), dot(10, '1')], FRAME).gaps).toEqual([{ x: 10, widthPx: 90 }]);
  });

  it('is dashed from the last fresh dot to the next fresh one', () => {
    const dots = [dot(0, '1'), dot(10, '1'), dot(20, '1', true), dot(30, '1'), dot(40, '1')];
    const { lines } = draw(dots, { ...FRAME, until: 40 * MINUTE_MS });
    expect(lines).toEqual([
      { d: 'M0 58L25 58', isStale: false },
      { d: 'M25 58L50 58L75 58', isStale: true },
      { d: 'M75 58L100 58', isStale: false }
    ]);
  });

  it('tells cents apart in a total larger than a double can hold', () => {
    const { points } = draw([dot(0, '90071992547409930.01'), dot(10, '90071992547409930.02')], FRAME);
    expect(points.map(point => point.y)).toEqual([102, 14]);
  });

  it('knows its first lowest and first highest point, and none where nothing moved', () => {
    const { extremes } = draw([dot(0, '2'), dot(10, '1'), dot(20, '3'), dot(30, '1'), dot(40, '3')], FRAME);
    expect([extremes?.low.dot.at, extremes?.high.dot.at]).toEqual([10 * MINUTE_MS, 20 * MINUTE_MS]);
    expect(draw([dot(0, '1'), dot(10, '1.00')], FRAME).extremes).toBeNull();
  });

  it('finds the dot nearest to the pointer', () => {
    const { points } = draw([dot(0, '1'), dot(10, '1'), dot(20, '1')], FRAME);
    expect([0, 6, 14, 99].map(x => nearest(points, x))).toEqual([0, 1, 1, 2]);
  });
});

describe('the axis of values', () => {
  it.each([
    ['412600000', '421800000', ['42200', '41800', '41400']],
    ['0', '10000', ['1', '0.5', '0']],
    ['420700000', '420700400', ['42070.04', '42070.02', '42070']]
  ])('has three round values between %s and %s hundredths of a cent', (low, high, texts) => {
    expect(valueTicks(BigInt(low), BigInt(high)).map(tick => tick.text)).toEqual(texts);
  });

  it('has one value when nothing moved', () => {
    expect(valueTicks(5n, 5n)).toHaveLength(1);
  });
});
