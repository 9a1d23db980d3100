// Whether a window whose page failed is made anew: a few times, then not, so that it does not flicker for good.
import { MINUTE_MS } from '../../../shared/domain/durations';

const MOST = 3;
const WITHIN_MS = 5 * MINUTE_MS;

/** `earlier`: when it was made anew before, ms by a clock that does not jump. */
export function mayRevive(earlier: readonly number[], now: number): boolean {
  return earlier.filter(at => now - at < WITHIN_MS).length < MOST;
}
