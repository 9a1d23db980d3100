// Staleness: after how long a value counts as stale, which parts of the wallets are stale, and when the next becomes so.
import { MINUTE_MS } from '../../../shared/domain/durations';
import type { Part, WalletSnapshot } from '../../../shared/schema/snapshot';
import { isExpected } from './chain-parts';

/** A moment further ahead than this was noted before the clock was set back: nobody knows how long ago that is. */
export const CLOCK_SLACK_MS = MINUTE_MS;

/** A part older than this is stale although no poll failed: two intervals and a minute for the poll itself. */
export function staleAfter(intervalMs: number): number {
  return 2 * intervalMs + MINUTE_MS;
}

/** The inverse of `staleAfter`: the interval from which it was computed. */
export function intervalOfStaleAge(staleAfterMs: number): number {
  return Math.max(0, (staleAfterMs - MINUTE_MS) / 2);
}

/** Whether the last poll did not answer the part, or its answer is older than `staleAfterMs`, or from the future. */
export function isStalePart(part: Part | undefined, now: number, staleAfterMs: number): boolean {
  if (!part || part.answeredAt === null || part.failure !== null) return true;
  const ageMs = now - part.answeredAt;
  return ageMs > staleAfterMs || ageMs < -CLOCK_SLACK_MS;
}

/** The stale parts among the expected ones, as `walletId/chainIndex`. */
export function staleParts(
  snapshots: readonly WalletSnapshot[],
  now: number,
  staleAfterMs: number
): string[] {
  return snapshots.flatMap(({ walletId, parts }) =>
    parts
      .filter(part => isExpected(part) && isStalePart(part, now, staleAfterMs))
      .map(({ chainIndex }) => `${walletId}/${chainIndex}`)
  );
}

/** When the next fresh part becomes stale, ms; null when all parts are stale already. */
export function nextStaleAt(
  snapshots: readonly WalletSnapshot[],
  now: number,
  staleAfterMs: number
): number | null {
  return staleMoments(snapshots, now, staleAfterMs)[0] ?? null;
}

/** The moments at which fresh parts become stale, ms, the next one first. */
export function staleMoments(
  snapshots: readonly WalletSnapshot[],
  now: number,
  staleAfterMs: number
): number[] {
  const moments = snapshots
    .flatMap(snapshot => snapshot.parts)
    .filter(part => isExpected(part) && !isStalePart(part, now, staleAfterMs))
    .map(part => (part.answeredAt ?? 0) + staleAfterMs + 1);
  return [...new Set(moments)].sort((a, b) => a - b);
}
