import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import type { Calls } from '../../../../electron/ipc/call-types';
import { planImport } from '../../../../electron/core/settings/import-settings';
import { applyImport } from '../../../../electron/profile/import/import-file';
import { UNTIL_RESUMED } from '../../../../shared/domain/default-settings';
import type { Entry, WalletsEntry } from '../../../../shared/schema/activity';
import { EXAMPLE_TOTAL, startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';
import { callsOf } from '../../../fakes/call-context';

let around: AppWorld;
let app: Engine;
let calls: Calls;
beforeEach(async () => {
  around = await startWorld();
  await start();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

async function start(): Promise<void> {
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
}

const isOfWallets = (entry: Entry): entry is WalletsEntry => 'wallets' in entry;
/** Kind, names and values of the stored entries about wallets, newest first. */
const recorded = () =>
  around.files.entries
    .filter(isOfWallets)
    .map(({ kind, wallets }) => [kind, ...wallets.map(({ name, worth }) => `${name} ${worth}`)]);
const address = (index: number) => `0x${(index + 1).toString(16).padStart(40, '0')}`;
const add = (...names: string[]) =>
  calls['wallets:add']({
    keyId: 'k1',
    wallets: names.map((name, index) => ({ name, address: address(index), chains: ['1'] }))
  });

describe('wallets that were added', () => {
  it('in one act are one entry at once, which gets their values when OKX answers, and no notification', async () => {
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    await add('A', 'B');
    expect(recorded()).toEqual([['wallet-added', 'A null', 'B null']]);
    const [{ id }] = around.files.entries as [Entry];
    around.at += 60_000;
    await app.refresh();
    expect(recorded()).toEqual([['wallet-added', 'A 0', 'B 0']]);
    expect(around.files.entries[0]).toMatchObject({ id, at: around.at - 60_000, worth: '0', walletId: null });
    expect(app.state.activity).toEqual({ latestAt: around.at, unseen: 0 });
    expect([around.notified, app.model.activity.awaitingWorth]).toEqual([[], []]);
    const written = around.events.filter(event => event === 'write activity').length;
    await app.refresh();
    expect(around.events.filter(event => event === 'write activity')).toHaveLength(written);
  });

  it('get their first value after a restart too', async () => {
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    await add('A');
    await app.stop();
    await start();
    await app.refresh();
    expect(recorded()).toEqual([['wallet-added', 'A 0']]);
    expect(around.files.entries[0]).toMatchObject({ wallet: 'A', worth: '0' });
  });

  it('by an import are one entry, without those that were there', async () => {
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    const { settings } = app.model;
    const imported = ['b', 'c'].map(id => ({
      ...WALLET,
      id: `00000000-0000-4000-8000-00000000000${id}`,
      name: id,
      accountId: `00000000-0000-4000-8000-00000000001${id}`
    }));
    const plan = planImport(
      settings,
      { version: 1, keys: settings.keys, wallets: [WALLET, ...imported], choices: {} } as never,
      () => 'new'
    );
    await applyImport(app, plan);
    expect(recorded()).toEqual([['wallet-added', 'b null', 'c null']]);
  });

  it('stay added when the activity cannot be written, and that is said', async () => {
    around.fullDisks.add('activity');
    await add('A');
    expect(app.state.issues).toEqual([{ code: 'cannot-save', file: 'activity.jsonl' }]);
    expect(app.model.settings.wallets).toHaveLength(2);
  });
});

describe('wallets that were removed', () => {
  it('leave an entry with the value that they had last', async () => {
    around.at += 60_000;
    await calls['wallet:remove']({ walletId: 'w1', forgetHistory: false });
    expect(recorded()).toEqual([['wallet-removed', `Cold wallet ${EXAMPLE_TOTAL}`]]);
    expect(around.files.entries[0]).toMatchObject({ at: around.at, walletId: 'w1', wallet: 'Cold wallet' });
    expect(app.state.activity).toEqual({ latestAt: around.at, unseen: 0 });
  });

  it('with their history leave nothing, not even in the entry of those that were added with them', async () => {
    await app.choose({ pausedUntil: UNTIL_RESUMED });
    await add('A', 'B');
    const id = app.model.settings.wallets.find(({ name }) => name === 'A')!.id;
    const moved = { at: around.at, walletId: id, token: '1/', symbol: 'ETH', amount: '1', worth: '2650' };
    const kept = { ...moved, walletId: 'w1' };
    app.applyUpdate(model => ({ ...model, activity: { ...model.activity, moves: [moved, kept] } }));
    await calls['wallet:remove']({ walletId: id, forgetHistory: true });
    expect(app.model.activity.moves).toEqual([kept]);
    expect(recorded()).toEqual([['wallet-added', 'B null']]);
    await app.refresh();
    expect(recorded()).toEqual([['wallet-added', 'B 0']]);
    expect(JSON.stringify(around.files.entries)).not.toContain(id);
  });

  it('with their key are one entry', async () => {
    await add('A');
    await app.refresh();
    await calls['key:forget']({ keyId: 'k1' });
    expect(recorded()[0]).toEqual(['wallet-removed', `Cold wallet ${EXAMPLE_TOTAL}`, 'A 0']);
  });
});
