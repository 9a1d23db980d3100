// One dispatcher a way and a trust, used again; those that were not used for longest are closed.
import type { Dispatcher } from 'undici';
import type { Trust } from './ca-file';
import { connectorOf, type ConnectorOptions } from './connector';
import type { Proxy } from './proxy-choice';
import { Agent } from './undici';

/** The way to this computer, the way out, and two more while a network changes. */
const MOST = 4;

export interface Dispatchers {
  /** Null: no proxy. */
  of(proxy: Proxy | null, trust: Trust): Dispatcher;
}

export function createDispatchers(
  limitMs: number,
  onSecured: (trust: Trust, ...told: Parameters<ConnectorOptions['onSecured']>) => void
): Dispatchers {
  /** The one used last is at the end. */
  const known = new Map<string, Dispatcher>();
  return {
    of(proxy, trust) {
      const key = JSON.stringify([proxy, trust.id]);
      const dispatcher = known.get(key) ?? made(proxy, trust);
      known.delete(key);
      known.set(key, dispatcher);
      for (const [old, unused] of [...known].slice(0, -MOST)) {
        known.delete(old);
        // What still runs over it ends first.
        void unused.close();
      }
      return dispatcher;
    }
  };

  function made(proxy: Proxy | null, trust: Trust): Dispatcher {
    const connect = connectorOf({
      proxy,
      secureContext: trust.secureContext,
      limitMs,
      onSecured: (origin, socket) => onSecured(trust, origin, socket)
    });
    return new Agent({ connect, headersTimeout: limitMs, bodyTimeout: limitMs });
  }
}
