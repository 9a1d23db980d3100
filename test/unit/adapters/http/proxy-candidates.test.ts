import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttp, type HttpOptions } from '../../../../electron/adapters/http/http';
import {
  proxyName,
  parsePacAnswer,
  candidateOfEnvironment,
  createProxyCandidates
} from '../../../../electron/adapters/http/proxy-choice';
import { asFailure } from '../../../../shared/domain/failure';
import {
  startHttpProxy,
  startService,
  startSocksProxy,
  TLS,
  type RunningServer
} from '../../../fakes/proxies';

const ORIGIN = 'https://okx.invalid';
const REQUEST = { method: 'GET' as const, origin: ORIGIN, target: '/secret?x=1', headers: {}, body: '' };
const DEAD = 'PROXY 127.0.0.1:1';

const httpOf = (options: Partial<HttpOptions>) =>
  createHttp({
    userAgent: 'x',
    isOnline: () => true,
    env: {},
    caFile: () => join(TLS, 'authority.pem'),
    ...options
  });
const outcomeOf = (http: ReturnType<typeof createHttp>) =>
  http.send(REQUEST).then(
    ({ body }) => body,
    (thrown: unknown) => asFailure(thrown).code
  );

let service: RunningServer;
let proxy: RunningServer;
let socks: RunningServer;
let secure: RunningServer;
beforeAll(async () => {
  service = await startService();
  [proxy, socks, secure] = await Promise.all([
    startHttpProxy(service),
    startSocksProxy(service),
    startHttpProxy(service, {}, true)
  ]);
});
afterAll(() => [service, proxy, socks, secure].forEach(one => one.close()));
beforeEach(() => [service, proxy, socks, secure].forEach(one => void (one.requested.length = 0)));

describe('the proxy settings of the system', () => {
  it('are read in their order; SOCKS means SOCKS4, which is unusable, and so is an entry that cannot be parsed', () => {
    const candidates = parsePacAnswer(
      'PROXY a.example:8080; HTTPS [2001:db8::1]:443;socks5 b:1080 ; SOCKS c:1080; QUIC d:1; DIRECT;'
    );
    expect(
      candidates.map(candidate =>
        typeof candidate === 'string' ? candidate : `${candidate.kind} ${proxyName(candidate)}`
      )
    ).toEqual([
      ...['http a.example:8080', 'https [2001:db8::1]:443', 'socks5 b:1080', 'unusable', 'unusable', 'direct']
    ]);
    const wrong = [
      'PROXY a',
      'PROXY a:0',
      'PROXY a:70000',
      'PROXY me:pw@a:1',
      'PROXY a:1 b:2',
      'PROXYa:1',
      'x'
    ];
    expect(wrong.flatMap(parsePacAnswer)).toEqual(wrong.map(() => 'unusable'));
  });

  it('lead through each kind of proxy', async () => {
    for (const [word, one] of [
      ['PROXY', proxy],
      ['SOCKS5', socks],
      ['HTTPS', secure]
    ] as const) {
      const answer = `${word} 127.0.0.1:${one.port}`;
      expect(await outcomeOf(httpOf({ systemProxy: async () => answer }))).toBe('fine');
      expect(one.requested).toEqual(['okx.invalid:443']);
    }
  });

  it('are read again for each request, with the host only', async () => {
    const requested: string[] = [];
    let answer = `PROXY 127.0.0.1:${proxy.port}`;
    const http = httpOf({ systemProxy: async url => (requested.push(url), answer) });
    await outcomeOf(http);
    answer = `SOCKS5 127.0.0.1:${socks.port}`;
    await outcomeOf(http);
    expect([proxy.requested.length, socks.requested.length]).toEqual([1, 1]);
    expect(requested).toEqual([`${ORIGIN}/`, `${ORIGIN}/`]);
  });

  it('are tried in order, past proxies that are dead or unusable', async () => {
    const systemProxy = async () => `SOCKS 127.0.0.1:1; ${DEAD}; PROXY 127.0.0.1:${proxy.port}`;
    expect(await outcomeOf(httpOf({ systemProxy }))).toBe('fine');
    expect(service.requested).toEqual(['/secret?x=1']);
  });

  it.each([
    [`${DEAD}; DIRECT`, 'proxy-unreachable'],
    ['DIRECT', 'name-not-found'],
    ['SOCKS 127.0.0.1:1', 'proxy-unusable'],
    ['', 'proxy-unusable']
  ])('%s fails with the error of the first candidate', async (answer, code) => {
    expect(await outcomeOf(httpOf({ systemProxy: async () => answer }))).toBe(code);
  });

  it('that fail or never arrive do not make a request bypass a proxy', async () => {
    const reason = new Error('no answer');
    expect(await outcomeOf(httpOf({ systemProxy: () => Promise.reject(reason) }))).toBe('proxy-unusable');
    expect(await outcomeOf(httpOf({ systemProxy: () => new Promise(() => undefined), totalMs: 200 }))).toBe(
      'timeout'
    );
  });

  it('are not followed to another candidate when a proxy requires a password or a certificate is wrong', async () => {
    const guarded = await startHttpProxy(service, { login: 'me:right' });
    const forged = await startHttpProxy(await startService('server-expired.pem'));
    const next = `PROXY 127.0.0.1:${proxy.port}`;
    for (const [first, code] of [
      [guarded, 'proxy-wants-password'],
      [forged, 'certificate-expired']
    ] as const) {
      const systemProxy = async () => `PROXY 127.0.0.1:${first.port}; ${next}`;
      expect(await outcomeOf(httpOf({ systemProxy }))).toBe(code);
      first.close();
    }
    expect(proxy.requested).toEqual([]);
  });

  it('allow another candidate only before something was sent: a request is never sent twice', async () => {
    const rude = await startService();
    rude.hangsUp = true;
    const first = await startHttpProxy(rude);
    const systemProxy = async () => `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${proxy.port}`;
    expect(await outcomeOf(httpOf({ systemProxy }))).toBe('connection-lost');
    expect([rude.requested.length, proxy.requested.length]).toEqual([1, 0]);
    first.close();
    rude.close();
  });

  it('list a dead proxy last for five minutes', async () => {
    let at = 0;
    const candidates = createProxyCandidates(
      {},
      async () => 'PROXY a:1; DIRECT',
      () => at
    );
    const [dead] = await candidates.listFor(ORIGIN);
    candidates.avoid(dead!);
    expect((await candidates.listFor(ORIGIN)).map(candidate => typeof candidate)).toEqual([
      'string',
      'object'
    ]);
    at = 5 * 60_000;
    expect((await candidates.listFor(ORIGIN)).map(candidate => typeof candidate)).toEqual([
      'object',
      'string'
    ]);
  });
});

