import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { callsOf } from '../../fakes/call-context';
import type { Calls } from '../../../electron/ipc/call-types';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import type { AnyFault } from '../../../electron/fake-okx/faults/fault-rules';
import { CONTRACT, type ConnectForm } from '../../../shared/ipc/contract';
import { Failure } from '../../../shared/domain/failure';
import { CREDENTIALS, EXAMPLE_TOTAL, startWorld, WALLET, type AppWorld } from '../../fakes/app-world';

let around: AppWorld;
let app: Engine;
let calls: Calls;
const begin = async (options: Parameters<typeof startWorld>[0]) => {
  around = await startWorld(options);
  app = new Engine(around.world);
  calls = callsOf(app, { dialogs: { confirmHost: () => Promise.resolve(true) } });
  await app.load();
};
afterEach(async () => {
  await app.stop();
  await around.close();
});

const form = (change: Partial<ConnectForm> = {}): ConnectForm => ({
  name: 'Cold wallet',
  apiKey: CREDENTIALS.apiKey,
  secretKey: CREDENTIALS.secretKey,
  passphrase: CREDENTIALS.passphrase,
  projectId: '',
  accountId: EXAMPLE_ACCOUNT_ID,
  host: around.server.origin,
  chains: [],
  thisSessionOnly: false,
  ...change
});
const connect = async (change: Partial<ConnectForm> = {}) =>
  CONTRACT['wallet:connect'].response.parse(await calls['wallet:connect'](form(change)));

function expectNothingStored(): void {
  expect(around.secrets.size).toBe(0);
  expect(around.files).toEqual({ settings: null, snapshots: null, points: [], entries: [] });
  expect(app.state.phase).toBe('first-run');
}

