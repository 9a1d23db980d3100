import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import { failureSentence } from '../../../../shared/text/failure-text';
import type { Settings } from '../../../../shared/schema/settings';
import type { Wallet } from '../../../../shared/schema/wallet';
import {
  CREDENTIALS,
  keyAt,
  settingsAt,
  START,
  startWorld,
  WALLET,
  type AppWorld
} from '../../../fakes/app-world';

const HIDDEN_MS = 5 * 60_000;
const ADDRESS = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const SECOND = { ...CREDENTIALS, apiKey: 'key-2', secretKey: 'TEST-SECRET-2' };
const WALLETS: Wallet[] = [
  { ...WALLET, id: 'w1', name: 'Account', accountId: 'a' },
  { id: 'w2', name: 'Address', keyId: 'k1', source: 'v6-address', address: ADDRESS, chains: ['1'] },
  { ...WALLET, id: 'w3', name: 'Other account', keyId: 'k2', accountId: 'c' }
];

let around: AppWorld;
let app: Engine;
let settled: () => void;
beforeEach(async () => {
  around = await startWorld({ wallets: WALLETS });
  const settings: Settings = settingsAt(around.server.origin, WALLETS);
  const other = { ...keyAt(around.server.origin), id: 'k2', name: 'OKX 2' };
  around.files.settings = { ...settings, keys: [...settings.keys, other] };
  around.secrets.set('k2', SECOND);
  around.server.keys.set(SECOND.apiKey, SECOND);
  holds('1');
  settled = () => undefined;
  const wakeIn: typeof around.world.scheduleTick = delayMs => {
    around.world.scheduleTick(delayMs);
    settled();
  };
  app = new Engine({ ...around.world, scheduleTick: wakeIn });
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Sets the ether balance of each of the three wallets, at $1,000. No two of them watch the same address. */
function holds(balance: string): void {
  const rowsAt = (address: string) => () => [{ ...EXAMPLE_ASSETS[1]!, address, balance, tokenPrice: '1000' }];
  const [first, third] = [ADDRESS.replace('0xa', '0xb'), ADDRESS.replace('0xa', '0xc')];
  around.server.accounts.set('a', rowsAt(first)).set('c', rowsAt(third));
  around.server.addresses.set(ADDRESS, rowsAt(ADDRESS));
}
/** Calls `tick` after this time. Ends when the timer is set again; returns the API key of each request. */
async function round(moveMs = 0): Promise<string[]> {
  const before = around.server.requests.length;
  around.at += moveMs;
  const over = new Promise<void>(resolve => (settled = resolve));
  app.tick();
  await over;
  return around.server.requests.slice(before).map(({ headers }) => headers['ok-access-key'] ?? '');
}
const rowOf = (walletId: string) => app.state.portfolio.wallets.find(({ wallet }) => wallet.id === walletId);

describe('three wallets over two keys and both sources', () => {
  it('are each polled with their own key and add up to one total', async () => {
    expect((await round()).sort()).toEqual(['key-1', 'key-1', 'key-2']);
    expect(app.state.portfolio).toMatchObject({ total: '3000', isStale: false, partsAnswered: 3 });
    const paths = around.server.requests.map(({ target }) => target.split('?')[0]);
    expect(paths.filter(path => path?.startsWith('/api/v6/dex/balance/'))).toHaveLength(1);
  });

  it('are all still counted when one key is revoked, and the stale wallet is shown with the reason', async () => {
    await round();
    around.server.keys.delete('key-2');
    holds('1.5');
    await round(HIDDEN_MS);
    expect(app.state.portfolio).toMatchObject({
      total: '4000',
      isStale: true,
      takenAt: START,
      partsAnswered: 2,
      partsExpected: 3
    });
    expect(rowOf('w3')).toMatchObject({ value: '1000', isStale: true, takenAt: START });
    expect(failureSentence(rowOf('w3')!.failure!)).toMatch(/^OKX does not know this key\..* eea\.okx\.com /);
    for (const id of ['w1', 'w2']) {
      expect(rowOf(id)).toMatchObject({
        value: '1500',
        isStale: false,
        failure: null,
        takenAt: START + HIDDEN_MS
      });
    }
  });

  it('are polled on with the key that works, and no request uses the revoked key', async () => {
    await round();
    around.server.keys.delete('key-2');
    await round(HIDDEN_MS);
    expect(app.state.polling.isStopped).toBe(false);
    expect(await round(HIDDEN_MS)).toEqual(['key-1', 'key-1']);
    expect(app.state.portfolio).toMatchObject({ total: '3000', takenAt: START });
  });

  it('have a clock offset and a backoff per key', async () => {
    around.server.injectFault({ kind: 'refuse', code: '50001', apiKey: 'key-2' });
    await round();
    expect(app.model.pollSchedules).toMatchObject({
      w1: { failuresInRow: 0, dueAt: START + HIDDEN_MS },
      w3: { failuresInRow: 1, dueAt: START + 15_000 }
    });
    expect(await round(15_000)).toEqual(['key-2']);
    expect(Object.keys(app.model.clockOffsets).sort()).toEqual(['k1', 'k2']);
  });
});

describe('a paused wallet', () => {
  const pause = async (walletId: string) => {
    const { settings } = app.model;
    const wallets = settings.wallets.map(wallet =>
      wallet.id === walletId ? { ...wallet, isPaused: true } : wallet
    );
    await app.adopt({ ...app.model, settings: { ...settings, wallets } });
  };

  it('is not polled, is still counted, and does not set the timer', async () => {
    await round();
    await pause('w3');
    holds('2');
    expect(await round(HIDDEN_MS)).toEqual(['key-1', 'key-1']);
    expect(app.state.portfolio.total).toBe('5000');
    expect(around.wakeIn).toBe(HIDDEN_MS);
    expect(app.state.polling.nextAt).toBe(around.at + HIDDEN_MS);
  });

  it('does not hide that polling of all others has stopped', async () => {
    await round();
    await pause('w3');
    around.server.keys.delete('key-1');
    await round(HIDDEN_MS);
    expect(app.state.polling).toMatchObject({ isStopped: true, nextAt: null });
  });

  it('does not make a call of "Refresh now" wait for a second round', async () => {
    await pause('w3');
    await round();
    const before = around.server.requests.length;
    const release = around.hold();
    const calls = [app.refresh(), app.refresh()];
    release();
    await Promise.all(calls);
    expect(around.server.requests.length - before).toBe(2);
  });

  it('leaves no next poll when all wallets are paused', async () => {
    await round();
    for (const id of ['w1', 'w2', 'w3']) await pause(id);
    expect(await round(HIDDEN_MS)).toEqual([]);
    expect(app.state.polling).toMatchObject({ isStopped: false, nextAt: null });
  });
});
