import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { handlers } from '../../../electron/ipc/history';
import { removeWallets } from '../../../electron/ipc/wallets';
import type { Calls } from '../../../electron/ipc/call-types';
import { Settings } from '../../../shared/schema/settings';
import { assetKeyOf } from '../../../shared/holdings/asset-key';
import { callsOf } from '../../fakes/call-context';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { startWorld, WALLET, type AppWorld } from '../../fakes/app-world';

const OTHER = { ...WALLET, id: 'w2', name: 'Hot wallet', accountId: 'other-account' };
const OWNER = '0xb03400e098f4421b34a3a44a1b4e571419517687';
let around: AppWorld;
let app: Engine;
/** Ends the rewriting of the history files, which takes as long as a test needs. */
let forgotten: () => void;
beforeEach(async () => {
  around = await startWorld({ wallets: [WALLET, OTHER] });
  const [eth] = EXAMPLE_ASSETS;
  around.server.accounts.set(OTHER.accountId, () => [{ ...eth!, address: OWNER, balance: '3' }]);
  const { history } = around.world;
  const gate = new Promise<void>(resolve => (forgotten = resolve));
  const slow = { ...history, forget: (id: string) => gate.then(() => history.forget(id)) };
  app = new Engine({ ...around.world, history: slow });
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

describe('removing a wallet with its history', () => {
  it('does not undo a round that was applied meanwhile', async () => {
    const removed = removeWallets(app, ['w2'], true);
    const [first, ...others] = EXAMPLE_ASSETS;
    around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [{ ...first!, balance: '77' }, ...others]);
    around.at += 10 * 60_000;
    await app.refresh();
    await app.choose({ isHidden: true });
    forgotten();
    expect(await removed).toEqual({ done: true });

    const { model } = app;
    expect(model.settings.wallets.map(({ id }) => id)).toEqual(['w1']);
    expect(model.settings.choices.isHidden).toBe(true);
    expect(model.points.map(({ at }) => at)).toEqual(around.files.points.map(({ at }) => at));
    const notificationCount = around.notified.length;
    around.at += 10 * 60_000;
    await app.refresh();
    expect(around.notified).toHaveLength(notificationCount);
  });
});

describe('removing a wallet', () => {
  it('leaves no colour of what was held in it alone', async () => {
    forgotten();
    const keys = [...new Set(app.state.portfolio.holdings.map(assetKeyOf))].slice(0, 2);
    await app.choose({
      colourSlots: {
        chains: [['1', 1]],
        tokens: [...keys.map((key, i): [string, number] => [key, i + 1]), ['1/0xgone', 5]],
        wallets: [
          ['w1', 1],
          ['w2', 2]
        ]
      }
    });
    await removeWallets(app, ['w2'], false);
    const kept = around.files.settings?.choices.colourSlots;
    expect(kept?.tokens.map(([key]) => key)).toEqual(keys);
    expect(keys).toContain('ETH');
    expect(kept?.chains).toEqual([['1', 1]]);
    expect(kept?.wallets).toEqual([['w1', 1]]);
    await removeWallets(app, ['w1'], true);
    expect(around.files.settings?.choices.colourSlots).toEqual({ chains: [], tokens: [], wallets: [] });
  });
});

describe('the line after a wallet was removed', () => {
  const ends = async (subject = {}) => {
    const { chartPoints } = await calls['history:read']({ range: '1w', subject });
    return chartPoints.map(({ total }) => total);
  };
  let calls: ReturnType<typeof handlers>;
  beforeEach(async () => {
    calls = handlers({ engine: app } as never);
    around.at += 60_000;
    await app.refresh();
    forgotten();
  });

  it('has never had it, and ends with the total, although its past is kept', async () => {
    const both = app.state.portfolio.total;
    expect(app.state.history.map(({ total }) => total)).toEqual([both, both]);
    await removeWallets(app, ['w2'], false);
    const { portfolio, history } = app.state;
    expect(portfolio.total).not.toBe(both);
    expect(history.map(({ total }) => total)).toEqual([portfolio.total, portfolio.total]);
    expect(await ends()).toEqual([portfolio.total, portfolio.total]);
    expect(app.model.points.map(({ total }) => total)).toEqual([both, both]);
  });

  it('is kept as a line of the wallet itself', async () => {
    const own = app.state.portfolio.wallets[1]!.value;
    expect(own).not.toBe('0');
    await removeWallets(app, ['w2'], false);
    expect(await ends({ walletId: 'w2' })).toEqual([own, own]);
  });
});

describe('a removed wallet whose history is kept', () => {
  let calls: Calls;
  beforeEach(() => {
    forgotten();
    calls = callsOf(app);
  });

  it('is named with the moment, the latest first, over a restart, and not when its history went with it', async () => {
    expect(await calls['wallets:removed']({})).toEqual({ wallets: [] });
    await calls['wallet:remove']({ walletId: 'w2', forgetHistory: false });
    const removedAt = around.at;
    const kept = [{ id: 'w2', name: 'Hot wallet', removedAt }];
    expect(await calls['wallets:removed']({})).toEqual({ wallets: kept });
    expect(Settings.parse(around.files.settings).removedWallets).toEqual(kept);
    await calls['wallet:remove']({ walletId: 'w1', forgetHistory: true });
    expect(await calls['wallets:removed']({})).toEqual({ wallets: kept });
  });

  it('can be forgotten later: then no point and no list has it', async () => {
    await calls['wallet:remove']({ walletId: 'w2', forgetHistory: false });
    expect(around.files.points[0]?.wallets).toHaveProperty('w2');
    expect(await calls['wallet:forget']({ walletId: 'w2' })).toEqual({ done: true });
    expect(await calls['wallets:removed']({})).toEqual({ wallets: [] });
    expect(around.files.settings?.removedWallets).toEqual([]);
    for (const points of [around.files.points, app.model.points])
      expect(points.map(({ wallets }) => Object.keys(wallets))).toEqual([['w1']]);
    const { total } = app.state.portfolio;
    expect(app.model.points.at(-1)?.total).toBe(total);
  });

  it('only a removed wallet can be forgotten so', async () => {
    expect(await calls['wallet:forget']({ walletId: 'w1' })).toEqual({ done: false });
    expect(app.model.points.at(-1)?.wallets).toHaveProperty('w1');
  });

  it('a damaged list of them costs no other setting', () => {
    const { settings } = around.files;
    expect(Settings.parse({ ...settings, removedWallets: [{ id: 7 }] }).wallets).toHaveLength(2);
  });
});