describe('the environment', () => {
  const candidateIn = (env: Record<string, string>, origin = ORIGIN) => {
    const candidate = candidateOfEnvironment(env, origin);
    return candidate === null || typeof candidate === 'string'
      ? candidate
      : `${candidate.kind} ${proxyName(candidate)}`;
  };

  it.each([
    [{}, null],
    [{ https_proxy: ' ' }, null],
    [{ HTTPS_PROXY: 'a', all_proxy: 'b' }, 'http a:80'],
    [{ https_proxy: 'https://a', HTTPS_PROXY: 'b' }, 'https a:443'],
    [{ ALL_PROXY: 'socks5://a', http_proxy: 'b' }, 'socks5 a:1080'],
    [{ http_proxy: 'b:3128' }, 'http b:3128'],
    [{ https_proxy: 'a', no_proxy: 'invalid' }, 'direct'],
    [{ https_proxy: 'a', no_proxy: 'okx.invalid:443' }, 'direct'],
    [{ https_proxy: 'a', no_proxy: 'okx.invalid:8443' }, 'http a:80'],
    [{ https_proxy: 'a', no_proxy: 'x.invalid, kx.invalid, okx' }, 'http a:80'],
    [{ NO_PROXY: '*' }, 'direct']
  ])('%o means %s', (env, candidate) => {
    expect(candidateIn(env as Record<string, string>)).toBe(candidate);
  });

  it.each([
    ['https://10.1.2.3', '10.0.0.0/8', 'direct'],
    ['https://11.1.2.3', '10.0.0.0/8', 'http a:80'],
    ['https://10.1.2.3', '10.1.2.3', 'direct'],
    ['https://10.1.2.3', '10.0.0.0/99,10.0.0.0/x', 'http a:80'],
    ['https://[2001:db8::5]', '2001:db8::/32', 'direct'],
    ['https://[2001:db8::5]:8443', '[2001:db8::5]:8443', 'direct'],
    ['https://[2001:db8::5]', '10.0.0.0/8', 'http a:80']
  ])('for %s with NO_PROXY=%s means %s', (origin, no_proxy, candidate) => {
    expect(candidateIn({ https_proxy: 'a', no_proxy }, origin)).toBe(candidate);
  });

  it('takes precedence over the system, and NO_PROXY applies to the system too', async () => {
    const requested: string[] = [];
    const system = async (url: string) => (requested.push(url), DEAD);
    await createProxyCandidates({ https_proxy: 'a' }, system).listFor(ORIGIN);
    await createProxyCandidates({ no_proxy: '*' }, system).listFor(ORIGIN);
    await createProxyCandidates({}, system).listFor('http://localhost:1234');
    expect(requested).toEqual([]);
  });
});

describe('connections', () => {
  it('over candidates that are no longer used are closed', async () => {
    const proxies = await Promise.all(Array.from({ length: 6 }, () => startHttpProxy(service)));
    let nextProxy = 0;
    const http = httpOf({ systemProxy: async () => `PROXY 127.0.0.1:${proxies[nextProxy++]!.port}` });
    for (let sent = 0; sent < proxies.length; sent++) expect(await outcomeOf(http)).toBe('fine');
    const open = () => proxies.map(({ sockets }) => sockets.size);
    await expect.poll(() => open().slice(0, 2)).toEqual([0, 0]);
    proxies.forEach(one => one.close());
  });
});
