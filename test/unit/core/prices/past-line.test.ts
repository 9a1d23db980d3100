// The past line: today's amounts at past prices, its beginning, its holes, and what it says of the rest.
import { describe, expect, it } from 'vitest';
import { pastLineOf } from '../../../../electron/core/prices/past-line';
import type { StoredPastPrices } from '../../../../electron/core/ports/past-prices';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../shared/domain/durations';
import { tokenOf } from '../../../../shared/domain/holding-id';
import type { HoldingRow } from '../../../../shared/schema/app-state';

const NOW = 500_000 * HOUR_MS;
const A = '0xaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
const B = '0xbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb';

function row(tokenAddress: string, balance: string, value: string | null): HoldingRow {
  return { id: `w/1/a/${tokenAddress}`, chainIndex: '1', tokenAddress, balance, value } as HoldingRow;
}

type Prices = readonly (readonly [stepsAgo: number, price: string])[];
const series = (prices: Prices, stepMs: number): string =>
  [...prices]
    .sort((a, b) => b[0] - a[0])
    .map(([ago, price]) => `${(NOW - ago * stepMs) / MINUTE_MS}:${price}`)
    .join(',');

function stored(tokens: Readonly<Record<string, { hours?: Prices; days?: Prices }>>): StoredPastPrices[] {
  const all = Object.entries(tokens).map(([tokenAddress, { hours = [], days = [] }]) => {
    const past = { hours: series(hours, HOUR_MS), days: series(days, DAY_MS) };
    return [
      tokenOf({ chainIndex: '1', tokenAddress }),
      { ...past, hoursAt: NOW, daysAt: NOW, isYearWhole: true }
    ] as const;
  });
  return [{ version: 1, refusedAt: null, tokens: Object.fromEntries(all) }];
}

const every = (count: number, price: (ago: number) => string): Prices =>
  Array.from({ length: count }, (_, i) => [i + 1, price(i + 1)] as const);
const week = { from: NOW - 7 * DAY_MS, until: NOW };
const agesOf = (points: readonly { at: number }[], stepMs = HOUR_MS) =>
  points.map(({ at }) => (NOW - at) / stepMs);

describe('the past line', () => {
  it('is the sum of what each amount was worth at each hour, to the cent, and ends before the record begins', () => {
    const hours = {
      '': { hours: every(30, ago => String(2000 + ago)) },
      [A]: { hours: every(30, () => '1') }
    };
    const line = pastLineOf([row('', '2', '4000'), row(A, '500.005', '500')], stored(hours), {
      from: NOW - 3 * HOUR_MS,
      until: NOW
    });
    expect(line).toEqual({
      points: [3, 2, 1].map(ago => ({
        at: NOW - ago * HOUR_MS,
        total: `${2 * (2000 + ago) + 500}.01`,
        isAfterGap: false
      })),
      restPercent: '0'
    });
  });

  it('adds up the amounts of one token in several wallets, and counts a DeFi position as it is', () => {
    const hours = { '': { hours: every(2, () => '10') } };
    const rows = [row('', '2', '20'), { ...row('', '3', '30'), id: 'v/1/b/' }];
    const { points } = pastLineOf(rows, stored(hours), week);
    expect(points.map(({ total }) => total)).toEqual(['50', '50']);
  });

  it('begins where nine tenths of the worth of today have a price; what has none there stays at its price of today', () => {
    const hours = { '': { hours: every(5, () => '80') }, [A]: { hours: every(3, () => '1') } };
    const line = pastLineOf([row('', '1', '85'), row(A, '7', '7'), row(B, '8', '8')], stored(hours), week);
    expect(agesOf(line.points)).toEqual([3, 2, 1]);
    expect(line.points[0]?.total).toBe('95');
    expect(line.restPercent).toBe('8');
  });

  it('is not drawn while less is known', () => {
    const hours = { '': { hours: every(5, () => '80') } };
    expect(pastLineOf([row('', '1', '80'), row(B, '20', '20')], stored(hours), week).points).toEqual([]);
    expect(pastLineOf([], stored(hours), week).points).toEqual([]);
    expect(pastLineOf([row(A, '1', null)], stored(hours), week).points).toEqual([]);
  });

  it('has a hole where a price is missing that weighs; a token below one percent keeps its last price', () => {
    const without = (ago: number): Prices => every(5, () => '100').filter(([one]) => one !== ago);
    const hours = { '': { hours: without(3) }, [A]: { hours: [[5, '1'] as const, [1, '3'] as const] } };
    const line = pastLineOf([row('', '1', '100'), row(A, '0.5', '0.5')], stored(hours), week);
    expect(agesOf(line.points)).toEqual([5, 4, 2, 1]);
    expect(line.points.map(({ isAfterGap }) => isAfterGap)).toEqual([false, false, true, false]);
    expect(line.points.map(({ total }) => total)).toEqual(['100.5', '100.5', '100.5', '101.5']);
  });

  it('a leap of ten that no neighbour shares is a hole', () => {
    const hours = { '': { hours: every(5, ago => (ago === 3 ? '90000' : '100')) } };
    const line = pastLineOf([row('', '1', '100')], stored(hours), week);
    expect(agesOf(line.points)).toEqual([5, 4, 2, 1]);
    expect(line.points[2]?.isAfterGap).toBe(true);
  });

  it('is drawn by day where the hours do not reach', () => {
    const days = { '': { hours: every(5, () => '1'), days: every(300, ago => String(100 + ago)) } };
    const line = pastLineOf([row('', '1', '100')], stored(days), { from: 0, until: NOW });
    expect(line.points).toHaveLength(300);
    expect(line.points[0]?.total).toBe('400');
  });

  it('for any pasts lies between the sums of the least and of the greatest prices, and never leaves its span', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let run = 0; run < 300; run++) {
      const tokens = ['', A, B].map(token => ({
        token,
        prices: every(40, () => (1 + random() * 3).toFixed(3))
      }));
      const rows = tokens.map(({ token }) =>
        row(token, (random() * 5).toFixed(2), (random() * 9).toFixed(2))
      );
      const holey = tokens.map(({ token, prices }) => [
        token,
        { hours: prices.filter(() => random() > 0.1) }
      ]);
      const span = { from: NOW - Math.floor(random() * 50) * HOUR_MS, until: NOW - HOUR_MS };
      const { points } = pastLineOf(rows, stored(Object.fromEntries(holey)), span);
      const bound = (pick: (...prices: number[]) => number) =>
        tokens.reduce(
          (all, { prices }, i) =>
            all + Number(rows[i]?.balance) * pick(...prices.map(([, price]) => Number(price))),
          0
        );
      const today = rows.reduce((all, { value }) => all + Number(value), 0);
      for (const { at, total } of points) {
        expect(at >= span.from && at < span.until).toBe(true);
        expect(Number(total)).toBeLessThanOrEqual(bound(Math.max) + today + 0.01);
        expect(Number(total)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
