import { titlesOf } from '../../fakes/titles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { callsOf } from '../../fakes/call-context';
import type { Calls } from '../../../electron/ipc/call-types';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { LISTED_CHAINS } from '../../../electron/fake-okx/service/chains';
import { chainFamily, isTestnet } from '../../../electron/okx/chains';
import { CONTRACT, type ConnectForm, type RotateForm } from '../../../shared/ipc/contract';
import { Failure } from '../../../shared/domain/failure';
import type { Wallet } from '../../../shared/schema/wallet';
import {
  CREDENTIALS,
  EXAMPLE_TOTAL,
  keyAt,
  START,
  startWorld,
  WALLET,
  type AppWorld
} from '../../fakes/app-world';

const HIDDEN_MS = 5 * 60_000;
const ADDRESS = EXAMPLE_ASSETS[0]!.address;
const RENEWED = {
  ...CREDENTIALS,
  apiKey: 'key-9',
  secretKey: 'TEST-SECRET-9',
  passphrase: 'TEST-PASSPHRASE-9'
};
const OTHER_ACCOUNT = '00000000-0000-4000-8000-00000000000b';
const OTHER: Wallet = { ...WALLET, id: 'w2', name: 'Daily', accountId: OTHER_ACCOUNT };

let around: AppWorld;
let app: Engine;
let calls: Calls;
async function begin(options: Parameters<typeof startWorld>[0]): Promise<void> {
  around = await startWorld(options);
  app = new Engine(around.world);
  calls = callsOf(app);
  around.server.accounts.set(OTHER_ACCOUNT, () => EXAMPLE_ASSETS);
  around.server.addresses.set(ADDRESS, () => EXAMPLE_ASSETS);
  await app.load();
}
afterEach(async () => {
  await app.stop();
  await around.close();
});
const titles = () => titlesOf(around.notified);
const requests = () => around.server.requests.length;

describe('connecting an account with addresses that a wallet watches', () => {
  beforeEach(async () => {
    await begin({ wallets: [WALLET] });
    await app.refresh();
  });
  const connect = async (change: Partial<ConnectForm> = {}) => {
    const form = {
      ...CREDENTIALS,
      projectId: '',
      host: around.server.origin,
      name: 'Twin',
      accountId: OTHER_ACCOUNT
    };
    const request = { ...form, chains: [], thisSessionOnly: false, ...change };
    return CONTRACT['wallet:connect'].response.parse(await calls['wallet:connect'](request));
  };

  it('names them and saves nothing, until the person wants it all the same', async () => {
    const before = structuredClone(around.files.settings);
    expect(await connect()).toEqual({ outcome: 'overlaps', wallets: [WALLET.name] });
    expect(around.files.settings).toEqual(before);
    expect([...around.secrets.keys()]).toEqual(['k1']);
    expect(await connect({ acceptsOverlap: true })).toEqual({ outcome: 'saved' });
    await app.refresh();
    expect(app.state.portfolio).toMatchObject({
      total: EXAMPLE_TOTAL,
      wallets: [{}, { value: EXAMPLE_TOTAL }]
    });
    expect(app.state.portfolio.countedOnce).toBe(`-${EXAMPLE_TOTAL}`);
  });

  it('asks nothing when the account itself is watched already and gets a new key', async () => {
    expect(await connect({ accountId: EXAMPLE_ACCOUNT_ID })).toEqual({ outcome: 'saved' });
  });
});

