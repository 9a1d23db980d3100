// History ranges (1d to all): the files that are read for a range, and the chart points made from the history points.
import { compareDecimals, decimal, type DecimalText } from '../../../shared/domain/decimal';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { BreakCause } from '../../../shared/domain/failure';
import type { FixedRange, Range, Subject } from '../../../shared/ipc/history-calls';
import type { ChartPoint, Portfolio } from '../../../shared/schema/app-state';
import type { HistoryPoint, LinePoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { isGap } from './gap-cause';
import { countedNow, restatedPoints } from './restated-points';
import { RETENTION_MS, STEP_MS } from './retention';
import { EVERYTHING, isOfCounted, isStaleAt, shownValueOf, valueAt } from './subject';

const MAX_CHART_POINTS = 400;

/** Points of `resolution` from `since` (ms) on. */
export interface RangeRead {
  readonly resolution: Resolution;
  readonly since: number;
}

/** A range of a fixed length that ends now, or the moment (ms) from which it reaches until now. */
export type AskedRange = FixedRange | number;

/** `lookedAt`: when the person looked last, ms. */
export function askedRange(range: Range, lookedAt: number): AskedRange {
  return range === 'looked' ? lookedAt : range;
}

interface RangeShape {
  /** The length of the range, ms back from now; Infinity: the whole history. */
  readonly length: number;
  /** The distance between its points, ms; 0: the interval of the polls. */
  readonly stepMs: number;
  /** Resolutions, each with how far back it is read, ms: the finer ones give the points of the buckets still open. */
  readonly from: readonly (readonly [Resolution, number])[];
}

const LATEST = ['polls', HOUR_MS] as const;
const TODAY = ['hours', DAY_MS] as const;
const SHAPES: Readonly<Record<FixedRange, RangeShape>> = {
  '1d': { length: DAY_MS, stepMs: 0, from: [['polls', DAY_MS]] },
  '1w': createRangeShape(7 * DAY_MS, 'five-minutes'),
  '1m': createRangeShape(30 * DAY_MS, 'hours'),
  '1y': { length: 365 * DAY_MS, stepMs: STEP_MS.days, from: [['days', 365 * DAY_MS], TODAY, LATEST] },
  all: { length: Infinity, stepMs: STEP_MS.days, from: [['days', Infinity], TODAY, LATEST] }
};

/** The days give the exact first, lowest, highest and last point of each day, which `resolution` may not have. */
function createRangeShape(length: number, resolution: 'five-minutes' | 'hours'): RangeShape {
  return { length, stepMs: STEP_MS[resolution], from: [[resolution, length], ['days', length], LATEST] };
}

/**
 * Since a moment it is read from the finest file that reaches back so far, and from that file whole: it begins with the
 * last point up to that moment, however old that is.
 */
function shapeOf(range: AskedRange, now: number): RangeShape {
  if (typeof range !== 'number') return SHAPES[range];
  const length = Math.max(0, now - range);
  if (length <= RETENTION_MS.polls) return { length, stepMs: 0, from: [['polls', Infinity]] };
  const [finest] = (['five-minutes', 'hours'] as const).filter(name => length <= RETENTION_MS[name]);
  if (finest === undefined) return { ...SHAPES.all, length };
  return {
    length,
    stepMs: STEP_MS[finest],
    from: [[finest, Infinity], ['days', length], LATEST]
  };
}

/** The reads that are needed to show a range that ends at `now` (ms). */
export function rangeReadsOf(range: AskedRange, now: number): RangeRead[] {
  return shapeOf(range, now).from.map(([resolution, length]) => ({
    resolution,
    since: sinceOf(length, now)
  }));
}

/**
 * What is shown of the points of all reads, in their order: from a moment on, the last point up to it is the first, with
 * which the later ones are compared.
 */
export function pointsInRange<Point extends Pick<HistoryPoint, 'at'>>(
  range: AskedRange,
  points: readonly Point[],
  now: number
): Point[] {
  const known = points.filter(({ at }) => at <= now);
  const start = rangeStartOf(range, now);
  const base =
    typeof range === 'number'
      ? known.reduce((last, { at }) => (at <= range ? Math.max(last, at) : last), -Infinity)
      : -Infinity;
  return known.filter(({ at }) => at >= (Number.isFinite(base) ? base : start));
}

/** What is shown above the line. */
export interface Shown {
  readonly portfolio: Portfolio;
  /** Whether DeFi positions count. */
  readonly hasDefi: boolean;
}

/** `points`: from all of `rangeReadsOf`, in any order. Returns at most 400 chart points, oldest first, one a moment. */
export function chartPointsOfRange(
  range: AskedRange,
  points: readonly HistoryPoint[],
  now: number,
  subject: Subject = EVERYTHING,
  shown?: Shown
): ChartPoint[] {
  const inRange = pointsInRange(range, points, now);
  // The files end with the last point, however long ago that was.
  const end = inRange.reduce((latest, { at }) => Math.max(latest, at), 0);
  return thinChartPoints(lineOfShown(inRange, shapeOf(range, end).stepMs, subject, shown), MAX_CHART_POINTS);
}

/** The past of what is shown, which ends with the number above it. */
function lineOfShown(
  points: readonly HistoryPoint[],
  stepMs: number,
  subject: Subject,
  shown: Shown | undefined
): ChartPoint[] {
  if (!shown) return chartPointsInOrder(points, stepMs, subject);
  const { portfolio, hasDefi } = shown;
  const isRestated = isOfCounted(portfolio, subject);
  const own = isRestated ? restatedPoints(points, countedNow(portfolio, hasDefi)) : points;
  return endingWith(chartPointsInOrder(own, stepMs, subject), own, subject, shownValueOf(portfolio, subject));
}

/** `points`: in any order. Without a past there is no line. */
function endingWith(
  chartPoints: readonly ChartPoint[],
  points: readonly LinePoint[],
  subject: Subject,
  total: DecimalText | undefined
): ChartPoint[] {
  const last = chartPoints.at(-1);
  if (!last || total === undefined) return [...chartPoints];
  const newest = points.reduce((latest, point) => (point.at > latest.at ? point : latest));
  if (newest.at === last.at) return [...chartPoints.slice(0, -1), { ...last, total }];
  const { at } = newest;
  return [...chartPoints, { at, total, isStale: isStaleAt(newest, subject), isAfterGap: true }];
}

/** The start of a range that ends at `now`, both ms. */
export function rangeStartOf(range: AskedRange, now: number): number {
  return sinceOf(shapeOf(range, now).length, now);
}

function sinceOf(length: number, now: number): number {
  return Math.max(0, now - length);
}

/** For the last, lowest and highest point, which always stay, and for the first and last step, which may be partial. */
const RESERVED_POINTS = 5;
/** Step lengths from one to its double, so that one step length stays in use while the time grows by a fifth. */
const STEPS_PER_DOUBLE = 4;

/**
 * The last day for the chart in the window, oldest first, thinned to at most `limit` points; the first, the last, the
 * lowest and the highest stay. It begins with the point that the change of the day is measured from, unless there is a gap
 * after it. Points later than `now` are left out: they were made while the clock was ahead. `points`: oldest first.
 */
export function chartPointsOf(
  points: readonly HistoryPoint[],
  now: number,
  limit: number,
  shown?: Shown
): ChartPoint[] {
  const start = now - DAY_MS;
  const day = points.filter(point => point.at > start && point.at <= now);
  const base = points.findLast(point => point.at <= start);
  const whole = base && !isGap(base, start) ? [base, ...day] : day;
  return thinChartPoints(lineOfShown(whole, 0, EVERYTHING, shown), limit);
}

/**
 * One chart point a moment, oldest first. `stepMs`: the distance between thinned points, so that it is no gap; 0 for
 * polls. A history point without a value of the subject makes no chart point, but a gap.
 */
export function chartPointsInOrder(
  points: readonly LinePoint[],
  stepMs: number,
  subject: Subject = EVERYTHING
): ChartPoint[] {
  const inOrder = oneAMoment(points);
  const chartPoints: ChartPoint[] = [];
  let isAfterGap = false;
  let causes: readonly (BreakCause | undefined)[] = [];
  inOrder.forEach((point, index) => {
    const before = inOrder[index - 1];
    const total = valueAt(point, subject);
    const isHere = before !== undefined && isGap(before, point.at, stepMs);
    const isJoined = before !== undefined && hasNewWallet(before, point, subject);
    if (isHere || total === undefined) causes = [...causes, isHere ? point.gapCause : undefined];
    if (isJoined) causes = [...causes, 'wallet-added'];
    isAfterGap ||= isHere || isJoined || total === undefined;
    if (total === undefined) return;
    chartPoints.push({
      at: point.at,
      total,
      isStale: isStaleAt(point, subject),
      isAfterGap: isAfterGap && chartPoints.length > 0,
      ...(chartPoints.length > 0 && onlyCause(causes))
    });
    isAfterGap = false;
    causes = [];
  });
  return chartPoints;
}

/** Whether a wallet answered for the first time between the two: what it has did not come then. */
function hasNewWallet(
  before: LinePoint,
  { wallets }: LinePoint,
  { chainIndex, walletId, holdingId }: Subject
): boolean {
  if (walletId !== undefined || holdingId !== undefined) return false;
  return Object.entries(wallets).some(([id, { chains, prices, transfers }]) => {
    const known = before.wallets[id];
    if (known && (prices !== '0' || transfers !== '0')) return false;
    const isThere = chainIndex === undefined ? Object.keys(chains).length > 0 : chainIndex in chains;
    return isThere && (!known || Object.keys(known.chains).length === 0);
  });
}

/** A coarser file repeats points of a finer one, and may not have the cause that the finer one has. */
function oneAMoment(points: readonly LinePoint[]): LinePoint[] {
  const byMoment = new Map<number, LinePoint>();
  for (const point of points) {
    const gapCause = point.gapCause ?? byMoment.get(point.at)?.gapCause;
    byMoment.set(point.at, gapCause === undefined ? point : { ...point, gapCause });
  }
  return [...byMoment.values()].sort((a, b) => a.at - b.at);
}

/** Of several gaps that are drawn as one, the cause that all have. */
function onlyCause([first, ...others]: readonly (BreakCause | undefined)[]): { gapCause?: BreakCause } {
  return first !== undefined && others.every(cause => cause === first) ? { gapCause: first } : {};
}

/**
 * At most `limit` (6 or more) of the chart points: the first one of each time step stays, so that a new chart point
 * moves none of the others while the whole has about the same length. A gap between two that stay is marked on the
 * later one.
 */
export function thinChartPoints(chartPoints: readonly ChartPoint[], limit: number): ChartPoint[] {
  const [first, last] = [chartPoints[0], chartPoints.at(-1)];
  if (!first || !last || chartPoints.length <= limit) return [...chartPoints];
  const stepMs = stepOf((last.at - first.at) / (limit - RESERVED_POINTS));
  const { lowest, highest } = extremesOf(chartPoints);
  const selected: ChartPoint[] = [];
  let step = -Infinity;
  let afterGaps: ChartPoint[] = [];
  chartPoints.forEach((chartPoint, index) => {
    if (chartPoint.isAfterGap) afterGaps.push(chartPoint);
    const own = Math.floor(chartPoint.at / stepMs);
    if (own === step && chartPoint !== last && index !== lowest && index !== highest) return;
    step = own;
    const { at, total, isStale } = chartPoint;
    const causes = afterGaps.map(({ gapCause }) => gapCause);
    selected.push({ at, total, isStale, isAfterGap: afterGaps.length > 0, ...onlyCause(causes) });
    afterGaps = [];
  });
  return selected;
}

/** The smallest step of a fixed series that is at least `minStepMs`. */
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
