// The answers of the fake server's endpoints, and its record of requests.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS } from '../../../electron/fake-okx/service/asset-rows';
import { handleCall, createRequestHandler } from '../../../electron/fake-okx/respond';
import { startServer, type FakeOkx } from '../../../electron/fake-okx/server';
import { KEY, ask, verdict } from './signed-ask';

const BALANCES = '/api/v5/wallet/asset/wallet-all-token-balances';
const TOTAL = '/api/v5/wallet/asset/total-value';
const OF_EXAMPLE = `${BALANCES}?accountId=${EXAMPLE_ACCOUNT_ID}`;

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY] });
});
afterEach(() => server.close());

async function read<T>(target: string): Promise<T> {
  return JSON.parse((await ask(server.origin, target)).text) as T;
}
interface Balances {
  code: string;
  msg: string;
  data: { tokenAssets: { symbol: string }[]; timeStamp: string }[];
}
const symbols = async (target: string) =>
  (await read<Balances>(target)).data[0]?.tokenAssets.map(asset => asset.symbol);

test("the example account answers the rows of OKX's page in OKX's envelope", async () => {
  const reply = await ask(server.origin, OF_EXAMPLE);
  const { code, msg, data } = JSON.parse(reply.text) as Balances;
  expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  expect({ code, msg }).toEqual({ code: '0', msg: 'success' });
  expect(data).toHaveLength(1);
  expect(Object.keys(data[0] ?? {})).toEqual(['tokenAssets', 'timeStamp']);
  expect(data[0]?.tokenAssets).toEqual(EXAMPLE_ASSETS);
  expect(data[0]?.timeStamp).toMatch(/^\d{13}$/);
});

test('the total of the example is exact to the last digit', async () => {
  const reply = await read<{ data: { totalValue: string }[] }>(`${TOTAL}?accountId=${EXAMPLE_ACCOUNT_ID}`);
  expect(reply.data).toEqual([{ totalValue: '21203.4647571980138270671868009097182176' }]);
});

test('chains and the risk filter narrow what is answered', async () => {
  server.accounts.set('a', () => [
    { chainIndex: '1', symbol: 'ETH', balance: '1', tokenPrice: '10', isRiskToken: false },
    { chainIndex: '1', symbol: 'SCAM', balance: '1', tokenPrice: '5', isRiskToken: true },
    { chainIndex: '137', symbol: 'POL', balance: '1', tokenPrice: '2', isRiskToken: false }
  ]);
  expect(await symbols(`${BALANCES}?accountId=a`)).toEqual(['ETH', 'POL']);
  expect(await symbols(`${BALANCES}?accountId=a&filter=`)).toEqual(['ETH', 'POL']);
  expect(await symbols(`${BALANCES}?accountId=a&filter=1`)).toEqual(['ETH', 'SCAM', 'POL']);
  expect(await symbols(`${BALANCES}?accountId=a&filter=1&chains=1%2C56`)).toEqual(['ETH', 'SCAM']);
  const totals = [`${TOTAL}?accountId=a`, `${TOTAL}?accountId=a&excludeRiskToken=false`];
  expect(JSON.stringify(await Promise.all(totals.map(read)))).toMatch(/"12".*"17"/);
});

test('the rows of an account are read again for each call', async () => {
  let reads = 0;
  server.accounts.set('a', () => [{ chainIndex: '1', symbol: `${++reads}` }]);
  expect([await symbols(`${BALANCES}?accountId=a`), await symbols(`${BALANCES}?accountId=a`)]).toEqual([
    ['1'],
    ['2']
  ]);
});

const chains = (count: number) => Array.from({ length: count }, () => '1').join(',');
test.each([
  ['an unknown account', `${BALANCES}?accountId=nobody`, '200 81001'],
  ['no account', BALANCES, '400 50014'],
  ['50 chains', `${OF_EXAMPLE}&chains=${chains(50)}`, '200 0'],
  ['51 chains', `${OF_EXAMPLE}&chains=${chains(51)}`, '400 51000'],
  ['a chain that nobody knows', `${OF_EXAMPLE}&chains=1,999999`, '200 81104'],
  ['another filter', `${OF_EXAMPLE}&filter=2`, '400 51000'],
  ["the path as OKX's page misprints it", OF_EXAMPLE.replace('/v5', ''), '404 50404'],
  ['a path of v6 that never was', OF_EXAMPLE.replace('v5', 'v6'), '404 50404'],
  ['anything else', '/', '404 50404']
])('asked for %s', async (_case, target, expected) => {
  expect(verdict(await ask(server.origin, target))).toBe(expected);
});

test('a wrong method is refused', async () => {
  expect(verdict(await ask(server.origin, OF_EXAMPLE, { method: 'POST' }))).toBe('405 50115');
});

test('a listed chain that does not work fails the whole request', async () => {
  server.unsupportedChains.add('137');
  expect(verdict(await ask(server.origin, `${OF_EXAMPLE}&chains=1,137`))).toBe('200 81104');
  expect(verdict(await ask(server.origin, `${OF_EXAMPLE}&chains=1`))).toBe('200 0');
});

test('the chain list names each chain once', async () => {
  const { data } = await read<{ data: { chainIndex: string; name: string }[] }>(
    '/api/v5/wallet/chain/supported-chains'
  );
  expect(data).toContainEqual({
    name: 'Fractal Bitcoin',
    logoUrl: '',
    shortName: '',
    chainIndex: '70000061'
  });
  expect(new Set(data.map(chain => chain.chainIndex)).size).toBe(data.length);
});

test('requests are recorded without signature and passphrase', async () => {
  await ask(server.origin, OF_EXAMPLE, { headers: { 'User-Agent': 'Tokentray/1' } });
  expect(server.requests[0]).toMatchObject({ method: 'GET', target: OF_EXAMPLE, status: 200, code: '0' });
  expect(server.requests[0]?.headers).toMatchObject({
    'user-agent': 'Tokentray/1',
    'ok-access-key': KEY.apiKey
  });
  expect(JSON.stringify(server.requests)).not.toMatch(/passphrase|sign"/);
});

test('the record keeps the last 1,000 requests', () => {
  const handler = createRequestHandler({ keys: [] });
  const call = { method: 'GET', path: '/', query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0) };
  for (let sent = 1; sent <= 1003; sent++) handleCall(handler, { ...call, target: `/${sent}` });
  expect([handler.requests.length, handler.requests[0]?.target]).toEqual([1000, '/4']);
});

test('closing ends a call that still waits', async () => {
  server.injectFault({ kind: 'silence' });
  const waiting = ask(server.origin, OF_EXAMPLE).catch(() => 'ended');
  await expect.poll(() => server.requests.length).toBe(1);
  await server.close();
  expect(await waiting).toBe('ended');
  server = await startServer({ keys: [KEY] });
});