describe('connecting for the first time', () => {
  beforeEach(() => begin({ isConnected: false }));

  it('saves key and wallet, and shows the total as a silent first snapshot', async () => {
    expect(await connect()).toEqual({ outcome: 'saved' });
    await app.refresh();
    expect([...around.secrets.values()]).toEqual([CREDENTIALS]);
    expect(around.files.settings?.wallets).toMatchObject([
      { name: 'Cold wallet', accountId: EXAMPLE_ACCOUNT_ID, keyId: around.files.settings?.keys[0]?.id }
    ]);
    expect(app.state.portfolio.total).toBe(EXAMPLE_TOTAL);
    expect(around.notified).toEqual([]);
  });

  it('writes no part of the secret into settings, snapshot, history or state', async () => {
    await connect();
    await app.refresh();
    const written = JSON.stringify([around.files, app.state, around.logged]);
    for (const secret of [CREDENTIALS.secretKey, CREDENTIALS.passphrase])
      expect(written).not.toContain(secret);
    expect(written).toContain('Cold wallet');
  });

  it.each<[Partial<ConnectForm>, string, string]>([
    [{ apiKey: '  ' }, 'apiKey', 'missing'],
    [{ secretKey: '' }, 'secretKey', 'missing'],
    [{ passphrase: '' }, 'passphrase', 'missing'],
    [{ accountId: '' }, 'accountId', 'missing'],
    [{ secretKey: 'schlüssel' }, 'secretKey', 'not-printable'],
    [{ apiKey: 'two words' }, 'apiKey', 'not-printable'],
    [{ projectId: 'a\nb' }, 'projectId', 'not-printable'],
    [{ host: 'https://www.okx.com/path' }, 'host', 'not-a-host'],
    [{ host: 'http://www.okx.com' }, 'host', 'not-https']
  ])('with %o names the field and asks nobody', async (change, field, problem) => {
    expect(await connect(change)).toEqual({ outcome: 'invalid', field, problem });
    expect(around.server.requests).toEqual([]);
    expectNothingStored();
  });

  it.each<[Partial<ConnectForm>, string, string | null]>([
    [{ apiKey: 'other' }, 'key-unknown', 'apiKey'],
    [{ secretKey: 'other' }, 'secret-wrong', 'secretKey'],
    [{ passphrase: 'other' }, 'passphrase-wrong', 'passphrase'],
    [{ accountId: '00000000-0000-4000-8000-000000000001' }, 'account-unknown', 'accountId'],
    [{ chains: ['999999'] }, 'chain-unsupported', null],
    [{ host: 'https://okx.invalid' }, 'name-not-found', 'host'],
    [{ host: 'http://127.0.0.1:1' }, 'refused', 'host']
  ])('with %o fails in its own way, and nothing is kept', async (change, code, field) => {
    expect(await connect(change)).toMatchObject({ outcome: 'failed', code, field });
    expectNothingStored();
  });

  it.each<[AnyFault, string, string | null]>([
    [{ kind: 'refuse', code: '50100' }, 'key-frozen', 'apiKey'],
    [{ kind: 'refuse', code: '50101' }, 'key-wrong-environment', 'apiKey'],
    [{ kind: 'refuse', code: '50110' }, 'address-not-allowed', null],
    [{ kind: 'refuse', code: '50120' }, 'key-lacks-permission', 'apiKey'],
    [{ kind: 'refuse', code: '50125' }, 'region-blocked', null],
    [{ kind: 'refuse', code: '50011' }, 'rate-limited', null],
    [{ kind: 'captive-portal' }, 'not-okx', 'host'],
    [{ kind: 'blocked-page' }, 'not-okx', 'host'],
    [{ kind: 'redirect', location: 'https://other.example/' }, 'redirected', 'host'],
    [{ kind: 'silence' }, 'timeout', 'host'],
    [{ kind: 'hang-up' }, 'connection-lost', null],
    [{ kind: 'truncated-json' }, 'reply-damaged', null],
    [{ kind: 'payment-wanted' }, 'quota-used-up', null]
  ])('answered with %o fails in its own way, and nothing is kept', async (fault, code, field) => {
    around.server.injectFault(fault);
    expect(await connect()).toMatchObject({ outcome: 'failed', code, field });
    expectNothingStored();
  });

  it('works with a clock that is ten minutes off', async () => {
    around.skewMs = -600_000;
    expect(await connect()).toEqual({ outcome: 'saved' });
    expect(around.server.requests.map(({ code }) => code)).toEqual(['50102', '0']);
  });

  it.each(['keychain-missing', 'keychain-locked', 'keychain-denied'] as const)(
    'saves nothing when the keychain fails with %s',
    async code => {
      around.keychainFailure = new Failure(code);
      expect(await connect()).toMatchObject({ outcome: 'failed', code, field: null });
      expectNothingStored();
    }
  );

  it('can be tried again after a failure', async () => {
    await connect({ passphrase: 'other' });
    expect(await connect()).toEqual({ outcome: 'saved' });
  });
});

