// A decision of the person that changes the total makes a history point at once, with its cause, and no price move.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Engine } from '../../../../electron/core/engine/engine';
import { lineOf, NO_TOKEN_NUMBERS, parsePoint } from '../../../../electron/core/history/line-format';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../../electron/fake-okx/service/asset-rows';
import type { Calls } from '../../../../electron/ipc/call-types';
import { startWorld, WALLET, type AppWorld } from '../../../fakes/app-world';
import { callsOf } from '../../../fakes/call-context';
import { MINUTE_MS } from '../../../fakes/holdings';

const OTHER = '0x00000000000000000000000000000000000000b2';
const OWNER = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const USDC = '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48';

let around: AppWorld;
let app: Engine;
let calls: Calls;
let prices: { ETH: number };
let hasUsdc: boolean;

const row = (symbol: string, balance: number, price: number, tokenAddress = '') => ({
  ...EXAMPLE_ASSETS[1],
  chainIndex: '1',
  symbol,
  balance: String(balance),
  tokenPrice: String(price),
  tokenAddress,
  address: OWNER
});

beforeEach(async () => {
  around = await startWorld();
  prices = { ETH: 2000 };
  hasUsdc = true;
  around.server.accounts.set(EXAMPLE_ACCOUNT_ID, () => [
    row('ETH', 1, prices.ETH),
    ...(hasUsdc ? [row('USDC', 1000, 1, USDC)] : [])
  ]);
  around.server.addresses.set(OTHER, () => [{ ...row('ETH', 0.5, prices.ETH), address: OTHER }]);
  await begin();
  await poll();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

async function begin(): Promise<void> {
  app = new Engine(around.world);
  calls = callsOf(app);
  await app.load();
}

async function poll(minutes = 5): Promise<void> {
  around.at += minutes * MINUTE_MS;
  await app.refresh();
}

const idOf = (symbol: string) => app.state.portfolio.holdings.find(one => one.symbol === symbol)!.id;
const judge = async (symbol: string, verdict: 'count' | 'keep-out' | 'none') => {
  around.at += MINUTE_MS;
  await calls['holding:judge']({ holdingId: idOf(symbol), verdict });
};
const change = () => app.state.portfolio.change!;
const lastPoint = () => around.files.points.at(-1)!;

it('an excluded token is a point at once; what prices do after it is measured against what counts', async () => {
  await judge('USDC', 'keep-out');
  expect(lastPoint()).toMatchObject({ at: around.at, total: '2000' });
  expect(change()).toMatchObject({
    percent: '0',
    prices: '0',
    recountedBy: [{ causes: ['token-excluded'], amount: '-1000' }]
  });
  prices.ETH = 2200;
  await poll();
  // Of $2,000, not of the $3,000 that counted at the last poll.
  expect(change()).toMatchObject({ percent: '10', prices: '200', transfers: '0', recounted: '-1000' });
});

it('a verdict that is taken back leaves no cause, and what changes nothing makes no point', async () => {
  const count = around.files.points.length;
  await judge('USDC', 'keep-out');
  await judge('USDC', 'none');
  expect(around.files.points).toHaveLength(count + 2);
  expect(change()).toMatchObject({ amount: '0', recounted: '0' });
  expect(change().recountedBy).toBeUndefined();
  around.at += MINUTE_MS;
  await calls['choices:change']({ theme: 'dark' });
  await judge('USDC', 'count');
  expect(around.files.points).toHaveLength(count + 2);
});

it('the cause is known after a restart, and told alike a day later', async () => {
  await judge('USDC', 'keep-out');
  await app.stop();
  await begin();
  const told = [{ causes: ['token-excluded'], amount: '-1000' }];
  expect(change().recountedBy).toEqual(told);
  await judge('USDC', 'none');
  await poll(20 * 60);
  expect(change().recountedBy).toBeUndefined();
});

it('a wallet that came and went is told as both, and nothing is left of it when it is forgotten', async () => {
  await calls['wallets:add']({ keyId: 'k1', wallets: [{ name: 'Hot', address: OTHER, chains: ['1'] }] });
  await poll();
  const hot = app.model.settings.wallets.find(({ id }) => id !== WALLET.id)!;
  expect(change().recountedBy).toEqual([{ causes: ['wallet-added'], amount: '1000' }]);
  prices.ETH = 2200;
  await poll();
  around.at += MINUTE_MS;
  await calls['wallet:remove']({ walletId: hot.id, forgetHistory: false });
  expect(change()).toMatchObject({ prices: '300', recounted: '-100', amount: '200' });
  expect(change().recountedBy).toEqual([
    { causes: ['wallet-added'], amount: '1000' },
    { causes: ['wallet-removed'], amount: '-1100' }
  ]);
  await calls['wallet:forget']({ walletId: hot.id });
  expect(change()).toMatchObject({ prices: '200', percent: '6.67', recounted: '0', amount: '200' });
  expect(change().recountedBy).toBeUndefined();
  expect(around.files.points.every(({ recounts }) => recounts === undefined)).toBe(true);
});

it('nothing is left of a wallet that is removed with its past, though another has the same in another amount', async () => {
  around.server.addresses.set(OWNER, () => [{ ...row('ETH', 1.25, prices.ETH), address: OWNER }]);
  await calls['wallets:add']({ keyId: 'k1', wallets: [{ name: 'Own', address: OWNER, chains: ['1'] }] });
  await poll();
  const own = app.model.settings.wallets.find(({ id }) => id !== WALLET.id)!;
  around.at += MINUTE_MS;
  await calls['wallets:order']({ walletIds: [own.id, WALLET.id] });
  expect(lastPoint()).toMatchObject({ total: '3500' });
  expect(change().recountedBy).toEqual([{ causes: ['rule-changed'], amount: '500' }]);
  around.at += MINUTE_MS;
  await calls['wallet:remove']({ walletId: own.id, forgetHistory: true });
  await poll();
  expect(lastPoint()).toMatchObject({ total: '3000' });
  expect(JSON.stringify(around.files.points)).not.toContain(own.id);
});

it('nothing is left of it either where something else counts otherwise since the last point', async () => {
  await calls['wallets:add']({ keyId: 'k1', wallets: [{ name: 'Hot', address: OTHER, chains: ['1'] }] });
  await poll();
  const hot = app.model.settings.wallets.find(({ id }) => id !== WALLET.id)!;
  // In the moment of the poll: no point can be made of it.
  await calls['holding:judge']({ holdingId: idOf('USDC'), verdict: 'keep-out' });
  around.at += MINUTE_MS;
  await calls['wallet:remove']({ walletId: hot.id, forgetHistory: true });
  expect(lastPoint()).toMatchObject({ at: around.at, total: '2000' });
  expect(JSON.stringify(around.files.points)).not.toContain(hot.id);
});

it('what the person says is gone was a transfer, as if answers had said so for long enough', async () => {
  hasUsdc = false;
  await poll();
  const [doubt] = app.state.portfolio.doubts;
  around.at += MINUTE_MS;
  await calls['doubts:decide']({ id: doubt!.id, deed: 'accept' });
  expect(lastPoint()).toMatchObject({ total: '2000' });
  expect(change()).toMatchObject({ transfers: '-1000', recounted: '0' });
});

it('a line keeps the causes, and a version that does not know them reads the rest of it', async () => {
  await calls['wallets:add']({ keyId: 'k1', wallets: [{ name: 'Hot', address: OTHER, chains: ['1'] }] });
  await poll();
  const hot = app.model.settings.wallets.find(({ id }) => id !== WALLET.id)!;
  around.at += MINUTE_MS;
  await calls['wallet:remove']({ walletId: hot.id, forgetHistory: false });
  const point = { ...lastPoint(), tokens: [] };
  expect(Object.keys(point.recounts ?? {})).toEqual([hot.id]);
  const line = lineOf(point, NO_TOKEN_NUMBERS);
  expect(parsePoint(line, NO_TOKEN_NUMBERS)).toEqual(point);
  const newer = line.replaceAll('wallet-removed', 'cause-of-tomorrow');
  const { recounts } = parsePoint(newer, NO_TOKEN_NUMBERS)!;
  expect(recounts).toEqual({ [hot.id]: { 'wallet-added': '1000' } });
});
