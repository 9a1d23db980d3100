// A tunnel through a SOCKS5 proxy (RFC 1928, 1929). The name is sent as it is: the proxy looks it up.
import { isIP, isIPv4, type Socket } from 'node:net';
import { Failure } from '../../../shared/domain/failure';
import type { Proxy } from './proxy-choice';

const VERSION = 5;
const NO_LOGIN = 0;
const LOGIN = 2;
const NONE_WILL_DO = 0xff;
const NAME = 3;
/** Bytes of the address that was bound, by its kind; a name tells its length itself. */
const BOUND: Readonly<Record<number, number>> = { 1: 4, 4: 16 };

/** Leaves the connected socket ready for TLS to the host. Throws Failure, and whatever the socket does. */
export async function throughSocks(
  socket: Socket,
  { login }: Pick<Proxy, 'login'>,
  host: string,
  port: number
): Promise<void> {
  const methods = login ? [NO_LOGIN, LOGIN] : [NO_LOGIN];
  socket.write(Buffer.from([VERSION, methods.length, ...methods]));
  const [version, method] = await take(socket, 2);
  if (version !== VERSION) throw new Failure('proxy-failed', { cause: 'no SOCKS5 proxy' });
  if (method === NONE_WILL_DO) throw new Failure(login ? 'proxy-password-wrong' : 'proxy-wants-password');
  if (method === LOGIN && login) await logIn(socket, login);
  else if (method !== NO_LOGIN) throw new Failure('proxy-failed', { cause: `SOCKS5 method ${method}` });
  const end = Buffer.alloc(2);
  end.writeUInt16BE(port);
  socket.write(Buffer.concat([Buffer.from([VERSION, 1, 0]), addressOf(host), end]));
  const [, reply, , kind = 0] = await take(socket, 4);
  if (reply !== 0) throw new Failure('proxy-failed', { cause: `SOCKS5 reply ${reply}` });
  const rest = kind === NAME ? (await take(socket, 1))[0] : BOUND[kind];
  if (rest === undefined) throw new Failure('proxy-failed', { cause: `SOCKS5 address kind ${kind}` });
  await take(socket, rest + 2);
}

async function logIn(socket: Socket, login: NonNullable<Proxy['login']>): Promise<void> {
  const parts = [login.user, login.password].map(text => Buffer.from(text));
  if (parts.some(({ length }) => length > 255)) throw new Failure('proxy-password-wrong');
  socket.write(
    Buffer.concat([Buffer.from([1]), ...parts.flatMap(part => [Buffer.from([part.length]), part])])
  );
  const [, verdict] = await take(socket, 2);
  if (verdict !== 0) throw new Failure('proxy-password-wrong');
}

function addressOf(host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIP(host) === 6) return Buffer.concat([Buffer.from([4]), bytesOfIPv6(host)]);
  const name = Buffer.from(host);
  if (name.length > 255) throw new Failure('name-not-found');
  return Buffer.concat([Buffer.from([NAME, name.length]), name]);
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

/** Exactly so many bytes; what comes after them stays in the socket. */
function take(socket: Socket, size: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const got = socket.read(size) as Buffer | null;
      if (got?.length === size) settle(() => resolve(got));
      else if (got)
        settle(() => reject(new Failure('proxy-failed', { cause: 'the proxy stopped speaking' })));
    };
    const lose = (cause?: unknown) => {
      settle(() =>
        reject(cause instanceof Error ? cause : new Failure('proxy-failed', { cause: 'hung up' }))
      );
    };
    const settle = (deed: () => void) => {
      socket.off('readable', look).off('error', lose).off('end', lose).off('close', lose);
      deed();
    };
    socket.on('readable', look).on('error', lose).on('end', lose).on('close', lose);
    look();
  });
}
