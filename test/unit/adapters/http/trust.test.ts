import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttp, readCaFile } from '../../../../electron/adapters/http/http';
import { asFailure } from '../../../../shared/domain/failure';
import { startHttpProxy, startService, TLS, type RunningServer } from '../../../fakes/proxies';

const REQUEST = { method: 'GET' as const, target: '/', headers: {}, body: '' };
const NOW = Date.UTC(2026, 10, 22);
const fixture = (name: string) => join(TLS, name);

let folder: string;
let chosen: string | null;
const running: RunningServer[] = [];
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tokentray-ca-'))));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => void (chosen = fixture('authority.pem')));
afterEach(() => running.splice(0).forEach(one => one.close()));
const run = async <One extends RunningServer>(one: Promise<One>) => {
  running.push(await one);
  return one;
};

const client = (env = {}) => createHttp({ userAgent: 'x', isOnline: () => true, env, caFile: () => chosen });
async function outcomeOf({ port }: RunningServer, http = client(), name = '127.0.0.1'): Promise<string> {
  return await http.send({ ...REQUEST, origin: `https://${name}:${port}` }).then(
    ({ body }) => body,
    (thrown: unknown) => asFailure(thrown).code
  );
}

describe('a company proxy that decrypts traffic', () => {
  it('is trusted through its CA file, from the next request after the choice until the file is removed', async () => {
    const service = await run(startService());
    const http = client();
    chosen = null;
    expect(await outcomeOf(service, http)).toBe('certificate-not-trusted');
    chosen = fixture('authority.pem');
    expect(await outcomeOf(service, http)).toBe('fine');
    chosen = null;
    expect(await outcomeOf(service, http)).toBe('certificate-not-trusted');
    expect(service.requested).toHaveLength(1);
  });

  it.each([
    ['a file as Windows exports it', 'authority.cer', ['server.pem']],
    ['the certificate below its root, alone', 'between.pem', ['server-between.pem']],
    [
      'its root, while the server sends the one between',
      'authority.pem',
      ['server-between.pem', 'between.pem']
    ]
  ])('may send %s', async (_, file, chain) => {
    chosen = fixture(file);
    expect(await outcomeOf(await run(startService(...chain)))).toBe('fine');
  });

  it('may also use its CA for the proxy connection', async () => {
    const proxy = await run(startHttpProxy(await run(startService()), {}, true));
    const send = (origin: string) =>
      client({ https_proxy: `https://127.0.0.1:${proxy.port}` }).send({ ...REQUEST, origin });
    expect((await send('https://okx.invalid')).body).toBe('fine');
    chosen = null;
    await expect(send('https://okx.invalid')).rejects.toMatchObject({
      code: 'certificate-not-trusted',
      facts: { host: `127.0.0.1:${proxy.port}` }
    });
  });

  it('does not make other certificates valid: of another host, or expired', async () => {
    expect(await outcomeOf(await run(startService('server-expired.pem')))).toBe('certificate-expired');
    const service = await run(startService());
    const proxy = await run(startHttpProxy(service));
    const other = client({ https_proxy: `127.0.0.1:${proxy.port}` });
    expect(await outcomeOf(service, other, 'web3.okx.invalid')).toBe('certificate-wrong-host');
    expect(service.requested).toEqual([]);
  });

  it('is named in Diagnostics, with the issuer of the certificate that it showed', async () => {
    const service = await run(startService());
    const http = client();
    await outcomeOf(service, http);
    expect(await http.facts()).toMatchObject({
      caFile: { name: 'authority.pem', problem: null },
      certificates: {
        [`https://127.0.0.1:${service.port}`]: { issuer: 'Example Company', isTrustedByCaFile: true }
      }
    });
  });
});

describe('the CA file', () => {
  it('is read again when it changes, and reported as missing when it is gone', async () => {
    const service = await run(startService());
    const http = client();
    chosen = join(folder, 'changing.pem');
    copyFileSync(fixture('server-between.pem'), chosen);
    expect(await outcomeOf(service, http)).toBe('ca-file-unusable');
    expect((await http.facts()).caFile).toEqual({ name: 'changing.pem', problem: 'not-authority' });
    copyFileSync(fixture('authority.pem'), chosen);
    expect(await outcomeOf(service, http)).toBe('fine');
    rmSync(chosen);
    expect(await outcomeOf(service, http)).toBe('ca-file-unusable');
    expect((await http.facts()).caFile).toEqual({ name: 'changing.pem', problem: 'not-readable' });
  });

  it.each(['authority.pem', 'authority.cer', 'between.pem'])('may be %s', async name => {
    expect(await readCaFile(fixture(name), NOW)).toHaveLength(1);
  });

  it('may contain many certificates, text between them, and one that is damaged or expired', async () => {
    const file = join(folder, 'many.pem');
    const parts = ['authority.pem', 'authority-expired.pem'].map(name => readFileSync(fixture(name), 'utf8'));
    const damaged = parts[0]!.replace(/\n[A-Za-z0-9+/]{20}/, '\nAAAAAAAAAAAAAAAAAAAA');
    writeFileSync(
      file,
      ['# A company: O=Example', ...parts, damaged, ...rootCertificates.slice(0, 3)].join('\r\n')
    );
    expect(((await readCaFile(file, NOW)) as object[]).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['no-such-file.pem', null, 'not-readable'],
    ['empty.pem', '', 'not-certificate'],
    ['page.pem', '<!DOCTYPE html>', 'not-certificate'],
    ['cut.pem', '-----BEGIN CERTIFICATE-----\nMIIB', 'not-certificate'],
    ['nonsense.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'not-certificate'],
    ['large.pem', 'x'.repeat(1024 * 1024 + 1), 'too-large'],
    ['rsa.pem', '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n', 'private-key'],
    ['encrypted.pem', '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n', 'private-key']
  ])('%s is refused as %s', async (name, text, problem) => {
    const file = join(folder, name);
    if (text !== null) writeFileSync(file, text);
    expect(await readCaFile(file, NOW)).toBe(problem);
  });

  it('is refused when it is expired, of one site only, a private key or a folder', async () => {
    expect(await readCaFile(fixture('authority-expired.pem'), NOW)).toBe('expired');
    expect(await readCaFile(fixture('authority.pem'), Date.UTC(2019, 0))).toBe('expired');
    expect(await readCaFile(fixture('server.pem'), NOW)).toBe('not-authority');
    expect(await readCaFile(fixture('server-key.pem'), NOW)).toBe('private-key');
    mkdirSync(join(folder, 'folder.pem'));
    expect(await readCaFile(join(folder, 'folder.pem'), NOW)).toBe('not-readable');
  });
});
