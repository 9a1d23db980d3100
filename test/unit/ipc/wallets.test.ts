import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import type { Http } from '../../../electron/core/ports/ports';
import { callsOf } from '../../fakes/call-context';
import type { Calls } from '../../../electron/ipc/call-types';
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  type TokenAsset
} from '../../../electron/fake-okx/service/asset-rows';
import { CONTRACT } from '../../../shared/ipc/contract';
import { UNTIL_RESUMED } from '../../../shared/domain/default-settings';
import { EXAMPLE_TOTAL, startWorld, WALLET, type AppWorld } from '../../fakes/app-world';

const HIDDEN_MS = 5 * 60_000;
const OWNER = EXAMPLE_ASSETS[0]!.address;

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine({ ...around.world, http: oneByOne(around.world.http) });
  calls = callsOf(app);
  await app.load();
  await round();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

/** Sends one request at a time, as a key's own rate limiter does: hundreds at once would wait for each other. */
function oneByOne({ send }: Http): Http {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send(request) {
      const mine = last.catch(() => undefined).then(() => send(request));
      last = mine;
      return mine;
    }
  };
}
async function round(moveMs = 0): Promise<number> {
  const before = around.server.requests.length;
  around.at += moveMs;
  app.tick();
  if (app.state.polling.isRefreshing) await app.refresh();
  return around.server.requests.length - before;
}
const holds = (...rows: TokenAsset[]) => around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => rows);
const total = () => app.state.portfolio.total;
const address = (index: number) => `0x${(index + 1).toString(16).padStart(40, '0')}`;

describe('two hundred pasted addresses', () => {
  const good = Array.from({ length: 180 }, (_, index) => address(index));
  const broken = Array.from({ length: 5 }, (_, i) => `0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe${i}`);
  const bitcoin = 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu';
  const solana = 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk';
  const pasted = [...good, ...good.slice(0, 10), '', '  ', ...broken, bitcoin, solana, 'hello'];

  it('give one list with the result of each address, in the order of the paste', async () => {
    const text = pasted.join('\n');
    const { rows, unread } = CONTRACT['addresses:review'].response.parse(
      await calls['addresses:review']({ text })
    );
    const count = (verdict: string) => rows.filter(row => row.verdict === verdict).length;
    expect(unread).toEqual({ entries: 0, characters: 0 });
    expect(rows).toHaveLength(pasted.length - 2);
    expect(count('good')).toBe(182);
    expect(['duplicate', 'wrong-checksum', 'not-an-address'].map(count)).toEqual([10, 5, 1]);
    const families = ['evm', 'utxo', 'solana'];
    for (const row of rows.filter(({ verdict }) => verdict === 'good')) {
      expect(families).toContain(row.families[0]);
      expect(row.chains.length).toBeGreaterThan(0);
    }
  });

  it('become wallets, each with its own outcome, and no address is lost when others fail', async () => {
    const { rows } = await calls['addresses:review']({ text: pasted.join('\n') });
    const taken = rows.filter(({ verdict }) => verdict === 'good');
    const wallets = taken.map((row, index) => ({
      name: `Wallet ${index}`,
      address: row.address,
      chains: index === 7 ? [] : row.chains.slice(0, 1)
    }));
    const request = CONTRACT['wallets:add'].request.parse({
      keyId: 'k1',
      wallets: [...wallets, wallets[3]!]
    });
    const { added } = CONTRACT['wallets:add'].response.parse(await calls['wallets:add'](request));
    expect(added.map(one => one.address)).toEqual(request.wallets.map(one => one.address));
    expect(added.flatMap(({ problem }) => problem ?? [])).toEqual(['no-chains', 'already-watched']);
    const saved = around.files.settings!.wallets;
    expect(saved).toHaveLength(1 + 181);
    expect(added.flatMap(({ walletId }) => walletId ?? [])).toEqual(saved.slice(1).map(({ id }) => id));
    await app.refresh();
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, isStale: false, partsExpected: 182 });
    expect(around.notified).toEqual([]);
    const again = await calls['addresses:review']({ text: good[20]! });
    expect(again.rows[0]?.verdict).toBe('already-watched');
  });

  it('name the wallets that watch one already, in any spelling, and can be added all the same', async () => {
    const typed = `0x${OWNER.slice(2).toUpperCase()}`;
    const { rows } = CONTRACT['addresses:review'].response.parse(
      await calls['addresses:review']({ text: `${typed}\n${address(1)}` })
    );
    expect(rows.map(({ verdict, watchedBy }) => [verdict, watchedBy])).toEqual([
      ['good', [WALLET.name]],
      ['good', undefined]
    ]);
    const [row] = rows;
    const wallets = [{ name: 'Again', address: row!.address, chains: ['1'] }];
    expect((await calls['wallets:add']({ keyId: 'k1', wallets })).added[0]?.problem).toBe(null);
  });

  it('are refused for a key that does not exist, and beyond the number that one key can poll', async () => {
    const one = { name: 'A', address: address(1), chains: ['1'] };
    const { added } = await calls['wallets:add']({ keyId: 'none', wallets: [one] });
    expect(added).toEqual([{ address: one.address, walletId: null, problem: 'key-unknown' }]);
    expect(around.files.settings?.wallets).toHaveLength(1);
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    const wallets = Array.from({ length: 801 }, (_, index) => ({ ...one, address: address(index) }));
    const many = await calls['wallets:add']({ keyId: 'k1', wallets });
    expect(many.added.filter(({ problem }) => problem === 'too-many')).toHaveLength(2);
    expect(around.files.settings?.wallets).toHaveLength(800);
  });
});

