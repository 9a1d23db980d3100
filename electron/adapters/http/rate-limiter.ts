// Limits the requests of each key to one a second, whichever part of the app sends them.
// One request a second is the safe budget at OKX.
import type { RateLimiter } from '../../core/ports/ports';

/** A little more than a second, because the service counts by its own clock. */
const SPACING_MS = 1050;

export function createRateLimiter(spacingMs = SPACING_MS): RateLimiter {
  const lastSlots = new Map<string, Promise<void>>();
  return {
    acquire(keyId) {
      const ownSlot = lastSlots.get(keyId) ?? Promise.resolve();
      // The next request may start one spacing after this one, whether or not this one is answered by then.
      lastSlots.set(
        keyId,
        ownSlot.then(() => new Promise<void>(done => setTimeout(done, spacingMs)))
      );
      return ownSlot;
    }
  };
}
