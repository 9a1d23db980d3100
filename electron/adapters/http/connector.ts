// Opens connections for undici, directly or through a proxy, with TLS always to the host itself.
// Every error becomes a Failure.
import type { Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import type { buildConnector as Undici } from 'undici';
import { networkFailure } from './network-errors';
import type { Proxy } from './proxy-choice';
import { openTunnel } from './proxy-tunnel';
import { buildConnector } from './undici';

export interface ConnectorOptions {
  readonly proxy: Proxy | null;
  /** Null: the built-in roots alone. */
  readonly secureContext: SecureContext | null;
  /** For the proxy, and again for TCP and TLS to the host. */
  readonly limitMs: number;
  /** Called with every connection that TLS protects. */
  readonly onSecured: (origin: string, socket: TLSSocket) => void;
}

const unsentFailures = new WeakSet<WeakKey>();

/** Whether the request was never sent, so that it may be tried over another route with the same signature. */
export function wasNeverSent(thrown: unknown): boolean {
  return unsentFailures.has(thrown as WeakKey);
}

export function createConnector(options: ConnectorOptions): Undici.connector {
  const { secureContext, limitMs, onSecured } = options;
  const connectDirectly = buildConnector({
    timeout: limitMs,
    ...(secureContext && { secureContext })
  });
  return (connectOptions, callback) => {
    const origin = originOf(connectOptions);
    const finish: Undici.Callback = (...[error, socket]) => {
      if (error) {
        const failure = networkFailure(error);
        unsentFailures.add(failure);
        return callback(failure, null);
      }
      if (socket instanceof TLSSocket) onSecured(origin, socket);
      callback(null, socket);
    };
    openProxyTunnel(connectOptions, options).then(
      httpSocket => {
        if (!httpSocket) connectDirectly(connectOptions, finish);
        else if (connectOptions.protocol !== 'https:') finish(null, httpSocket);
        else connectDirectly({ ...connectOptions, httpSocket }, closeOnError(httpSocket, finish));
      },
      (thrown: Error) => finish(thrown, null)
    );
  };
}

/** Null: no proxy, so no tunnel is opened. */
async function openProxyTunnel(
  { hostname, port, protocol }: Undici.Options,
  { proxy, secureContext, limitMs }: ConnectorOptions
): Promise<Socket | null> {
  if (!proxy) return null;
  const target = { host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
  return await openTunnel(proxy, target, secureContext ?? undefined, limitMs);
}

/** Closes a tunnel whose TLS handshake failed, because nothing can use it any more. */
function closeOnError(tunnel: Socket, finish: Undici.Callback): Undici.Callback {
  return (...result) => {
    if (result[0]) tunnel.destroy();
    finish(...result);
  };
}

function originOf({ protocol, host, hostname, port }: Undici.Options): string {
  return `${protocol}//${host ?? `${hostname}:${port}`}`;
}
