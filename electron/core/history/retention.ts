// Retention of the history: thins the points of all polls to five minutes, hours and days, and removes old points.
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

/** What may still become a coarser point. */
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
  /** The points that are final with this one's arrival, by resolution. */
  readonly closed: Readonly<Record<CoarseResolution, readonly HistoryPoint[]>>;
}

/** The bucket of a moment (ms), counted from 1970. */
export function bucketNumberOf(at: number, resolution: CoarseResolution): number {
  return Math.floor(at / STEP_MS[resolution]);
}

/** `times`: ms, in order of arrival. The place of the first point of the day that is not closed. */
export function openDayIndex(times: readonly number[]): number {
  const day = bucketNumberOf(times.at(-1) ?? 0, 'days');
  return times.findLastIndex(at => bucketNumberOf(at, 'days') !== day) + 1;
}

/**
 * Takes the next point. A bucket closes when the point is in another one, be it earlier or later: a clock that was wrong and
 * came back leaves two closed buckets of one time, and loses nothing.
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
  if (resolution !== 'days') return { ...bucket, last: point };
  const total = decimal(point.total);
  return {
    ...bucket,
    lowest: compareDecimals(total, decimal(bucket.lowest.total)) < 0 ? point : bucket.lowest,
    highest: compareDecimals(total, decimal(bucket.highest.total)) > 0 ? point : bucket.highest,
    last: point
  };
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
 * ms. Polls stay an hour longer than they are shown, so that a change of 24 h finds the point before it, and longer than any
 * day lasts. Days stay for good.
 */
const RETENTION_MS: Readonly<Record<Resolution, number>> = {
  polls: DAY_MS + HOUR_MS,
  'five-minutes': 7 * DAY_MS,
  hours: 90 * DAY_MS,
  days: Infinity
};

/**
 * As many points must agree before anything is thrown away: time counts back from the earliest of the last 200. A clock that
 * ran ahead for fewer polls (3 hours of the fastest) costs nothing; one that did for longer costs detail, which the
 * coarser files keep.
 */
const AGREEING_POINTS = 200;

/** `times`: of all points, ms, in order of arrival. Whether each stays. */
export function areRetained(times: readonly number[], resolution: Resolution): boolean[] {
  const earliest = Math.min(...times.slice(-AGREEING_POINTS));
  const since = earliest - RETENTION_MS[resolution];
  return times.map(at => at >= since);
}
