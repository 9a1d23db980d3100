// Reads how long a service asks us to wait, from its Retry-After header.
import { HOUR_MS } from '../../shared/domain/durations';

/** A wait above this is a mistake or an attack: one header must not silence the app for a day. */
const LONGEST_WAIT_MS = HOUR_MS;

/** RFC 9110: seconds, or a date that ends in GMT. Date.parse alone would take "in 5 minutes" for a day in May. */
const SECONDS = /^\d+(\.\d+)?$/;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, .+ GMT$/;

/**
 * ms from now, at most an hour, 0 for a moment that has passed; undefined when absent or not understood.
 * `receivedAt` (ms) stands in for a missing Date header: both dates of the service cancel our clock's error out.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  receivedAt: number
): number | undefined {
  const wish = headers['retry-after']?.trim() ?? '';
  const waitMs = SECONDS.test(wish)
    ? Number(wish) * 1000
    : dateMs(wish) - (dateMs(headers['date']?.trim() ?? '') || receivedAt);
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(Math.ceil(waitMs), 0), LONGEST_WAIT_MS);
}

function dateMs(text: string): number {
  return HTTP_DATE.test(text) ? Date.parse(text) : NaN;
}
