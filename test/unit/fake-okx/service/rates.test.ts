// Prices, the USD/CNY rate and the lists of chains, and their possible faults.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { KEY, ask, verdict } from '../signed-ask';

const V5 = '/api/v5/wallet/token/current-price';
const V6 = '/api/v6/dex/index/current-price';
const RATE = '/api/v5/market/exchange-rate';
const CHAINS = ['/api/v5/wallet/chain/supported-chains', '/api/v6/dex/balance/supported/chain'];

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], now: () => Date.now() });
});
afterEach(() => server.close());

const prices = (path: string, body: unknown) =>
  ask(server.origin, path, { method: 'POST', body: JSON.stringify(body) });
async function envelope(path: string, body?: unknown): Promise<{ code: unknown; data?: unknown }> {
  const reply = await (body === undefined ? ask(server.origin, path) : prices(path, body));
  return JSON.parse(reply.text) as { code: unknown; data?: unknown };
}

test.each([
  [V5, 'tokenAddress'],
  [V6, 'tokenContractAddress']
])('%s gives the prices of the coins that it knows, with the code as a number', async (path, field) => {
  server.prices.set('8453/0xAb', () => '0.5');
  const requested = ['0/', '8453/0xAb', '5/'].map(coin => {
    const [chainIndex, token] = coin.split('/');
    return { chainIndex, [field]: token };
  });
  expect(await envelope(path, requested)).toMatchObject({
    code: 0,
    data: [
      { chainIndex: '0', [field]: '', price: '96450.2', time: expect.stringMatching(/^\d{13}$/) as unknown },
      { chainIndex: '8453', [field]: '0xAb', price: '0.5' }
    ]
  });
});

const coins = (count: number) => Array(count).fill({ chainIndex: '0', tokenAddress: '' });
test.each<[string, string, unknown, string]>([
  ['100 coins', V5, coins(100), '200 0'],
  ['101 coins', V5, coins(101), '400 51000'],
  ['no coin', V5, [], '200 81001'],
  ['an object around the list', V5, { tokens: coins(1) }, '200 81001'],
  ['the token by the name of the other family', V6, coins(1), '200 81001']
])('asked for %s', async (_case, path, body, expected) => {
  expect(verdict(await prices(path, body))).toBe(expected);
});

test('prices require POST and a key', async () => {
  expect(verdict(await ask(server.origin, V6))).toBe('405 50115');
  const headers = { 'OK-ACCESS-SIGN': 'wrong' };
  const change = { method: 'POST', body: '[]', headers };
  expect(verdict(await ask(server.origin, V6, change))).toBe('401 50113');
});

test('the USD/CNY rate needs no key and has no rate limit', async () => {
  server.limitRate(0.001);
  for (const rate of ['7.162', '7.2']) {
    server.setUsdCny(rate);
    const reply = await fetch(server.origin + RATE);
    expect(await reply.json()).toMatchObject({ code: '0', data: [{ usdCny: rate }] });
  }
  expect((await fetch(server.origin + RATE, { method: 'POST' })).status).toBe(405);
  server.injectFault({ kind: 'refuse', code: '50011', path: RATE });
  expect((await fetch(server.origin + RATE)).status).toBe(429);
});

test('both families list the same 74 chains, and require a key', async () => {
  const [v5, v6] = await Promise.all(CHAINS.map(path => envelope(path)));
  expect(v5?.data).toHaveLength(74);
  expect(v6).toEqual(v5);
  expect((await fetch(server.origin + CHAINS[1]!)).status).toBe(401);
});

test('an answer without rows can have an envelope fault only when its path is given', async () => {
  const [path = ''] = CHAINS;
  server.injectFault({ kind: 'empty-data' });
  server.injectFault({ kind: 'many-tokens', path });
  expect((await envelope(path)).data).toHaveLength(74);
  server.clearFaults();
  server.injectFault({ kind: 'empty-data', path, times: 1 });
  server.injectFault({ kind: 'missing-data', path, times: 1 });
  server.injectFault({ kind: 'code-as-number', path, times: 1 });
  expect((await envelope(path)).data).toEqual([]);
  expect(await envelope(path)).toEqual({ code: '0', msg: '' });
  expect((await envelope(path)).code).toBe(0);
});
