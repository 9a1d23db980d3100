// History ranges (1d to all): which files are read for a range, and which chart points are made from the history points.
import { compareDecimals, decimal } from '../../../shared/domain/decimal';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Range, Subject } from '../../../shared/ipc/history-calls';
import type { ChartPoint } from '../../../shared/schema/app-state';
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { STEP_MS } from './retention';
import { EVERYTHING, isStaleAt, valueAt } from './subject';

const MAX_CHART_POINTS = 400;

/** Points of `resolution` from `since` (ms) on. */
export interface RangeRead {
  readonly resolution: Resolution;
  readonly since: number;
}

interface RangeShape {
  /** ms back from now; Infinity: all. */
  readonly length: number;
  /** How far apart its points lie, ms; 0: the interval of the polls. */
  readonly stepMs: number;
  /** Resolutions, each with how far back it is read, ms: the finer ones give what the coarse one has not closed yet. */
  readonly from: readonly (readonly [Resolution, number])[];
}

const LATEST = ['polls', HOUR_MS] as const;
const TODAY = ['hours', DAY_MS] as const;
const SHAPES: Readonly<Record<Range, RangeShape>> = {
  '1d': { length: DAY_MS, stepMs: 0, from: [['polls', DAY_MS]] },
  '1w': createRangeShape(7 * DAY_MS, 'five-minutes'),
  '1m': createRangeShape(30 * DAY_MS, 'hours'),
  '1y': { length: 365 * DAY_MS, stepMs: STEP_MS.days, from: [['days', 365 * DAY_MS], TODAY, LATEST] },
  all: { length: Infinity, stepMs: STEP_MS.days, from: [['days', Infinity], TODAY, LATEST] }
};

/** Days give the exact first, lowest, highest and last of each day, which the thinner points may have missed. */
function createRangeShape(length: number, resolution: 'five-minutes' | 'hours'): RangeShape {
  return { length, stepMs: STEP_MS[resolution], from: [[resolution, length], ['days', length], LATEST] };
}

/** What has to be read to show a range that ends at `now` (ms). */
export function rangeReadsOf(range: Range, now: number): RangeRead[] {
  return SHAPES[range].from.map(([resolution, length]) => ({ resolution, since: sinceOf(length, now) }));
}

/** The points of all that `needsOf` named, in any order -> at most 400 dots, oldest first, one a moment. */
export function chartPointsOfRange(
  range: Range,
  points: readonly HistoryPoint[],
  now: number,
  subject: Subject = EVERYTHING
): ChartPoint[] {
  const since = rangeStartOf(range, now);
  const inRange = points.filter(({ at }) => at >= since && at <= now);
  return thinChartPoints(chartPointsInOrder(inRange, SHAPES[range].stepMs, subject), MAX_CHART_POINTS);
}

/** When a range that ends at `now` begins, both ms. */
export function rangeStartOf(range: Range, now: number): number {
  return sinceOf(SHAPES[range].length, now);
}

function sinceOf(length: number, now: number): number {
  return Math.max(0, now - length);
}

/** A poll that is late by one retry leaves no gap; a computer that slept does. */
const MISSED_INTERVALS = 3;
/** The last dot, the lowest and the highest stay, whatever the step; and the steps begin and end inside one. */
const RESERVED_POINTS = 5;
/** Steps between one and its double, so that one serves while the time grows by a fifth. */
const STEPS_PER_DOUBLE = 4;

/**
 * The last day for the line in the window, oldest first, thinned to at most `most` points; the first, the last, the lowest
 * and the highest stay. Points from ahead of now were made while the clock ran fast.
 */
export function chartPointsOf(points: readonly HistoryPoint[], now: number, limit: number): ChartPoint[] {
  const day = points.filter(point => point.at >= now - DAY_MS && point.at <= now);
  return thinChartPoints(chartPointsInOrder(day, 0), limit);
}

/**
 * One dot a moment, oldest first. `stepMs`: how far apart thinned points lie, so that their distance is no gap; 0 for polls.
 * Points that do not know the subject leave no dot, and a gap.
 */
export function chartPointsInOrder(
  points: readonly HistoryPoint[],
  stepMs: number,
  subject: Subject = EVERYTHING
): ChartPoint[] {
  const inOrder = [...new Map(points.map(point => [point.at, point])).values()].sort((a, b) => a.at - b.at);
  const chartPoints: ChartPoint[] = [];
  let isAfterGap = false;
  inOrder.forEach((point, index) => {
    const before = inOrder[index - 1];
    const total = valueAt(point, subject);
    isAfterGap ||= total === undefined || (before !== undefined && isGap(before, point, stepMs));
    if (total === undefined) return;
    chartPoints.push({
      at: point.at,
      total,
      isStale: isStaleAt(point, subject),
      isAfterGap: isAfterGap && chartPoints.length > 0
    });
    isAfterGap = false;
  });
  return chartPoints;
}

function isGap(before: HistoryPoint, after: HistoryPoint, stepMs: number): boolean {
  return after.at - before.at > MISSED_INTERVALS * Math.max(before.intervalMs, stepMs);
}

/**
 * At most `most` (6 or more) of the dots: the first one of each step of time stays, so that a new dot moves none of the
 * others while the whole has about the same length. A gap between two that stay is marked on the later one.
 */
export function thinChartPoints(chartPoints: readonly ChartPoint[], limit: number): ChartPoint[] {
  const [first, last] = [chartPoints[0], chartPoints.at(-1)];
  if (!first || !last || chartPoints.length <= limit) return [...chartPoints];
  const stepMs = stepOf((last.at - first.at) / (limit - RESERVED_POINTS));
  const { lowest, highest } = extremesOf(chartPoints);
  const selected: ChartPoint[] = [];
  let [isAfterGap, step] = [false, -Infinity];
  chartPoints.forEach((chartPoint, index) => {
    isAfterGap ||= chartPoint.isAfterGap;
    const own = Math.floor(chartPoint.at / stepMs);
    if (own === step && chartPoint !== last && index !== lowest && index !== highest) return;
    step = own;
    selected.push({ ...chartPoint, isAfterGap });
    isAfterGap = false;
  });
  return selected;
}

/** At least `leastMs`, from a fixed row of steps. */
function stepOf(minStepMs: number): number {
  return 2 ** (Math.ceil(Math.log2(minStepMs) * STEPS_PER_DOUBLE) / STEPS_PER_DOUBLE);
}

function extremesOf(chartPoints: readonly ChartPoint[]): { lowest: number; highest: number } {
  const totals = chartPoints.map(({ total }) => decimal(total));
  let [lowest, highest] = [0, 0];
  totals.forEach((total, index) => {
    if (compareDecimals(total, totals[lowest] ?? total) < 0) lowest = index;
    if (compareDecimals(total, totals[highest] ?? total) > 0) highest = index;
  });
  return { lowest, highest };
}
