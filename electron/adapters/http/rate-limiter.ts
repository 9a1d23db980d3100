// Turns per key: OKX's safe budget is one request a second, whatever asks.
import type { RateLimiter } from '../../core/ports/ports';

/** A little more than a second: the service counts by its own clock. */
const SPACING_MS = 1050;

export function createPace(spacingMs = SPACING_MS): RateLimiter {
  const queues = new Map<string, Promise<void>>();
  return {
    acquire(keyId) {
      const mine = queues.get(keyId) ?? Promise.resolve();
      // The next one's turn comes a spacing after mine, whether or not my request is answered by then.
      queues.set(
        keyId,
        mine.then(() => new Promise<void>(done => setTimeout(done, spacingMs)))
      );
      return mine;
    }
  };
}