describe('connecting an account that is already watched', () => {
  const OTHER = { ...WALLET, id: 'w2', name: 'Daily', accountId: 'b' };
  beforeEach(async () => {
    await begin({ wallets: [WALLET, OTHER] });
    around.server.accounts.set('b', () => EXAMPLE_ASSETS);
    await app.refresh();
  });

  it('keeps the IDs of wallet and key, and replaces the old key by the new one', async () => {
    const renewed = { ...CREDENTIALS, apiKey: 'key-2' };
    around.server.keys.set('key-2', renewed);
    expect(await connect({ apiKey: 'key-2', name: 'Renamed' })).toEqual({ outcome: 'saved' });
    expect(around.files.settings?.wallets.map(({ id, name }) => [id, name])).toEqual([
      ['w1', 'Renamed'],
      ['w2', 'Daily']
    ]);
    expect(around.files.settings?.keys.map(({ id }) => id)).toEqual(['k1']);
    expect(around.secrets.get('k1')).toEqual(renewed);
  });

  it("starts every wallet of the key again that had stopped after the key's refusal", async () => {
    around.server.injectFault({ kind: 'refuse', code: '50111' });
    await app.refresh();
    expect(app.state.polling.isStopped).toBe(true);
    around.server.clearFaults();
    const before = around.server.requests.length;
    await connect();
    // This joins the round that has already begun: it polls both.
    await app.refresh();
    expect(around.server.requests.length - before).toBe(3);
    expect(app.state.portfolio).toMatchObject({ isStale: false, partsAnswered: 2 });
    expect(around.server.requests.at(-1)?.code).toBe('0');
    expect(app.model.pollSchedules).toMatchObject({ w1: { failuresInRow: 0 }, w2: { failuresInRow: 0 } });
  });

  it('leaves the old key, the total and the schedule unchanged when the new key is refused', async () => {
    const before = [structuredClone(around.files), app.model.pollSchedules];
    expect(await connect({ secretKey: 'other' })).toMatchObject({ code: 'secret-wrong' });
    expect([around.files, app.model.pollSchedules]).toEqual(before);
    expect(around.secrets.get('k1')).toEqual(CREDENTIALS);
  });

  it('for this session only uses a new key ID, so that the entry in the keychain can still be forgotten', async () => {
    await connect({ thisSessionOnly: true });
    const [first, second] = around.files.settings?.keys ?? [];
    expect([first?.id, first?.keptIn, second?.keptIn]).toEqual(['k1', 'keychain', 'session']);
    expect(around.files.settings?.wallets[0]?.keyId).toBe(second?.id);
  });
});

describe('forgetting a key', () => {
  beforeEach(async () => {
    await begin({});
    await app.refresh();
  });
  const forget = (keyId = 'k1') => calls['key:forget']({ keyId });

  it('removes the keychain entry, the settings of the key, its wallets and their holdings', async () => {
    expect(await forget()).toEqual({ done: true });
    expect(around.secrets.size).toBe(0);
    expect(around.files.settings).toMatchObject({ keys: [], wallets: [] });
    expect(around.files.snapshots?.wallets).toEqual([]);
    expect(app.state).toMatchObject({ phase: 'first-run', portfolio: { total: '0', takenAt: null } });
  });

  it('removes nothing when the keychain fails, and says so', async () => {
    around.keychainFailure = new Failure('keychain-locked');
    expect(await forget()).toEqual({ done: false });
    expect(around.files.settings?.wallets).toHaveLength(1);
    expect(app.state.keys).toHaveLength(1);
  });

  it('works without a keychain for a key of an earlier session', async () => {
    const settings = around.files.settings!;
    around.files.settings = { ...settings, keys: settings.keys.map(key => ({ ...key, keptIn: 'session' })) };
    await app.load();
    around.keychainFailure = new Failure('keychain-missing');
    expect(await forget()).toEqual({ done: true });
    expect(app.state.keys).toEqual([]);
  });

  it('does nothing for an unknown key', async () => {
    expect(await forget('other')).toEqual({ done: false });
    expect(around.secrets.size).toBe(1);
  });

  it("during the key's own round leaves no data of the round behind", async () => {
    const release = around.hold();
    const round = app.refresh();
    await forget();
    release();
    await round;
    expect(app.state.portfolio).toMatchObject({ total: '0', holdings: [] });
    expect(around.files.snapshots?.wallets).toEqual([]);
  });
});

describe('removing a wallet', () => {
  beforeEach(() => begin({}));

  it('keeps its key, and reports a wallet that does not exist', async () => {
    await app.refresh();
    expect(await calls['wallet:remove']({ walletId: 'w1', forgetHistory: false })).toEqual({ done: true });
    expect(await calls['wallet:remove']({ walletId: 'w1', forgetHistory: false })).toEqual({ done: false });
    expect(around.secrets.size).toBe(1);
    expect(around.files.settings).toMatchObject({ wallets: [], keys: [{ id: 'k1' }] });
  });
});

describe('reading the state', () => {
  beforeEach(() => begin({}));

  it('gives the last drawn state as text', async () => {
    await app.refresh();
    const { text } = await calls['state:read']({});
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(around.drawn.at(-1))));
  });
});
