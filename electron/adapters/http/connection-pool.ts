// Keeps one undici dispatcher for each proxy and trust, and closes those that were not used for longest.
import type { Dispatcher } from 'undici';
import type { Trust } from './ca-file';
import { createConnector, type ConnectorOptions } from './connector';
import type { Proxy } from './proxy-choice';
import { Agent } from './undici';

/** One for this computer, one for the internet, and two more while the network changes. */
const MAX_DISPATCHERS = 4;

export interface Dispatchers {
  /** Null: no proxy. */
  get(proxy: Proxy | null, trust: Trust): Dispatcher;
}

export function createDispatchers(
  limitMs: number,
  onSecured: (trust: Trust, ...args: Parameters<ConnectorOptions['onSecured']>) => void
): Dispatchers {
  /** Ordered by last use; the most recently used one is at the end. */
  const dispatchersByKey = new Map<string, Dispatcher>();
  return {
    get(proxy, trust) {
      const key = JSON.stringify([proxy, trust.id]);
      const dispatcher = dispatchersByKey.get(key) ?? createDispatcher(proxy, trust);
      dispatchersByKey.delete(key);
      dispatchersByKey.set(key, dispatcher);
      for (const [oldKey, unused] of [...dispatchersByKey].slice(0, -MAX_DISPATCHERS)) {
        dispatchersByKey.delete(oldKey);
        // Requests that still run over it are completed first.
        void unused.close();
      }
      return dispatcher;
    }
  };

  function createDispatcher(proxy: Proxy | null, trust: Trust): Dispatcher {
    const connect = createConnector({
      proxy,
      secureContext: trust.secureContext,
      limitMs,
      onSecured: (origin, socket) => onSecured(trust, origin, socket)
    });
    return new Agent({ connect, headersTimeout: limitMs, bodyTimeout: limitMs });
  }
}
