// Limits the requests of each key to one a second, whichever part of the app sends them, the most urgent first.
import { REQUEST_PRIORITIES, REQUEST_SPACING_MS, type RequestPriority } from '../../../shared/domain/limits';
import type { RateLimiter } from '../../core/ports/ports';

/** Those of one key that wait, by priority, each in the order of its arrival; `start` lets one of them send. */
type Queue = Record<RequestPriority, (() => void)[]>;

export function createRateLimiter(): RateLimiter {
  /** Absent: the key sent nothing within the last spacing. */
  const queues = new Map<string, Queue>();

  /** The next request may start one spacing after this one, whether or not this one is answered by then. */
  function startNext(keyId: string, queue: Queue): void {
    const next = REQUEST_PRIORITIES.find(priority => queue[priority].length > 0);
    if (!next) {
      queues.delete(keyId);
      return;
    }
    queue[next].shift()?.();
    setTimeout(() => startNext(keyId, queue), REQUEST_SPACING_MS);
  }

  return {
    acquire: (keyId, priority) =>
      new Promise(start => {
        const queue = queues.get(keyId);
        if (queue) {
          queue[priority].push(start);
          return;
        }
        const first: Queue = { person: [], round: [], look: [], other: [], past: [] };
        first[priority].push(start);
        queues.set(keyId, first);
        startNext(keyId, first);
      })
  };
}
