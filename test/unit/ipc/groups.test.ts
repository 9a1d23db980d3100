// Groups of wallets through the window's calls: they are kept, drawn in the tray and the popover, and have their own line.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import type { Calls } from '../../../electron/ipc/call-types';
import { decimal, subtract, toText } from '../../../shared/domain/decimal';
import type { AppState } from '../../../shared/schema/app-state';
import type { WalletGroup } from '../../../shared/schema/wallet';
import { startWorld, WALLET, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

const OTHER = { ...WALLET, id: 'w2', name: 'Hot wallet', accountId: 'other-account' };
const OWNER = '0xb03400e098f4421b34a3a44a1b4e571419517687';
const [eth] = EXAMPLE_ASSETS;
let around: AppWorld;
let app: Engine;
let calls: Calls;
let glances: AppState[];
beforeEach(async () => {
  around = await startWorld({ wallets: [WALLET, OTHER] });
  otherHolds('3');
  glances = [];
  const { surfaces } = around.world;
  const draw = (state: AppState, glance: AppState) => {
    glances.push(glance);
    surfaces.draw(state, glance);
  };
  app = new Engine({ ...around.world, surfaces: { ...surfaces, draw } });
  calls = callsOf(app);
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const otherHolds = (balance: string, tokenPrice = eth!.tokenPrice) =>
  around.server.accounts.set(OTHER.accountId, () => [{ ...eth!, address: OWNER, balance, tokenPrice }]);
const groupOf = (name: string, ...walletIds: string[]): WalletGroup => ({
  id: '',
  name,
  colour: 1,
  walletIds
});
const save = (...groups: WalletGroup[]) => calls['groups:change']({ groups });
const stored = () => app.model.settings.groups ?? [];
const valueOf = (walletId: string) =>
  app.state.portfolio.wallets.find(({ wallet }) => wallet.id === walletId)!.value;

describe('groups of wallets', () => {
  it('are saved with an id, and are in the state with their sums', async () => {
    const { ids } = await save(groupOf('Cold', 'w1'), groupOf('Hot', 'w2'));
    expect(ids).toEqual(stored().map(({ id }) => id));
    expect(around.files.settings?.groups).toEqual(stored());
    expect(new Set(stored().map(({ id }) => id)).size).toBe(2);
    const rows = app.state.portfolio.groups ?? [];
    expect(rows.map(({ group, value }) => [group.name, value])).toEqual([
      ['Cold', valueOf('w1')],
      ['Hot', valueOf('w2')]
    ]);
  });

  it('keep what counts in all, and poll nothing', async () => {
    const before = app.state.portfolio.total;
    const requests = around.server.requests.length;
    const points = app.model.points.length;
    await save(groupOf('Cold', 'w1'));
    expect(app.state.portfolio.total).toBe(before);
    expect(around.server.requests.length).toBe(requests);
    expect(app.model.points.length).toBe(points);
  });

  it('are refused with two of one name, and nothing changes', async () => {
    await save(groupOf('Cold', 'w1'));
    const before = stored();
    expect(await save(...before, groupOf(' cold '))).toEqual({ ids: null });
    expect(stored()).toEqual(before);
  });

  it('lose a wallet that is removed', async () => {
    await save(groupOf('Cold', 'w1', 'w2'));
    await calls['wallet:remove']({ walletId: 'w2', forgetHistory: false });
    expect(stored()[0]?.walletIds).toEqual(['w1']);
  });
});

describe('the tray and the popover', () => {
  it('show the chosen group by its name, and all wallets again when it is gone', async () => {
    await save(groupOf('Hot', 'w2'));
    const [{ id } = { id: '' }] = stored();
    await app.choose({ trayGroup: id });
    const glance = glances.at(-1)!;
    expect(glance.group).toEqual({ id, name: 'Hot' });
    expect(glance.portfolio.total).toBe(valueOf('w2'));
    expect(glance.portfolio.wallets.map(({ wallet }) => wallet.id)).toEqual(['w2']);
    const read = JSON.parse((await calls['state:read']({ isGlance: true })).text) as AppState;
    expect(read.portfolio.total).toBe(valueOf('w2'));
    expect(app.state.group).toBeUndefined();
    await save();
    expect(glances.at(-1)!.group).toBeUndefined();
    expect(glances.at(-1)!.portfolio.total).toBe(app.state.portfolio.total);
    expect(app.model.settings.choices.trayGroup).toBe(null);
  });

  it('show all wallets for a group without a wallet', async () => {
    await save(groupOf('Empty'));
    await app.choose({ trayGroup: stored()[0]!.id });
    expect(glances.at(-1)!.group).toBeUndefined();
  });
});

describe('the line of a group', () => {
  it('has its own points, ends with its total, and its causes add up', async () => {
    around.at += 5 * 60_000;
    otherHolds('3', `${Number(eth!.tokenPrice) * 1.1}`);
    await app.refresh();
    await save(groupOf('Hot', 'w2'));
    const subject = { groupId: stored()[0]!.id };
    for (const range of ['1d', '1w'] as const) {
      const { chartPoints, change } = await calls['history:read']({ range, subject });
      expect(chartPoints.at(-1)?.total).toBe(valueOf('w2'));
      const { prices, transfers, recounted } = change!.split!;
      const rest = [prices, transfers, recounted].map(decimal).reduce(subtract, decimal(change!.amount));
      expect(toText(rest)).toBe('0');
      expect(change!.percent).toBe('10');
    }
  });

  it('on one chain is that chain of its wallets', async () => {
    around.at += 5 * 60_000;
    await app.refresh();
    await save(groupOf('Both', 'w1', 'w2'));
    const subject = { groupId: stored()[0]!.id, chainIndex: eth!.chainIndex };
    const { chartPoints } = await calls['history:read']({ range: '1d', subject });
    const chain = app.state.portfolio.chains.find(({ chainIndex }) => chainIndex === eth!.chainIndex);
    expect(chartPoints.at(-1)?.total).toBe(chain?.value);
  });

  it('has the balance of a moment, of its wallets alone', async () => {
    await save(groupOf('Hot', 'w2'));
    const at = app.model.points.at(-1)!.at;
    const { balance } = await calls['history:balance']({ at, subject: { groupId: stored()[0]!.id } });
    expect(balance?.total).toBe(valueOf('w2'));
    expect(new Set(balance?.tokens.map(({ wallet }) => wallet))).toEqual(new Set(['Hot wallet']));
  });
});
