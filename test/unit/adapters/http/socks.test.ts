import { join } from 'node:path';
import { afterEach, beforeAll, afterAll, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../electron/adapters/http/http';
import { asFailure } from '../../../../shared/domain/failure';
import {
  startHttpProxy,
  startRaw,
  startService,
  startSocksProxy,
  TLS,
  type RunningServer
} from '../../../fakes/proxies';

const REQUEST = { method: 'GET' as const, target: '/', headers: { 'OK-ACCESS-KEY': 'key-1' }, body: '' };
const caFile = () => join(TLS, 'authority.pem');

async function outcomeOf(
  env: Record<string, string>,
  origin = 'https://okx.invalid',
  limitMs = 5000
): Promise<string> {
  const http = createHttp({ userAgent: 'x', isOnline: () => true, env, caFile, limitMs });
  return await http.send({ ...REQUEST, origin }).then(
    ({ body }) => body,
    (thrown: unknown) => asFailure(thrown).code
  );
}

let service: RunningServer;
let proxy: RunningServer | null = null;
beforeAll(async () => void (service = await startService()));
afterAll(() => service.close());
afterEach(() => {
  proxy?.close();
  proxy = null;
});
const at = (userInfo = '', scheme = 'socks5') => ({
  all_proxy: `${scheme}://${userInfo}127.0.0.1:${proxy?.port}`
});

describe('a SOCKS5 proxy', () => {
  it.each(['socks5', 'socks5h', 'socks'])(
    'named as %s leads to the host, whose name it looks up itself',
    async scheme => {
      proxy = await startSocksProxy(service);
      expect(await outcomeOf(at('', scheme))).toBe('fine');
      expect(proxy.requested).toEqual(['okx.invalid:443']);
    }
  );

  it('receives the requested port and address', async () => {
    proxy = await startSocksProxy(service);
    await outcomeOf(at(), 'https://192.0.2.7:8443');
    await outcomeOf(at(), 'https://[2001:db8::5]');
    expect(proxy.requested).toEqual(['192.0.2.7:8443', '20010db8000000000000000000000005:443']);
  });

  it('gets user and password, percent-decoded', async () => {
    proxy = await startSocksProxy(service, { login: 'me:p@ss wörd' });
    expect(await outcomeOf(at('me:p%40ss%20w%C3%B6rd@'))).toBe('fine');
  });

  it('that requires a password causes the failure for that, and for a wrong one too', async () => {
    proxy = await startSocksProxy(service, { login: 'me:right' });
    expect(await outcomeOf(at())).toBe('proxy-wants-password');
    expect(await outcomeOf(at('me:wrong@'))).toBe('proxy-password-wrong');
    expect(await outcomeOf(at(`${'u'.repeat(300)}:x@`))).toBe('proxy-password-wrong');
  });

  it('that refuses, hangs up or uses another protocol causes a failure', async () => {
    proxy = await startSocksProxy(service, { replyCode: 2 });
    expect(await outcomeOf(at())).toBe('proxy-failed');
    proxy.close();
    proxy = await startRaw(socket => socket.once('data', () => socket.end()));
    expect(await outcomeOf(at())).toBe('proxy-failed');
    proxy.close();
    proxy = await startHttpProxy(service);
    expect(await outcomeOf(at())).toBe('proxy-failed');
  });

  it('that never answers is given up, and the connection to it is closed', async () => {
    proxy = await startRaw(socket => socket.resume());
    expect(await outcomeOf(at(), undefined, 200)).toBe('proxy-unreachable');
    await expect.poll(() => proxy?.sockets.size).toBe(0);
  });

  it.each([
    ['a name', Buffer.concat([Buffer.from([3, 5]), Buffer.from('proxy')])],
    ['an IPv6 address', Buffer.alloc(17, 0).fill(4, 0, 1)]
  ])('may answer that it bound %s', async (_, bound) => {
    proxy = await startSocksProxy(service, {}, bound);
    expect(await outcomeOf(at())).toBe('fine');
  });

  it('may send its answers byte by byte', async () => {
    proxy = await startRaw(socket => {
      const answers = [Buffer.from([5, 0]), Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])];
      socket
        .setNoDelay(true)
        .on('data', () => [...(answers.shift() ?? [])].forEach(byte => socket.write(Buffer.from([byte]))));
    });
    // The tunnel is open, but the server behind it does not use TLS.
    expect(await outcomeOf(at(), undefined, 300)).toBe('timeout');
  });
});
