import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { removeWallets } from '../../../electron/ipc/wallets';
import { startWorld, WALLET, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

const OTHER = { ...WALLET, id: 'w2', name: 'Hot wallet', accountId: 'other-account' };
let around: AppWorld;
let app: Engine;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-then-'));
  around = await startWorld({ wallets: [WALLET, OTHER] });
  const eth = EXAMPLE_ASSETS[1]!;
  const address = '0xb03400e098f4421b34a3a44a1b4e571419517687';
  around.server.accounts.set(OTHER.accountId, () => [{ ...eth, address, balance: '3' }]);
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
});
afterEach(async () => {
  await app.stop();
  await around.close();
  rmSync(folder, { recursive: true, maxRetries: 3 });
});

const calls = () => callsOf(app, { dialogs: { chooseSavePath: async name => join(folder, name) } });
const read = async (at: number, subject = {}) => (await calls()['history:balance']({ at, subject })).balance;

it('a recorded balance has its largest holdings by name, and all others as one sum', async () => {
  const { at, total } = app.model.points[0]!;
  around.at += 60 * 60_000;
  await app.refresh();
  const balance = await read(at);
  expect(balance).toMatchObject({ total, rest: '0', staleCount: 0 });
  expect(
    balance?.tokens.map(({ symbol, balance: amount, chain, wallet }) => [symbol, amount, chain, wallet])
  ).toEqual([
    ['ETH', '8', 'Ethereum', 'Cold wallet'],
    ['ETH', '3', 'Ethereum', 'Hot wallet'],
    ['LOOKS', '0.6908810093750312', 'Ethereum', 'Cold wallet']
  ]);
  expect(await read(at + 1)).toBeNull();
});

it('of a wallet or a chain it has what that had then, also after the wallet was removed', async () => {
  const { at } = app.model.points[0]!;
  const { value } = app.state.portfolio.wallets[1]!;
  expect(await read(at, { walletId: 'w2' })).toMatchObject({
    total: value,
    rest: '0',
    tokens: [{ wallet: 'Hot wallet' }]
  });
  expect((await read(at, { chainIndex: '1' }))?.total).toBe(app.state.portfolio.total);
  expect(await read(at, { chainIndex: '56' })).toMatchObject({ total: '0', tokens: [] });
  await removeWallets(app, ['w2'], false);
  expect((await read(at))?.tokens.map(({ wallet }) => wallet)).toEqual(['Cold wallet', null, 'Cold wallet']);
});

it('is read from the files when it is no longer in memory', async () => {
  const { at, total } = app.model.points[0]!;
  await app.adopt({ ...app.model, points: [] });
  expect((await read(at))?.total).toBe(total);
});

it('is saved as a table of that day, and not while balances are hidden', async () => {
  const { at } = app.model.points[0]!;
  const request = { what: 'holdings', format: 'csv', at } as const;
  const name = `tokentray-holdings-${new Date(at).toISOString().slice(0, 10)}.csv`;
  around.at += 3 * 24 * 60 * 60_000;
  expect(await calls()['export:save'](request)).toEqual({ outcome: 'saved', file: join(folder, name) });
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  expect(lines[1]).toBe(
    `Cold wallet,Ethereum,0xa03400e098f4421b34a3a44a1b4e571419517687,,ETH,8,2650.43,21203.44,counted,false,${new Date(at).toISOString()}`
  );
  expect((await calls()['export:save']({ ...request, at: at + 1 })).outcome).toBe('failed');
  await app.choose({ isHidden: true });
  rmSync(join(folder, name));
  expect((await calls()['export:save'](request)).outcome).toBe('hidden');
  expect(existsSync(join(folder, name))).toBe(false);
});
