// Which points of a file are still needed. Polls of the day that is not over always are: no coarser file has them yet.
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Resolution } from '../ports/storage';

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