describe('changing a wallet', () => {
  const change = (what: object) => calls['wallet:change']({ walletId: 'w1', ...what });

  it('keeps name, colour and position without a new poll, and removes the colour', async () => {
    await change({ name: 'Renamed', colour: 4 });
    expect(around.files.settings?.wallets[0]).toMatchObject({ id: 'w1', name: 'Renamed', colour: 4 });
    expect(await round()).toBe(0);
    await change({ colour: null });
    expect(around.files.settings?.wallets[0]).not.toHaveProperty('colour');
    expect(total()).toBe(EXAMPLE_TOTAL);
  });

  it('to other chains creates a new silent baseline: no sent or arrived amount is reported', async () => {
    holds(...EXAMPLE_ASSETS, { ...EXAMPLE_ASSETS[1]!, chainIndex: '56', symbol: 'BNB', balance: '3' });
    expect(await change({ chains: ['56'] })).toEqual({ done: true });
    await app.refresh();
    expect(total()).toBe('7951.29');
    await change({ chains: [] });
    await app.refresh();
    expect(app.state.portfolio.holdings).toHaveLength(3);
    expect(app.state.portfolio.notCounted.unverified).toBe(0);
    expect(around.notified).toEqual([]);
  });

  it('pauses the wallet and starts it again, and keeps its value', async () => {
    await change({ isPaused: true });
    expect([await round(HIDDEN_MS), total()]).toEqual([0, EXAMPLE_TOTAL]);
    await change({ isPaused: false });
    await app.refresh();
    expect(app.state.portfolio).toMatchObject({ total: EXAMPLE_TOTAL, takenAt: around.at, isStale: false });
  });

  it.each([
    { walletId: 'none', name: 'X' },
    { walletId: 'w1', keyId: 'none' }
  ])('to %o is refused and changes nothing', async what => {
    const before = structuredClone(around.files.settings);
    expect(await calls['wallet:change'](what)).toEqual({ done: false });
    expect(around.files.settings).toEqual(before);
  });
});

describe('ordering wallets', () => {
  it('puts the named wallets first and keeps the order of the others', async () => {
    const more = ['b', 'c', 'd'].map(id => ({ ...WALLET, id, accountId: id }));
    const { settings } = app.model;
    await app.adopt({ ...app.model, settings: { ...settings, wallets: [...settings.wallets, ...more] } });
    await calls['wallets:order']({ walletIds: ['d', 'none', 'b'] });
    expect(around.files.settings?.wallets.map(({ id }) => id)).toEqual(['d', 'b', 'w1', 'c']);
  });
});
