import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from '../../../../electron/adapters/http/http';
import { asFailure } from '../../../../shared/domain/failure';

/** openssl makes the certificate: without it, TLS cannot be tested here. */
const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version']);
    return true;
  } catch {
    return false;
  }
})();

const portOf = (server: NetServer) => (server.address() as AddressInfo).port;
const listen = (server: NetServer) => new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));

const REQUEST = { method: 'GET' as const, target: '/', headers: { 'OK-ACCESS-KEY': 'key-1' }, body: '' };
async function codeOf(origin: string, env: Record<string, string> = {}, totalMs = 15_000): Promise<string> {
  const http = createHttp({ userAgent: 'x', isOnline: () => true, totalMs, env });
  return await http.send({ ...REQUEST, origin }).then(
    ({ status }) => String(status),
    (thrown: unknown) => asFailure(thrown).code
  );
}

let proxy: Server;
let service: NetServer;
let folder: string;
let received: IncomingMessage[] = [];
let served = 0;
/** Status of the answer to CONNECT; 200 leads to `service` whatever host was requested; 0 never answers. */
let verdict = 200;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-tls-'));
  const answer = () => (served += 1);
  if (hasOpenssl) {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=okx.invalid', '-days', '1', '-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], {
      stdio: 'ignore'
    });
    service = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_request, response) => {
      answer();
      response.end('fine');
    });
  } else service = createServer();
  proxy = createServer();
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    received.push(request);
    socket.on('error', () => undefined);
    if (verdict === 0) return;
    if (verdict !== 200) return void socket.end(`HTTP/1.1 ${verdict} No\r\ncontent-length: 0\r\n\r\n`);
    const tunnel = connect(portOf(service), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      tunnel.pipe(socket).pipe(tunnel);
    });
    tunnel.on('error', () => socket.destroy());
  });
  await Promise.all([listen(proxy), listen(service)]);
});
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
  service.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  received = [];
  served = 0;
  verdict = 200;
});

describe.runIf(hasOpenssl)('a certificate that no trusted authority issued', () => {
  it('is not trusted, and nothing is sent', async () => {
    expect(await codeOf(`https://127.0.0.1:${portOf(service)}`)).toBe('certificate-not-trusted');
    expect(served).toBe(0);
  });

  it('is not trusted through a proxy either', async () => {
    const env = { https_proxy: `http://127.0.0.1:${portOf(proxy)}` };
    expect(await codeOf('https://okx.invalid', env)).toBe('certificate-not-trusted');
    expect(received.map(({ url }) => url)).toEqual(['okx.invalid:443']);
    expect(served).toBe(0);
  });
});

describe('TLS to a server without TLS', () => {
  it('fails as a lost connection', async () => {
    expect(await codeOf(`https://127.0.0.1:${portOf(proxy)}`)).toBe('connection-lost');
  });
});

describe('a proxy from the environment', () => {
  const at = (name: string, userInfo = '') => ({ [name]: `http://${userInfo}127.0.0.1:${portOf(proxy)}` });

  it.each(['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'])('is read from %s', async name => {
    verdict = 502;
    expect(await codeOf('https://okx.invalid', at(name))).toBe('proxy-failed');
    expect(received).toHaveLength(1);
  });

  it('may be written without http://', async () => {
    verdict = 502;
    await codeOf('https://okx.invalid', { https_proxy: `127.0.0.1:${portOf(proxy)}` });
    expect(received).toHaveLength(1);
  });

  it('receives user and password, and nothing of the key', async () => {
    verdict = 502;
    await codeOf('https://okx.invalid', at('https_proxy', 'me:p%40ss@'));
    const { headers } = received[0]!;
    expect(headers['proxy-authorization']).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
    expect(JSON.stringify(headers)).not.toContain('key-1');
  });

  it('that requires a password causes the failure for that', async () => {
    verdict = 407;
    expect(await codeOf('https://okx.invalid', at('https_proxy'))).toBe('proxy-wants-password');
    expect(await codeOf('https://okx.invalid', at('https_proxy', 'me:wrong@'))).toBe('proxy-password-wrong');
  });

  it('that does not exist is blamed, and not the host', async () => {
    for (const https_proxy of ['http://127.0.0.1:1', 'http://proxy.invalid:80', 'socks5://127.0.0.1:1'])
      expect(await codeOf('https://okx.invalid', { https_proxy })).toBe('proxy-unreachable');
  });

  it('that never answers is given up after the limit', async () => {
    verdict = 0;
    expect(await codeOf('https://okx.invalid', at('https_proxy'), 500)).toBe('timeout');
  });

  it.each([
    'http://',
    'http://[::1',
    'http://me:p%ss@127.0.0.1:1',
    'ftp://127.0.0.1:1',
    'socks4://127.0.0.1:1'
  ])('whose address is %s fails each request instead of the start', async address => {
    expect(await codeOf('https://okx.invalid', { https_proxy: address })).toBe('proxy-unusable');
  });

  it.each(['okx.invalid', '*', '.invalid', 'a.example, okx.invalid'])(
    'is not used for hosts of NO_PROXY=%s',
    async no_proxy => {
      expect(await codeOf('https://okx.invalid', { ...at('https_proxy'), no_proxy })).toBe('name-not-found');
      expect(received).toEqual([]);
    }
  );

  it('is not used for this computer', async () => {
    expect(await codeOf('http://127.0.0.1:1', at('http_proxy'))).toBe('refused');
    expect(received).toEqual([]);
  });
});
