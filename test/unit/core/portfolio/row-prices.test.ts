import { describe, expect, it } from 'vitest';
import { rowPricesOf } from '../../../../electron/core/portfolio/row-prices';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/durations';
import { holdingOf, NOW, usdc } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const eth = holdingOf();
const latest = { ...pointAt(NOW), tokens: [] };
const own = (at: number) => ({ ...pointAt(at), tokens: [[eth.id, 'ETH', '2000', '1']] as const });
const dayOld = new Map([
  ['1/', '1900'],
  [`${usdc().chainIndex}/${usdc().tokenAddress}`, '0.99']
]);
const prices = (baseline: Parameters<typeof rowPricesOf>[0], past: typeof dayOld = dayOld) => {
  const { since, priceOf } = rowPricesOf(baseline, latest, past);
  return [since, priceOf(eth, 'counted'), priceOf(usdc(), 'counted')];
};

describe('what the prices of rows are compared with', () => {
  it('is the own record of a day ago, and a past price where that has none', () => {
    const baseline = own(NOW - DAY_MS - HOUR_MS);
    expect(prices(baseline)).toEqual([baseline.at, '2000', '0.99']);
    expect(prices(baseline, new Map())).toEqual([baseline.at, '2000', undefined]);
  });

  it('is past prices alone on the first day: a record of an hour ago is none of a day', () => {
    expect(prices(own(NOW - HOUR_MS))).toEqual([NOW - DAY_MS, '1900', '0.99']);
    expect(prices(null)).toEqual([NOW - DAY_MS, '1900', '0.99']);
  });

  it('is the own record alone as long as no past price is known, and after days without the app', () => {
    expect(prices(own(NOW - HOUR_MS), new Map())).toEqual([NOW - HOUR_MS, '2000', undefined]);
    expect(prices(own(NOW - 3 * DAY_MS))).toEqual([NOW - 3 * DAY_MS, '2000', undefined]);
    expect(rowPricesOf(null, null, dayOld)).toMatchObject({ since: null });
  });

  it('is no past price for what does not count', () => {
    expect(rowPricesOf(null, latest, dayOld).priceOf(eth, 'risky')).toBeUndefined();
  });
});
