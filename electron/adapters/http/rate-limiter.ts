// Limits the requests of each key to one a second, whichever part of the app sends them.
import { REQUEST_SPACING_MS } from '../../../shared/domain/limits';
import type { RateLimiter } from '../../core/ports/ports';

export function createRateLimiter(): RateLimiter {
  const lastSlots = new Map<string, Promise<void>>();
  return {
    acquire(keyId) {
      const ownSlot = lastSlots.get(keyId) ?? Promise.resolve();
      // The next request may start one spacing after this one, whether or not this one is answered by then.
      lastSlots.set(
        keyId,
        ownSlot.then(() => new Promise<void>(done => setTimeout(done, REQUEST_SPACING_MS)))
      );
      return ownSlot;
    }
  };
}
