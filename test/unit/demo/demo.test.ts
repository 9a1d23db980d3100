// The embedded demo, requested over HTTP as the app does.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TokenAsset } from '../../../electron/fake-okx/service/asset-rows';
import { startDemo, type Demo } from '../../../electron/demo/demo';
import { drivers } from '../../../electron/okx/drivers';
import { Credentials } from '../../../shared/schema/key';
import { WalletName } from '../../../shared/schema/wallet';
import { ask } from '../fake-okx/signed-ask';

let now: number;
let demo: Demo;
beforeEach(async () => {
  now = 1_800_000_000_000;
  demo = await startDemo({ now: () => now });
});
afterEach(() => demo.close());

async function holdings(name: string): Promise<TokenAsset[]> {
  const account = demo.accounts.find(one => one.name === name);
  const target = `/api/v5/wallet/asset/wallet-all-token-balances?accountId=${account?.accountId ?? ''}&filter=1`;
  const reply = await ask(demo.origin, target, { key: demo.credentials, at: now });
  return (JSON.parse(reply.text) as { data: { tokenAssets: TokenAsset[] }[] }).data[0]?.tokenAssets ?? [];
}
const usdcOnBase = async () =>
  (await holdings('Daily')).find(row => row.symbol === 'USDC' && row.chainIndex === '8453')?.balance;

test('its key and names are valid in the app', () => {
  expect(Credentials.parse(demo.credentials)).toEqual(demo.credentials);
  expect(demo.accounts.map(account => WalletName.parse(account.name))).toEqual(['Cold wallet', 'Daily']);
});

test('its key gives access to both wallets', async () => {
  expect((await holdings('Cold wallet')).map(row => row.symbol)).toContain('BTC');
  expect((await holdings('Daily')).map(row => row.symbol)).toContain('SOL');
});

test('its DeFi positions are in the total-value endpoint only', async () => {
  const { accountId } = demo.accounts[0]!;
  const wallet = { id: 'w', name: 'W', keyId: 'k', source: 'v5-account' as const, accountId, chains: [] };
  const driver = drivers['v5-account'];
  const reply = await ask(demo.origin, driver.planDefi(wallet, null).target, {
    key: demo.credentials,
    at: now
  });
  const reading = driver.readDefi({ status: reply.status, headers: {}, body: reply.text }, now);
  expect(reading).toBe('2019.775');
  expect((await holdings('Cold wallet')).some(row => row.chainIndex === 'defi')).toBe(false);
});

test('its USD/CNY rate is requested from this computer', () => {
  const key = { id: 'k', name: 'Demo', host: demo.origin, keptIn: 'session' as const };
  expect(drivers['v5-account'].requestYuan(key).origin).toBe(demo.origin);
});

test('the market of a wallet starts at its first poll, so that a slow start misses no arrival', async () => {
  now += 10 * 60_000;
  expect(await usdcOnBase()).toBe('1250');
  now += 4000;
  expect(await usdcOnBase()).toBe('1500');
});

test('a coin has the price of the wallet that holds it, and requesting the price starts no market', async () => {
  const target = '/api/v6/dex/index/current-price';
  const price = async () => {
    const body = '[{"chainIndex":"0","tokenContractAddress":""}]';
    const reply = await ask(demo.origin, target, { key: demo.credentials, at: now, method: 'POST', body });
    return (JSON.parse(reply.text) as { data: { price: string }[] }).data[0]?.price;
  };
  const shownPrice = async () =>
    (await holdings('Cold wallet')).find(row => row.symbol === 'BTC')?.tokenPrice;
  expect(await price()).toBe('96450.2');
  now += 10 * 60_000;
  expect([await price(), await shownPrice()]).toEqual(['96450.2', '96450.2']);
  now += 10 * 60_000;
  expect(await price()).not.toBe('96450.2');
  expect(await price()).toBe(await shownPrice());
});

test('another demo has another key', async () => {
  const other = await startDemo({ now: () => now });
  expect(other.credentials.secretKey).not.toBe(demo.credentials.secretKey);
  await other.close();
});
