// Retention: how long history points are stored, and how polls are thinned to minutes, hours and days.
// Buckets are in UTC and close in the order in which points arrive.
import { compareDecimals, decimal } from '../../../shared/domain/decimal';
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';

export type CoarseResolution = Exclude<Resolution, 'polls'>;
export const COARSE_RESOLUTIONS = [
  'five-minutes',
  'hours',
  'days'
] as const satisfies readonly CoarseResolution[];

/** ms; all three end where a UTC day ends. */
export const STEP_MS: Readonly<Record<CoarseResolution, number>> = {
  'five-minutes': 5 * MINUTE_MS,
  hours: HOUR_MS,
  days: DAY_MS
};

/** The history points of one time step that may still become coarser points. */
interface Bucket {
  readonly number: number;
  readonly first: HistoryPoint;
  readonly lowest: HistoryPoint;
  readonly highest: HistoryPoint;
  readonly last: HistoryPoint;
}

export type OpenBuckets = Readonly<Record<CoarseResolution, Bucket | null>>;
export const NO_OPEN_BUCKETS: OpenBuckets = { 'five-minutes': null, hours: null, days: null };

export interface FoldResult {
  readonly open: OpenBuckets;
  /** The points of the buckets that this point closed, by resolution. */
  readonly closed: Readonly<Record<CoarseResolution, readonly HistoryPoint[]>>;
}

/** The bucket of a moment (ms), counted from 1970. */
export function bucketNumberOf(at: number, resolution: CoarseResolution): number {
  return Math.floor(at / STEP_MS[resolution]);
}

/** `times`: ms, in order of arrival. Returns the index of the first point of the day that is not closed. */
export function openDayIndex(times: readonly number[]): number {
  const day = bucketNumberOf(times.at(-1) ?? 0, 'days');
  return times.findLastIndex(at => bucketNumberOf(at, 'days') !== day) + 1;
}

/**
 * Adds the next point. A bucket closes when the point belongs to another bucket, earlier or later: a clock that was
 * wrong and was corrected leaves two closed buckets of one time, and no point is lost.
 */
export function addToBuckets(open: OpenBuckets, point: HistoryPoint): FoldResult {
  const folded = COARSE_RESOLUTIONS.map(resolution => {
    const bucket = open[resolution];
    const number = bucketNumberOf(point.at, resolution);
    if (bucket?.number === number)
      return { resolution, bucket: extendBucket(bucket, point, resolution), closed: [] };
    const fresh = { number, first: point, lowest: point, highest: point, last: point };
    return { resolution, bucket: fresh, closed: bucket ? pointsOfBucket(bucket, resolution) : [] };
  });
  const byResolution = <Value>(value: (one: (typeof folded)[number]) => Value) =>
    Object.fromEntries(folded.map(one => [one.resolution, value(one)])) as Record<CoarseResolution, Value>;
  return { open: byResolution(({ bucket }) => bucket), closed: byResolution(({ closed }) => closed) };
}

function extendBucket(bucket: Bucket, point: HistoryPoint, resolution: CoarseResolution): Bucket {
  if (resolution !== 'days') return { ...bucket, last: withGapOf(bucket.last, point) };
  const total = decimal(point.total);
  return {
    ...bucket,
    lowest: compareDecimals(total, decimal(bucket.lowest.total)) < 0 ? point : bucket.lowest,
    highest: compareDecimals(total, decimal(bucket.highest.total)) > 0 ? point : bucket.highest,
    last: point
  };
}

/** The point that stays alone of its bucket keeps the cause of the gap before the bucket. */
function withGapOf({ gapCause }: HistoryPoint, point: HistoryPoint): HistoryPoint {
  return gapCause === undefined || point.gapCause !== undefined ? point : { ...point, gapCause };
}

function pointsOfBucket(
  { first, lowest, highest, last }: Bucket,
  resolution: CoarseResolution
): HistoryPoint[] {
  if (resolution !== 'days') return [last];
  const byTime = new Map([first, lowest, highest, last].map(point => [point.at, point]));
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

/**
 * ms. Polls stay an hour longer than they are shown, so that a change of 24 h finds the point before it; that is also
 * longer than any day lasts. Days stay for ever.
 */
export const RETENTION_MS: Readonly<Record<Resolution, number>> = {
  polls: DAY_MS + HOUR_MS,
  'five-minutes': 7 * DAY_MS,
  hours: 90 * DAY_MS,
  days: Infinity
};

/**
 * So many points must agree before a point is removed: the retention is measured back from the earliest of the last
 * 200 points. A clock that ran ahead for fewer polls (3 hours of the fastest polling) costs nothing; one that ran
 * ahead for longer costs detail, which the coarser files keep.
 */
export const AGREEING_POINTS = 200;

/** `times`: at least of the last 200 points, ms, in order of arrival. Gives the moment (ms) from which on points stay. */
export function retainedSince(times: readonly number[], resolution: Resolution): number {
  return Math.min(...times.slice(-AGREEING_POINTS)) - RETENTION_MS[resolution];
}
