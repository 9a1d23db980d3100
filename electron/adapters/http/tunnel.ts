// A connection through a proxy, up to where TLS to the host begins. What fails here is the proxy's, and nothing was sent yet.
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, isIP, type Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { Failure } from '../../../shared/domain/failure';
import { certificateFailure } from './network-errors';
import { proxyName, type Proxy } from './proxy-choice';
import { throughSocks } from './proxy-tunnel';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** `limitMs` is for all of it. Throws Failure alone; the socket is gone by then. */
export async function tunnelThrough(
  proxy: Proxy,
  target: Target,
  secureContext: SecureContext | undefined,
  limitMs: number
): Promise<Socket> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    return proxy.kind === 'socks5'
      ? await socksTunnel(proxy, target, signal)
      : await httpTunnel(proxy, target, secureContext, signal);
  } catch (thrown) {
    throw proxyFailure(thrown, proxy);
  }
}

async function socksTunnel(proxy: Proxy, target: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host: proxy.host, port: proxy.port, signal });
  // Between two waits nobody else listens; who waits hears it all the same.
  socket.on('error', ignore);
  const stop = () => socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    await throughSocks(socket, proxy, target.host, target.port);
    return socket;
  } catch (thrown) {
    socket.destroy();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function httpTunnel(
  { kind, host, port, login }: Proxy,
  target: Target,
  secureContext: SecureContext | undefined,
  signal: AbortSignal
): Promise<Socket> {
  const authority = proxyName(target);
  const basic = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const options = {
    host,
    port,
    method: 'CONNECT',
    path: authority,
    agent: false,
    signal,
    headers: { host: authority, ...(basic !== null && { 'proxy-authorization': `Basic ${basic}` }) }
  };
  const trust = secureContext && { secureContext };
  return new Promise((resolve, reject) => {
    const asked =
      kind === 'https'
        ? secureRequest({ ...options, ...trust, servername: isIP(host) ? '' : host })
        : request(options);
    asked.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
      socket.on('error', ignore);
      if (statusCode >= 200 && statusCode < 300) {
        if (head.length > 0) socket.unshift(head);
        return resolve(socket);
      }
      socket.destroy();
      if (statusCode !== 407) return reject(new Failure('proxy-failed', { httpStatus: statusCode }));
      reject(
        new Failure(login ? 'proxy-password-wrong' : 'proxy-wants-password', { httpStatus: statusCode })
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Whose name is not found, who refuses and who is silent is the proxy, never the host that was asked. */
function proxyFailure(thrown: unknown, proxy: Proxy): Failure {
  if (thrown instanceof Failure) return thrown;
  const certificate = certificateFailure(thrown);
  if (certificate) return new Failure(certificate, { host: proxyName(proxy), cause: thrown });
  const isReached = thrown instanceof Error && 'code' in thrown && BROKEN.test(String(thrown.code));
  return new Failure(isReached ? 'proxy-failed' : 'proxy-unreachable', { cause: thrown });
}

/** It took the connection, and then said what no proxy says, or nothing. */
const BROKEN = /^(ECONNRESET|EPIPE|EPROTO|HPE_|ERR_SSL|ERR_TLS)/;

function ignore(): void {
  // Told elsewhere.
}
