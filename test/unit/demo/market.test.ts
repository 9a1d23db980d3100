// The demo's market changes, is repeatable and has no impossible values.
import { expect, test } from 'vitest';
import type { TokenAsset } from '../../../electron/fake-okx/service/asset-rows';
import { portfolioAt, totalAt } from '../../../electron/demo/market';
import { mulberry32, randomWalk } from '../../../electron/demo/seeded-random';
import { compareDecimals, decimal, round, subtract, toText } from '../../../shared/domain/decimal';

const SEED = 42;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const idOf = (asset: TokenAsset) => `${asset.chainIndex}/${asset.tokenAddress}`;
const balances = (ms: number, seed = SEED) =>
  new Map(portfolioAt(seed, ms).map(asset => [idOf(asset), asset.balance]));
const cents = (text: string) => toText(round(decimal(text), 2, 'half-up'));

/** The transfers between two times, as "chain/token +1". */
function moves(fromMs: number, toMs: number): string[] {
  const before = balances(fromMs);
  return [...balances(toMs)].flatMap(([id, balance]) => {
    const moved = toText(subtract(decimal(balance), decimal(before.get(id) ?? '0')));
    return moved === '0' ? [] : [`${id} ${moved.startsWith('-') ? moved : `+${moved}`}`];
  });
}
const USDC_ON_BASE = '8453/0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';

// The first numbers of the generator for seed 1, as other implementations give them.
test('the generator is mulberry32', () => {
  const next = mulberry32(1);
  expect([next(), next(), next()]).toEqual([2693262067, 11749833, 2265367787]);
});

test('the random walk stays within its bounds and moves in small steps', () => {
  for (let ms = -HOUR_MS; ms < HOUR_MS; ms += 7_000) {
    expect(Math.abs(randomWalk(7, 'ETH', ms))).toBeLessThanOrEqual(1);
    expect(Math.abs(randomWalk(7, 'ETH', ms) - randomWalk(7, 'ETH', ms + 100))).toBeLessThan(0.005);
  }
});

test('the demo opens at $42,070.96 on six chains with ten priced tokens in thirteen holdings', () => {
  const rows = portfolioAt(SEED, 0);
  const priced = rows.filter(row => !row.isRiskToken && row.tokenPrice !== '0');
  expect(cents(totalAt(SEED, 0))).toBe('42070.96');
  expect([...new Set(rows.map(row => row.chainIndex))].sort()).toEqual([
    '0',
    '1',
    '137',
    '501',
    '70000061',
    '8453'
  ]);
  expect([priced.length, new Set(priced.map(row => row.symbol)).size]).toEqual([13, 10]);
  expect(rows.filter(row => row.isRiskToken)).toHaveLength(1);
  expect(rows.filter(row => row.tokenPrice === '0').map(row => row.symbol)).toEqual(['cats']);
});

test('the two wallets together hold the whole portfolio', () => {
  const [cold, daily] = [portfolioAt(SEED, 5000, 'cold'), portfolioAt(SEED, 5000, 'daily')];
  expect([cold.length > 0, daily.length > 0]).toEqual([true, true]);
  expect([...cold, ...daily].map(idOf).sort()).toEqual(portfolioAt(SEED, 5000).map(idOf).sort());
});

test('the same seed and time give the same portfolio, another seed other prices', () => {
  const at = 3 * HOUR_MS + 1234;
  expect(portfolioAt(SEED, at)).toEqual(portfolioAt(SEED, at));
  expect(totalAt(SEED, at)).not.toBe(totalAt(SEED + 1, at));
});

test('the first transfer has arrived by the third poll of two seconds', () => {
  expect(moves(0, 4000)).toEqual([`${USDC_ON_BASE} +250`]);
});

test('within a minute of polls USDC arrives, BTC leaves and a risky token appears', () => {
  const seen = Array.from({ length: 30 }, (_, poll) => moves(poll * 2000, (poll + 1) * 2000)).flat();
  expect(seen).toContain(`${USDC_ON_BASE} +250`);
  expect(seen).toContain('0/ -0.005');
  const appeared = portfolioAt(SEED, MINUTE_MS).filter(row => !balances(0).has(idOf(row)));
  expect(appeared.map(row => row.isRiskToken)).toEqual([true]);
});

test('transfers go on: every half hour of a day has one', () => {
  for (let ms = 0; ms < 24 * HOUR_MS; ms += HOUR_MS / 2) {
    let seen = 0;
    for (let at = ms; at < ms + HOUR_MS / 2; at += 5 * MINUTE_MS) {
      seen += moves(at, at + 5 * MINUTE_MS).length;
    }
    expect(seen).toBeGreaterThan(0);
  }
});

test('each cycle of transfers gives back what it took', () => {
  const roundMs = 24 * MINUTE_MS;
  for (let end = MINUTE_MS + roundMs; end < 10 * roundMs; end += roundMs) {
    expect(moves(MINUTE_MS, end - 1)).toEqual([]);
    expect(moves(end - 1, end - roundMs / 2)).not.toEqual([]);
  }
});

test('prices move with every poll and stay plausible for days', () => {
  const price = (ms: number) => portfolioAt(SEED, ms).find(row => row.symbol === 'BTC')?.tokenPrice ?? '';
  expect(new Set([0, 2000, 4000, 6000, 8000].map(price)).size).toBe(5);
  for (let ms = -24 * HOUR_MS; ms < 72 * HOUR_MS; ms += 13 * MINUTE_MS) {
    const total = decimal(totalAt(SEED, ms));
    expect(compareDecimals(total, decimal('38000'))).toBe(1);
    expect(compareDecimals(total, decimal('46000'))).toBe(-1);
  }
});

test('balances are never negative, raw balances are whole, prices have at most 18 digits', () => {
  for (const seed of [1, SEED, 99]) {
    for (let ms = -24 * HOUR_MS; ms < 48 * HOUR_MS; ms += 23 * MINUTE_MS) {
      for (const row of portfolioAt(seed, ms)) {
        expect(row.balance).toMatch(/^\d+(\.\d+)?$/);
        expect(row.rawBalance).toMatch(/^\d*$/);
        expect(row.tokenPrice).toMatch(/^\d+(\.\d{1,18})?$/);
      }
    }
  }
});

test('the prices of a year ago differ, and the last day continues them without a jump', () => {
  const bitcoin = (ms: number) => Number(portfolioAt(SEED, ms).find(row => row.symbol === 'BTC')?.tokenPrice);
  const days = Array.from({ length: 365 }, (_, ago) => bitcoin(-ago * 24 * HOUR_MS));
  expect(Math.max(...days) / Math.min(...days)).toBeGreaterThan(1.15);
  expect(Math.max(...days) / Math.min(...days)).toBeLessThan(4);
  expect(Math.abs(bitcoin(-24 * HOUR_MS - MINUTE_MS) / bitcoin(-24 * HOUR_MS) - 1)).toBeLessThan(0.01);
});

test('the past includes the transfers that led to the present', () => {
  expect(moves(-7 * HOUR_MS, 0)).toEqual([`${USDC_ON_BASE} +250`]);
});
