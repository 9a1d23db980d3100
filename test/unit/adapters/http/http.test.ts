import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../electron/adapters/http/http';
import type { HttpReply } from '../../../../electron/core/ports/ports';
import type { AnyFault } from '../../../../electron/fake-okx/faults/fault-rules';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { asFailure } from '../../../../shared/domain/failure';

const CHAINS = '/api/v5/wallet/chain/supported-chains';
const options = { userAgent: 'Tokentray/1.2.3', isOnline: () => true };
const http = createHttp(options);
const hasty = createHttp({ ...options, limitMs: 300, totalMs: 2500 });
const ask = (
  origin: string,
  target = CHAINS,
  change: { method?: 'GET' | 'POST'; body?: string } = {},
  client = http
) => client.send({ method: 'GET', origin, target, headers: {}, body: '', ...change });
/** The reply, or the failure's code. */
const outcomeOf = (reply: Promise<HttpReply>) => reply.catch((thrown: unknown) => asFailure(thrown).code);

describe('a request', () => {
  let server: Server;
  let origin: string;
  let seen: IncomingMessage[];
  let answer: (response: ServerResponse) => void;
  const ports = () => new Set(seen.map(({ socket }) => socket.remotePort));
  beforeEach(async () => {
    seen = [];
    answer = response => response.end('fine');
    server = createServer((request, response) => {
      seen.push(request);
      // The port is read later, when the socket may be gone.
      Object.defineProperty(request, 'socket', { value: { remotePort: request.socket.remotePort } });
      request.resume().on('end', () => answer(response));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    '/a?chains=1,56,137&filter=1',
    '/a?chains=1%2C56',
    '/a?q=%E4%BD%A0%20b+c&d=',
    '/a//b/../c?x=1?y=2',
    "/a?x='()*!~"
  ])('asks for exactly %s', async target => {
    await ask(origin, target);
    expect(seen.map(({ url }) => url)).toEqual([target]);
  });

  it('sends its user agent, accepts gzip and br, and sends the given headers', async () => {
    const headers = { 'OK-ACCESS-KEY': 'key-1', 'Content-Type': 'application/json' };
    await http.send({ method: 'GET', origin, target: '/', headers, body: '' });
    expect(seen[0]?.headers).toMatchObject({
      'user-agent': 'Tokentray/1.2.3',
      'accept-encoding': 'gzip, br',
      'ok-access-key': 'key-1',
      'content-type': 'application/json'
    });
    expect(seen[0]?.headers).not.toHaveProperty('content-length');
  });

  it('sends a body byte for byte', async () => {
    let body = '';
    server.prependListener('request', (request: IncomingMessage) =>
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    );
    await ask(origin, '/', { method: 'POST', body: '{"a":"ü, b"}' });
    expect(body).toBe('{"a":"ü, b"}');
  });

  it('reuses its connection, also after compressed replies and refusals', async () => {
    await ask(origin);
    answer = response =>
      response.writeHead(401, { 'content-encoding': 'gzip' }).end(gzipSync('{"code":"1"}'));
    expect(await ask(origin)).toMatchObject({ status: 401, body: '{"code":"1"}' });
    for (let more = 0; more < 8; more++) await ask(origin);
    expect(seen).toHaveLength(10);
    // The next request may start a moment before the first connection is free again.
    expect(ports().size).toBeLessThanOrEqual(2);
  });

  it('returns header names in lower case, and repeated headers as one text', async () => {
    answer = response => response.setHeader('Retry-After', '7').setHeader('X-Twice', ['a', 'b']).end();
    const { headers } = await ask(origin);
    expect(headers).toMatchObject({ 'retry-after': '7', 'x-twice': 'a,b' });
  });

  it('reads an empty body as an empty text, whatever content-encoding it states', async () => {
    answer = response => response.writeHead(204).end();
    expect(await ask(origin)).toMatchObject({ status: 204, body: '' });
  });

  it.each([
    ['gzip', Buffer.from('not packed at all')],
    ['br', Buffer.from('not packed at all')],
    ['gzip', gzipSync('{"data":"cut short"}').subarray(0, 20)]
  ])('whose %s cannot be decompressed fails as a damaged reply', async (coding, bytes) => {
    answer = response => response.writeHead(200, { 'content-encoding': coding }).end(bytes);
    expect(await outcomeOf(ask(origin))).toBe('reply-damaged');
  });

  it('whose answer is not HTTP fails as not answered by OKX', async () => {
    answer = response => response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n');
    expect(await outcomeOf(ask(origin))).toBe('not-okx');
  });

  it('to a closed port is refused; to an unknown name it fails as not found, or as offline', async () => {
    expect(await outcomeOf(ask('http://127.0.0.1:1'))).toBe('refused');
    expect(await outcomeOf(ask('https://okx.invalid'))).toBe('name-not-found');
    const offline = createHttp({ userAgent: 'x', isOnline: () => false });
    const request = { method: 'GET' as const, target: '/', headers: {}, body: '' };
    expect(await outcomeOf(offline.send({ ...request, origin: 'https://okx.invalid' }))).toBe('offline');
    expect(await outcomeOf(offline.send({ ...request, origin: 'http://127.0.0.1:1' }))).toBe('refused');
  });
});

describe('a service with a fault', () => {
  let server: FakeOkx;
  beforeEach(async () => {
    server = await startServer({ keys: [] });
  });
  afterEach(() => server.close());

  it.each<[AnyFault, string]>([
    [{ kind: 'silence' }, 'timeout'],
    [{ kind: 'slow-headers', ms: 60_000 }, 'timeout'],
    [{ kind: 'slow-body', ms: 60_000 }, 'timeout'],
    [{ kind: 'byte-by-byte', everyMs: 200 }, 'timeout'],
    [{ kind: 'endless-body' }, 'reply-too-large'],
    [{ kind: 'huge-body', bytes: 51_000_000 }, 'reply-too-large'],
    [{ kind: 'huge-body', bytes: 51_000_000, announced: true }, 'reply-too-large'],
    [{ kind: 'gzip-bomb' }, 'reply-too-large'],
    [{ kind: 'hang-up' }, 'connection-lost'],
    [{ kind: 'reset-mid-body' }, 'connection-lost'],
    [{ kind: 'wrong-content-length', offBy: 7 }, 'connection-lost']
  ])('%o gives %s', async (fault, code) => {
    server.injectFault({ kind: 'text', text: '{"code":"0","data":[]}' });
    server.injectFault(fault);
    const client = code === 'timeout' ? hasty : http;
    expect(await outcomeOf(ask(server.origin, CHAINS, {}, client))).toBe(code);
  });

  it.each<AnyFault>([
    { kind: 'gzip' },
    { kind: 'brotli' },
    { kind: 'slow-body', ms: 50 },
    { kind: 'huge-body', bytes: 1_000_000 }
  ])('%o is read all the same', async fault => {
    server.injectFault({ kind: 'text', text: '{"code":"0","data":["ü"]}' });
    server.injectFault(fault);
    const { status, body } = await ask(server.origin);
    expect([status, body.trim()]).toEqual([200, '{"code":"0","data":["ü"]}']);
  });

  it('that sends a redirect is not followed', async () => {
    server.injectFault({ kind: 'redirect', location: '/elsewhere', status: 307 });
    expect(await ask(server.origin)).toMatchObject({ status: 307, headers: { location: '/elsewhere' } });
    expect(server.requests).toHaveLength(1);
  });

  it('that sends a web page has its reply returned unchanged', async () => {
    server.injectFault({ kind: 'captive-portal' });
    expect((await ask(server.origin)).body).toContain('<form');
  });

  it('does not affect the next request', async () => {
    for (const kind of ['hang-up', 'reset-mid-body', 'endless-body'] as const) {
      server.injectFault({ kind, times: 1 });
      await outcomeOf(ask(server.origin));
      expect(await outcomeOf(ask(server.origin))).toMatchObject({ status: 401 });
    }
  });
});