describe('replacing a key by another one', () => {
  beforeEach(async () => {
    await begin({ wallets: [WALLET, OTHER] });
    await app.refresh();
    around.server.keys.delete(CREDENTIALS.apiKey);
    around.at += HIDDEN_MS;
    await app.refresh();
    around.server.keys.set(RENEWED.apiKey, RENEWED);
  });
  const rotate = async (change: Partial<RotateForm> = {}) => {
    const form = { ...RENEWED, projectId: '', host: around.server.origin, keyId: 'k1', ...change };
    const request = CONTRACT['key:rotate'].request.parse(form);
    return CONTRACT['key:rotate'].response.parse(await calls['key:rotate'](request));
  };

  it('keeps ID, wallets, values and history, and restarts stopped wallets', async () => {
    const [points, wallets] = [
      structuredClone(around.files.points),
      structuredClone(around.files.settings?.wallets)
    ];
    expect(app.state.polling.isStopped).toBe(true);
    expect(await rotate()).toEqual({ outcome: 'saved' });
    await app.refresh();
    expect(around.files.settings).toMatchObject({ keys: [{ id: 'k1', name: 'OKX' }], wallets });
    expect(around.files.points.slice(0, points.length)).toEqual(points);
    expect([...around.secrets]).toEqual([['k1', RENEWED]]);
    expect(app.state.portfolio).toMatchObject({ isStale: false, partsAnswered: 2, takenAt: around.at });
    expect(app.state.failure).toBe(null);
  });

  it('makes an imported key no longer wait for its credentials', async () => {
    const { settings } = app.model;
    const keys = settings.keys.map(key => ({ ...key, isWaiting: true }));
    await app.adopt({ ...app.model, settings: { ...settings, keys } });
    expect(await rotate()).toEqual({ outcome: 'saved' });
    expect(around.files.settings?.keys[0]).not.toHaveProperty('isWaiting');
  });

  it('notifies about what arrived since the last answer, because the snapshot is no new baseline', async () => {
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [
      EXAMPLE_ASSETS[0]!,
      { ...EXAMPLE_ASSETS[1]!, balance: '10' }
    ]);
    await rotate();
    await app.refresh();
    expect(titles()).toEqual(['Key "OKX" stopped working', 'Received 2 ETH · $5,300.86']);
    expect(around.notified[1]?.entries.map(({ kind }) => kind)).toEqual(['arrived']);
  });

  it.each<[Partial<RotateForm>, object]>([
    [{ apiKey: 'nobody' }, { code: 'key-unknown', field: 'apiKey' }],
    [{ secretKey: 'wrong' }, { code: 'secret-wrong', field: 'secretKey' }],
    [{ passphrase: 'wrong' }, { code: 'passphrase-wrong', field: 'passphrase' }],
    [{ passphrase: ' ' }, { outcome: 'invalid', field: 'passphrase', problem: 'missing' }],
    [{ host: 'http://www.okx.com' }, { outcome: 'invalid', field: 'host', problem: 'not-https' }],
    [{ keyId: 'none' }, { outcome: 'invalid' }]
  ])('with %o fails in its own way and changes nothing', async (change, answer) => {
    const before = [structuredClone(around.files), app.model];
    expect(await rotate(change)).toMatchObject(answer);
    expect([around.files, app.model]).toEqual(before);
    expect(around.secrets.get('k1')).toEqual(CREDENTIALS);
  });

  it('changes nothing when the keychain refuses the key', async () => {
    around.keychainFailure = new Failure('keychain-locked');
    expect(await rotate()).toMatchObject({ outcome: 'failed', code: 'keychain-locked' });
    expect(around.secrets.get('k1')).toEqual(CREDENTIALS);
    expect(app.state.polling.isStopped).toBe(true);
  });

  it('during a round does not apply the answers to the old key', async () => {
    const { send } = around.world.http;
    let release = () => undefined as void;
    const late = new Promise<void>(resolve => (release = resolve));
    const http = {
      async send(request: Parameters<typeof send>[0]) {
        if (request.headers['OK-ACCESS-KEY'] === CREDENTIALS.apiKey) await late;
        return await send(request);
      }
    };
    await app.stop();
    app = new Engine({ ...around.world, http });
    calls = callsOf(app);
    await app.load();
    const round = app.refresh();
    await Promise.resolve();
    expect(await rotate()).toEqual({ outcome: 'saved' });
    release();
    await round;
    expect(app.state.polling).toMatchObject({ isStopped: false, nextAt: around.at });
    await app.refresh();
    expect(app.state.portfolio.isStale).toBe(false);
  });
});

describe('forgetting one of two keys', () => {
  it('removes its own wallets and leaves the other key unchanged', async () => {
    await begin({ wallets: [WALLET, { ...OTHER, keyId: 'k2' }] });
    const settings = around.files.settings!;
    around.files.settings = {
      ...settings,
      keys: [...settings.keys, { ...keyAt(around.server.origin), id: 'k2' }]
    };
    around.secrets.set('k2', CREDENTIALS);
    await app.load();
    await app.refresh();
    expect(app.state.portfolio.partsAnswered).toBe(2);
    expect(await calls['key:forget']({ keyId: 'k2' })).toEqual({ done: true });
    expect([...around.secrets.keys()]).toEqual(['k1']);
    expect(around.files.settings).toMatchObject({ keys: [{ id: 'k1' }], wallets: [{ id: 'w1' }] });
    expect(around.files.snapshots?.wallets.map(({ walletId }) => walletId)).toEqual(['w1']);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, partsExpected: 1, isStale: false });
  });
});

