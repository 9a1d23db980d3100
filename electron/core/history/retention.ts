// From every poll to few points: buckets of five minutes, hours and days (UTC), closed in the order in which points arrive.
import { compareDecimals, decimal } from '../../../shared/domain/decimal';
import { MINUTE_MS, HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';

export type Coarse = Exclude<Resolution, 'polls'>;
export const COARSE = ['five-minutes', 'hours', 'days'] as const satisfies readonly Coarse[];

/** ms; all three end where a UTC day ends. */
export const STEP_MS: Readonly<Record<Coarse, number>> = {
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

export type Open = Readonly<Record<Coarse, Bucket | null>>;
export const NOTHING_OPEN: Open = { 'five-minutes': null, hours: null, days: null };

export interface Folded {
  readonly open: Open;
  /** The points that are final with this one's arrival, by resolution. */
  readonly closed: Readonly<Record<Coarse, readonly HistoryPoint[]>>;
}

/** The bucket of a moment (ms), counted from 1970. */
export function bucketOf(at: number, resolution: Coarse): number {
  return Math.floor(at / STEP_MS[resolution]);
}

/** `times`: ms, in order of arrival. The place of the first point of the day that is not closed. */
export function openDayFrom(times: readonly number[]): number {
  const day = bucketOf(times.at(-1) ?? 0, 'days');
  return times.findLastIndex(at => bucketOf(at, 'days') !== day) + 1;
}

/**
 * Takes the next point. A bucket closes when the point is in another one, be it earlier or later: a clock that was wrong and
 * came back leaves two closed buckets of one time, and loses nothing.
 */
export function fold(open: Open, point: HistoryPoint): Folded {
  const folded = COARSE.map(resolution => {
    const bucket = open[resolution];
    const number = bucketOf(point.at, resolution);
    if (bucket?.number === number)
      return { resolution, bucket: grown(bucket, point, resolution), closed: [] };
    const fresh = { number, first: point, lowest: point, highest: point, last: point };
    return { resolution, bucket: fresh, closed: bucket ? keptOf(bucket, resolution) : [] };
  });
  const by = <Value>(value: (one: (typeof folded)[number]) => Value) =>
    Object.fromEntries(folded.map(one => [one.resolution, value(one)])) as Record<Coarse, Value>;
  return { open: by(({ bucket }) => bucket), closed: by(({ closed }) => closed) };
}

function grown(bucket: Bucket, point: HistoryPoint, resolution: Coarse): Bucket {
  if (resolution !== 'days') return { ...bucket, last: point };
  const total = decimal(point.total);
  return {
    ...bucket,
    lowest: compareDecimals(total, decimal(bucket.lowest.total)) < 0 ? point : bucket.lowest,
    highest: compareDecimals(total, decimal(bucket.highest.total)) > 0 ? point : bucket.highest,
    last: point
  };
}

function keptOf({ first, lowest, highest, last }: Bucket, resolution: Coarse): HistoryPoint[] {
  if (resolution !== 'days') return [last];
  const byTime = new Map([first, lowest, highest, last].map(point => [point.at, point]));
  return [...byTime.values()].sort((a, b) => a.at - b.at);
}

/**
 * ms. Polls stay an hour longer than they are shown, so that a change of 24 h finds the point before it, and longer than any
 * day lasts. Days stay for good.
 */
const KEPT_MS: Readonly<Record<Resolution, number>> = {
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
const WITNESSES = 200;

/** `times`: of all points, ms, in order of arrival. Whether each stays. */
export function stays(times: readonly number[], resolution: Resolution): boolean[] {
  const earliest = Math.min(...times.slice(-WITNESSES));
  const since = earliest - KEPT_MS[resolution];
  return times.map(at => at >= since);
}
