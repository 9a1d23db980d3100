// Past prices of the server: what a call may ask, pages, tokens without a past, and prices that meet the current one.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startServer, type FakeOkx } from '../../../../electron/fake-okx/server';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/durations';
import { KEY, ask, verdict } from '../signed-ask';

const V5 = '/api/v5/wallet/token/historical-price?chainIndex=1&tokenAddress=';
const V6 = '/api/v6/dex/index/historical-price?chainIndex=1&tokenContractAddress=';
const NOW = Date.UTC(2026, 10, 22, 9, 30);

let server: FakeOkx;
beforeEach(async () => {
  server = await startServer({ keys: [KEY], now: () => NOW });
});
afterEach(() => server.close());

interface Page {
  readonly cursor: string;
  readonly prices: readonly { readonly time: string; readonly price: string }[];
}

const send = (target: string) => ask(server.origin, target, { at: NOW });
async function page(query: string, path = V6): Promise<Page> {
  const { data } = JSON.parse((await send(path + query)).text) as { data: Page[] };
  return data[0]!;
}

test.each([V5, V6])(
  '%s gives the newest points first, fifty of a day when nothing else is asked',
  async path => {
    const { prices } = await page('', path);
    expect(prices).toHaveLength(50);
    expect(Number(prices[0]?.time)).toBe(NOW - (NOW % DAY_MS));
    expect(Number(prices[0]?.time) - Number(prices[1]?.time)).toBe(DAY_MS);
    expect(prices[0]?.price).toMatch(/^\d+\.\d{18}$/);
  }
);

test('200 points are the most, and the cursor leads to the older ones without a gap', async () => {
  const first = await page('&period=1h&limit=200');
  const second = await page(`&period=1h&limit=200&cursor=${first.cursor}`);
  expect(first.prices).toHaveLength(200);
  expect(Number(first.prices.at(-1)?.time) - Number(second.prices[0]?.time)).toBe(HOUR_MS);
  const end = first.prices.at(-1)?.time;
  expect((await page(`&period=1h&limit=3&end=${end}`)).prices[0]?.time).toBe(end);
  expect((await page(`&period=1h&begin=${NOW - 3 * HOUR_MS}`)).prices).toHaveLength(3);
});

test('a past ends, with an empty cursor', async () => {
  const last = await page(`&limit=200&end=${NOW - 3 * 365 * DAY_MS + 5 * DAY_MS}`);
  expect(last.prices.length).toBeLessThan(7);
  expect(last.cursor).toBe('');
});

test('the same moment has the same price, and the prices end at the current one', async () => {
  const read = async () => (await page('&period=1h&limit=20')).prices.slice(2);
  expect(await read()).toEqual(await read());
  const [newest] = (await page('&period=1m&limit=1')).prices;
  expect(Math.abs(Number(newest?.price) / 2790.1 - 1)).toBeLessThan(0.01);
});

test('a token that nobody knows has no past; one with a hole has a point without a price', async () => {
  expect((await page('0xabc')).prices).toEqual([]);
  server.pastPrices.set('1/', at => (at % (2 * HOUR_MS) === 0 ? '' : '5'));
  expect((await page('&period=1h&limit=2')).prices.map(({ price }) => price)).toEqual(['5', '']);
});

test.each([
  ['&limit=201', '400 51000'],
  ['&limit=0', '400 51000'],
  ['&period=1w', '400 51000'],
  ['&begin=yesterday', '400 51000'],
  ['0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', '200 81106']
])('refuses %s', async (query, expected) => {
  expect(verdict(await send(V6 + query))).toBe(expected);
});

test('refuses a call without a token, of an unknown chain, or with a wrong signature', async () => {
  const path = '/api/v6/dex/index/historical-price';
  expect(verdict(await send(`${path}?chainIndex=1`))).toBe('400 50014');
  expect(verdict(await send(`${path}?chainIndex=987654&tokenContractAddress=`))).toBe('200 81104');
  const key = { ...KEY, secretKey: 'another' };
  expect(verdict(await ask(server.origin, V6, { at: NOW, key }))).toBe('401 50113');
});
