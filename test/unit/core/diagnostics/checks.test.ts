import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { diagnose, type DiagnosticsContext } from '../../../../electron/core/diagnostics/checks';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { Diagnostics } from '../../../../shared/schema/diagnostics';
import type { CaProblem } from '../../../../shared/text/ca-file-text';
import { Failure, type FailureCode } from '../../../../shared/domain/failure';
import { FAILURE_SENTENCES } from '../../../../shared/text/failure-text';
import { CREDENTIALS, startWorld, type AppWorld } from '../../../fakes/app-world';

const SURROUNDS: DiagnosticsContext = {
  version: '1.2.3',
  electron: '33.4.11',
  system: 'linux 6.1 x64',
  env: {},
  lastNotification: null,
  desktop: null
};

let around: AppWorld;
let app: Engine;
const begin = async (options: Parameters<typeof startWorld>[0] = {}) => {
  around = await startWorld(options);
  app = new Engine(around.world);
  await app.load();
};
beforeEach(() => begin());
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** The check with this id, as `state text`. */
async function checkOf(id: string, change: Partial<DiagnosticsContext> = {}): Promise<string> {
  const { checks } = Diagnostics.parse(await diagnose(app, { ...SURROUNDS, ...change }));
  const found = checks.filter(check => check.id === id);
  expect(found).toHaveLength(1);
  return `${found[0]?.state} ${found[0]?.text}`;
}

describe('Diagnostics', () => {
  it('says before the first poll that nothing is known yet', async () => {
    expect(await checkOf('key')).toBe('good OKX is kept in the keychain.');
    expect(await checkOf('clock')).toMatch(/^unknown /);
    expect(await checkOf('host')).toMatch(/^unknown 127\.0\.0\.1:\d+ has not been used yet\.$/);
    expect(await checkOf('notifications')).toMatch(/^unknown /);
  });

  it('says that there is no key', async () => {
    await around.close();
    await begin({ isConnected: false });
    expect(await checkOf('key')).toBe('unknown No key is saved yet.');
  });

  it('reports every check as good after a good poll', async () => {
    await app.refresh();
    const { checks, lastFailures } = await diagnose(app, { ...SURROUNDS, lastNotification: 'shown' });
    expect(checks.filter(({ state }) => state !== 'good')).toEqual([]);
    expect(lastFailures).toEqual([]);
  });

  it.each([
    [-600_000, 'warn Your clock is 10 min slow. Tokentray corrects for it.'],
    [600_000, 'warn Your clock is 10 min fast. Tokentray corrects for it.'],
    [1000, 'good Your clock agrees with OKX.']
  ])('names a clock that is %i ms off', async (skewMs, text) => {
    around.skewMs = skewMs;
    await app.refresh();
    expect(await checkOf('clock')).toBe(text);
  });

  it('names a refused key with the code of the service', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50111' });
    await app.refresh();
    expect(await checkOf('key')).toBe('bad OKX: Key not accepted.');
    const { lastFailures } = await diagnose(app, SURROUNDS);
    expect(lastFailures).toMatchObject([{ code: 'key-unknown', serviceCode: '50111' }]);
  });

  it('names past prices only when they are refused', async () => {
    await app.refresh();
    const { checks } = await diagnose(app, SURROUNDS);
    expect(checks.map(({ id }) => id)).not.toContain('past-prices');
    app.applyUpdate(model => ({ ...model, pastPrices: { ...model.pastPrices, isRefused: true } }));
    expect(await checkOf('past-prices')).toMatch(/^warn OKX refused to give past prices/);
  });

  it('names a host that does not answer', async () => {
    around.server.injectFault({ kind: 'hang-up' });
    await app.refresh();
    expect(await checkOf('host')).toMatch(/^warn 127\.0\.0\.1:\d+: Connection lost\.$/);
  });

  it('names a keychain that does not answer', async () => {
    around.keychainFailure = new Failure('keychain-locked');
    expect(await checkOf('keychain')).toMatch(/^bad Your keychain is locked/);
  });

  it('names the proxy without its address and password', async () => {
    const env = { https_proxy: 'http://me:TEST-SECRET@proxy.example:8080' };
    expect(await checkOf('proxy', { env })).toBe('good The proxy of the environment is used.');
    expect(await checkOf('proxy')).toMatch(/^good No proxy/);
  });

  const way = (
    proxy: string | null,
    failure: FailureCode | null = null,
    from: 'environment' | 'system' = 'system'
  ) => ({
    network: { lastRoute: { proxy, proxySource: from, failure }, certificates: {}, caFile: null }
  });

  it.each([
    [way(null), 'good No proxy is in use.'],
    [way('a:8080'), 'good a:8080 (set in the system) forwarded the last request.'],
    [
      way('a:1', 'proxy-wants-password', 'environment'),
      'bad a:1 (set in the environment). Last answer: Proxy needs a password.'
    ],
    [way('a:1', 'timeout'), 'warn a:1 (set in the system). Last answer: No answer in time.'],
    [way(null, 'proxy-unusable'), `bad ${FAILURE_SENTENCES['proxy-unusable']}`]
  ])('names the route of the last request: %o', async (seen, text) => {
    expect(await checkOf('proxy', seen)).toBe(text);
  });

  it('names the issuer of the certificate, and the CA file that is trusted or missing', async () => {
    await app.refresh();
    const origin = app.model.settings.keys[0]!.host;
    const seen = (isTrustedByCaFile: boolean, problem: CaProblem | null) => ({
      network: {
        lastRoute: null,
        certificates: { [origin]: { issuer: 'Example Company', isTrustedByCaFile } },
        caFile: { name: 'company.pem', problem }
      }
    });
    expect(await checkOf('host', seen(false, null))).toMatch(
      /answers\. Its certificate is from Example Company\.$/
    );
    expect(await checkOf('host', seen(true, null))).toMatch(
      /Example Company, trusted through your CA file\.$/
    );
    expect(await checkOf('ca-file', seen(true, null))).toBe(
      'good company.pem is trusted as well as the built-in authorities.'
    );
    expect(await checkOf('ca-file', seen(false, 'not-readable'))).toBe(
      'bad company.pem: The file does not exist, or cannot be read.'
    );
  });

  it('names a notification that was not delivered, and a disk that is full', async () => {
    expect(await checkOf('notifications', { lastNotification: 'failed' })).toMatch(/^bad /);
    around.fullDisks.add('snapshots');
    await app.refresh();
    expect(await checkOf('files')).toMatch(/^bad .*could not be saved/);
    around.fullDisks.clear();
    await app.refresh();
    expect(await checkOf('files')).toMatch(/^good /);
  });

  it('names the poll interval for an open and for a hidden window', async () => {
    expect(await checkOf('budget')).toMatch(/^good Refreshing every 5 min/);
    around.attention = 'visible';
    expect(await checkOf('budget')).toMatch(/^good Refreshing every 1 min/);
  });

  it('contains no secret, no address, no account and no amount', async () => {
    await app.refresh();
    around.server.injectFault({ kind: 'refuse', code: '50113', msg: `bad ${CREDENTIALS.secretKey}` });
    await app.refresh();
    const text = JSON.stringify(await diagnose(app, SURROUNDS));
    const held = EXAMPLE_ASSETS.flatMap(row => [row.address, row.balance, row.tokenPrice]).filter(
      part => part.length > 3
    );
    const secrets = [CREDENTIALS.apiKey, CREDENTIALS.secretKey, CREDENTIALS.passphrase];
    for (const part of [...held, ...secrets, EXAMPLE_ACCOUNT_ID, '21203']) expect(text).not.toContain(part);
  });
});
