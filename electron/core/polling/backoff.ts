// Backoff: computes the delay until the next poll from interval, failures, Retry-After and the attention of the user.
import { MINUTE_MS } from '../../../shared/domain/durations';
import { reactionTo, type FailureCode } from '../../../shared/domain/failure';
import { REQUEST_SPACING_MS } from '../../../shared/domain/limits';
import type { Choices } from '../../../shared/schema/settings';
import type { Attention } from '../ports/world';

const MAX_BACKOFF_MS = 15 * MINUTE_MS;
const FIRST_RETRY_MS = 15_000;
/** Time for the network to come back after sleep. */
export const WAKE_DELAY_MS = 2000;

/** Milliseconds: the larger of the setting and the time that the requests of a round need. */
export function intervalOf(choices: Choices, attention: Attention, requestsPerRound: number): number {
  const chosen = {
    visible: choices.visibleIntervalMs,
    hidden: choices.hiddenIntervalMs,
    idle: choices.idleIntervalMs
  }[attention];
  return Math.max(chosen, requestsPerRound * REQUEST_SPACING_MS);
}

export interface LastPoll {
  readonly failure: FailureCode | null;
  /** The number of consecutive failed polls, 0 after a success. */
  readonly failuresInRow: number;
  readonly retryAfterMs: number | null;
}

/**
 * The delay from the end of a poll to the start of the next, ms; null: no poll before the settings change or "Refresh
 * now". `chance`: 0 inclusive to 1 exclusive, varies the delay by up to 10 % in both directions.
 */
export function delayAfter(last: LastPoll, intervalMs: number, chance: number): number | null {
  const reaction = last.failure && reactionTo(last.failure);
  if (reaction === 'stop') return null;
  const requestedMs = last.retryAfterMs ?? 0;
  const jitter = 0.9 + 0.2 * chance;
  if (reaction === 'slow') return Math.max(MAX_BACKOFF_MS * jitter, requestedMs);
  if (reaction === null) return Math.max(intervalMs * jitter, requestedMs);
  const backoffMs = Math.min(FIRST_RETRY_MS, intervalMs) * 2 ** Math.min(last.failuresInRow - 1, 10);
  return Math.max(Math.min(backoffMs, MAX_BACKOFF_MS) * jitter, requestedMs);
}
