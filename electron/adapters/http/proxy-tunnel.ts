// Opens a tunnel to the host through a SOCKS5 proxy (RFC 1928, 1929) or an HTTP proxy (CONNECT).
// The host name is sent as it is: the proxy looks it up.
import { isIP, isIPv4, connect, type Socket } from 'node:net';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { SecureContext } from 'node:tls';
import { Failure } from '../../../shared/domain/failure';
import { certificateFailure } from './network-errors';
import { proxyName, type Proxy } from './proxy-choice';

const VERSION = 5;
const NO_LOGIN = 0;
const LOGIN = 2;
const NO_ACCEPTABLE_METHOD = 0xff;
const DOMAIN_NAME = 3;
/** Length in bytes of the bound address, by address type; a name states its own length. */
const ADDRESS_SIZES: Readonly<Record<number, number>> = { 1: 4, 4: 16 };

/** Leaves the connected socket ready for TLS to the host. Throws Failure, and every error of the socket. */
async function performSocksHandshake(
  socket: Socket,
  { login }: Pick<Proxy, 'login'>,
  host: string,
  port: number
): Promise<void> {
  const methods = login ? [NO_LOGIN, LOGIN] : [NO_LOGIN];
  socket.write(Buffer.from([VERSION, methods.length, ...methods]));
  const [version, method] = await readExactly(socket, 2);
  if (version !== VERSION) throw new Failure('proxy-failed', { cause: 'no SOCKS5 proxy' });
  if (method === NO_ACCEPTABLE_METHOD)
    throw new Failure(login ? 'proxy-password-wrong' : 'proxy-wants-password');
  if (method === LOGIN && login) await logIn(socket, login);
  else if (method !== NO_LOGIN) throw new Failure('proxy-failed', { cause: `SOCKS5 method ${method}` });
  const portBytes = Buffer.alloc(2);
  portBytes.writeUInt16BE(port);
  socket.write(Buffer.concat([Buffer.from([VERSION, 1, 0]), addressOf(host), portBytes]));
  const [, reply, , kind = 0] = await readExactly(socket, 4);
  if (reply !== 0) throw new Failure('proxy-failed', { cause: `SOCKS5 reply ${reply}` });
  const addressSize = kind === DOMAIN_NAME ? (await readExactly(socket, 1))[0] : ADDRESS_SIZES[kind];
  if (addressSize === undefined) throw new Failure('proxy-failed', { cause: `SOCKS5 address kind ${kind}` });
  await readExactly(socket, addressSize + 2);
}

async function logIn(socket: Socket, login: NonNullable<Proxy['login']>): Promise<void> {
  const parts = [login.user, login.password].map(text => Buffer.from(text));
  if (parts.some(({ length }) => length > 255)) throw new Failure('proxy-password-wrong');
  socket.write(
    Buffer.concat([Buffer.from([1]), ...parts.flatMap(part => [Buffer.from([part.length]), part])])
  );
  const [, verdict] = await readExactly(socket, 2);
  if (verdict !== 0) throw new Failure('proxy-password-wrong');
}

function addressOf(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIP(host) === 6) return Buffer.concat([Buffer.from([4]), bytesOfIPv6(host)]);
  const name = Buffer.from(host);
  if (name.length > 255) throw new Failure('name-not-found');
  return Buffer.concat([Buffer.from([DOMAIN_NAME, name.length]), name]);
}

/** `host`: as a URL writes it, so there is no dotted tail. */
function bytesOfIPv6(host: string): Buffer {
  const [head = '', tail] = host.split('::');
  const groups = (text: string) => text.split(':').filter(group => group !== '');
  const [before, after] = [groups(head), groups(tail ?? '')];
  const gap = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  const bytes = Buffer.alloc(16);
  [...before, ...gap, ...after].forEach((group, at) => bytes.writeUInt16BE(parseInt(group, 16), 2 * at));
  return bytes;
}

/** Reads exactly this many bytes; what comes after them stays in the socket. */
function readExactly(socket: Socket, size: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const readChunk = () => {
      const chunk = socket.read(size) as Buffer | null;
      if (chunk?.length === size) settle(() => resolve(chunk));
      else if (chunk)
        settle(() => reject(new Failure('proxy-failed', { cause: 'the proxy stopped speaking' })));
    };
    const fail = (cause?: unknown) => {
      settle(() =>
        reject(cause instanceof Error ? cause : new Failure('proxy-failed', { cause: 'hung up' }))
      );
    };
    const settle = (complete: () => void) => {
      socket.off('readable', readChunk).off('error', fail).off('end', fail).off('close', fail);
      complete();
    };
    socket.on('readable', readChunk).on('error', fail).on('end', fail).on('close', fail);
    readChunk();
  });
}

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** `limitMs` covers the whole tunnel setup. Throws only Failure; the socket is destroyed by then. */
export async function openTunnel(
  proxy: Proxy,
  target: Target,
  secureContext: SecureContext | undefined,
  limitMs: number
): Promise<Socket> {
  const signal = AbortSignal.timeout(limitMs);
  try {
    return proxy.kind === 'socks5'
      ? await openSocksTunnel(proxy, target, signal)
      : await openHttpTunnel(proxy, target, secureContext, signal);
  } catch (thrown) {
    throw proxyFailure(thrown, proxy);
  }
}

async function openSocksTunnel(proxy: Proxy, target: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host: proxy.host, port: proxy.port, signal });
  // Between two reads no other listener handles an error of the socket; the next read reports it.
  socket.on('error', ignore);
  const stop = () => socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    await performSocksHandshake(socket, proxy, target.host, target.port);
    return socket;
  } catch (thrown) {
    socket.destroy();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function openHttpTunnel(
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
    const connectRequest =
      kind === 'https'
        ? secureRequest({ ...options, ...trust, servername: isIP(host) ? '' : host })
        : request(options);
    connectRequest.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
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
    connectRequest.on('error', reject);
    connectRequest.end();
  });
}

/** An unknown name, a refused connection and a timeout are blamed on the proxy here, never on the requested host. */
function proxyFailure(thrown: unknown, proxy: Proxy): Failure {
  if (thrown instanceof Failure) return thrown;
  const certificate = certificateFailure(thrown);
  if (certificate) return new Failure(certificate, { host: proxyName(proxy), cause: thrown });
  const isReached =
    thrown instanceof Error && 'code' in thrown && BROKEN_CONNECTION.test(String(thrown.code));
  return new Failure(isReached ? 'proxy-failed' : 'proxy-unreachable', { cause: thrown });
}

/** The proxy accepted the connection, and then sent an invalid reply or none. */
const BROKEN_CONNECTION = /^(ECONNRESET|EPIPE|EPROTO|HPE_|ERR_SSL|ERR_TLS)/;

function ignore(): void {
  // The read that follows reports the error.
}