describe('connecting addresses', () => {
  const evm = LISTED_CHAINS.map(({ chainIndex }) => chainIndex).filter(
    chain => chainFamily(chain) === 'evm' && !isTestnet(chain)
  );
  const connect = async (addresses: ConnectForm['addresses']) => {
    const form: ConnectForm = {
      ...CREDENTIALS,
      name: 'Mine',
      projectId: '',
      accountId: '',
      host: around.server.origin,
      chains: [],
      thisSessionOnly: false,
      addresses
    };
    return CONTRACT['wallet:connect'].response.parse(await calls['wallet:connect'](form));
  };
  const given = (address: string, chains: string[]) => ({ name: 'Address', address, chains });
  beforeEach(() => begin({ isConnected: false }));

  it('creates a wallet for each address, all with the same key, and no account', async () => {
    const second = `0x${'2'.repeat(40)}`;
    expect(await connect([given(ADDRESS, ['1']), given(second, ['1', '56'])])).toEqual({ outcome: 'saved' });
    await app.refresh();
    const { keys, wallets } = around.files.settings!;
    expect(wallets.map(wallet => [wallet.source, wallet.keyId])).toEqual([
      ['v6-address', keys[0]?.id],
      ['v6-address', keys[0]?.id]
    ]);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, partsExpected: 3, isStale: false });
    expect(titles()).toEqual([]);
  });

  it('creates one wallet for an address that is entered twice', async () => {
    await connect([given(ADDRESS, ['1']), given(ADDRESS.toUpperCase().replace('0X', '0x'), ['56'])]);
    expect(around.files.settings?.wallets).toHaveLength(1);
  });

  it('without chains sends no request and saves nothing, because such settings could not be read again', async () => {
    const answer = await connect([given(ADDRESS, ['1']), given(`0x${'2'.repeat(40)}`, [])]);
    expect(answer).toEqual({ outcome: 'invalid', field: 'addresses', problem: 'missing' });
    expect([requests(), around.files.settings]).toEqual([0, null]);
  });

  it('names unsupported chains once and polls the others', async () => {
    around.server.unsupportedChains.add('66').add('255');
    expect(await connect([given(ADDRESS, ['1', '66', '56', '255'])])).toEqual({ outcome: 'saved' });
    await app.refresh();
    const before = requests();
    await app.refresh();
    // "Refresh now" asks for each of the two as well, alone.
    expect(requests() - before).toBe(3);
    expect(titles()).toEqual(['OKX does not support OKTC, Kroma']);
    expect(app.model.notifications).toHaveLength(1);
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, partsExpected: 2, isStale: false });
  });

  it('with more unsupported chains than one round finds is saved, and later rounds find the rest', async () => {
    evm.filter((_, index) => index % 3 === 1).forEach(chain => around.server.unsupportedChains.add(chain));
    expect(await connect([given(ADDRESS, evm)])).toEqual({ outcome: 'saved' });
    for (let count = 0; app.state.portfolio.isStale && count < 12; count++) {
      around.at += HIDDEN_MS;
      await app.refresh();
    }
    const expected = evm.length - around.server.unsupportedChains.size;
    expect(app.state.portfolio).toMatchObject({
      total: EXAMPLE_TOTAL,
      isStale: false,
      partsExpected: expected
    });
  });

  it('is refused when no chain is supported', async () => {
    around.server.unsupportedChains.add('66').add('255');
    expect(await connect([given(ADDRESS, ['66', '255'])])).toMatchObject({
      code: 'chain-unsupported',
      field: null
    });
    expect([around.secrets.size, around.files.settings, START]).toEqual([0, null, around.at]);
  });

  it('is refused while the settings are refused: no request is sent, and nothing is written to the keychain', async () => {
    const refused = { file: 'config.json', reason: 'newer', found: 7, known: 1 } as const;
    const read = async () => ({ content: null, setAsideAs: null, refused });
    app = new Engine({ ...around.world, settings: { ...around.world.settings, read } });
    calls = callsOf(app);
    await app.load();
    expect(await connect([given(ADDRESS, ['1'])])).toMatchObject({ code: 'storage-failed', field: null });
    expect([around.secrets.size, requests(), around.files.settings]).toEqual([0, 0, null]);
  });
});
