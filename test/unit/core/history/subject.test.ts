// The history of a subject: the value of a chain, a wallet or a holding at a point, and gaps where it has none.
import { describe, expect, it } from 'vitest';
import { chartPointsInOrder } from '../../../../electron/core/history/ranges';
import type { HistoryPoint, WalletPoint } from '../../../../electron/core/ports/history-point';
import { isStaleAt, currentValueOf, valueAt } from '../../../../electron/core/history/subject';
import { fresh } from '../../../fakes/states';
import { MINUTE_MS, NOW } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const wallet = (value: string, chains: Record<string, string>): WalletPoint => ({
  value,
  prices: '0',
  transfers: '0',
  chains
});
const point = pointAt(NOW, {
  total: '100.3',
  wallets: { w1: wallet('60.1', { '1': '50.1', '56': '10' }), w2: wallet('40.2', { '1': '40.2' }) },
  tokens: [['w1/1/0xa/', 'ETH', '2650', '50.1']],
  stale: ['w1/56']
});

describe('a point of the history', () => {
  it.each([
    ['everything', {}, '100.3'],
    ['a chain in all wallets', { chainIndex: '1' }, '90.3'],
    ['a wallet', { walletId: 'w1' }, '60.1'],
    ['a chain of a wallet', { walletId: 'w1', chainIndex: '56' }, '10'],
    ['a holding', { holdingId: 'w1/1/0xa/' }, '50.1'],
    ['a holding that is not among the largest', { holdingId: 'w1/1/0xb/' }, undefined],
    ['a chain that held nothing', { chainIndex: '137' }, undefined],
    ['a wallet that was not there', { walletId: 'w9' }, undefined]
  ])('knows the exact value of %s', (_, subject, value) => {
    expect(valueAt(point, subject)).toBe(value);
  });

  it.each([
    [{}, true],
    [{ walletId: 'w1' }, true],
    [{ walletId: 'w2' }, false],
    [{ chainIndex: '56' }, true],
    [{ chainIndex: '1' }, false],
    [{ holdingId: 'w1/56/0xa/' }, true],
    [{ holdingId: 'w1/1/0xa/' }, false]
  ])('is stale for %o: %s', (subject, isStale) => {
    expect(isStaleAt(point, subject)).toBe(isStale);
  });

  it('of a wallet whose chains are polled together is stale for each of them, but not for DeFi', () => {
    const all = pointAt(NOW, { stale: ['w1/*'] });
    expect(isStaleAt(all, { chainIndex: '1' })).toBe(true);
    expect(isStaleAt(all, { chainIndex: 'defi' })).toBe(false);
  });
});

describe('the chart points of a subject', () => {
  const values: (string | null)[] = ['1', null, null, '4', '5'];
  const points = values.map((value, i): HistoryPoint => {
    const tokens = value === null ? [] : [['h', 'ETH', '1', value] as const];
    return pointAt(NOW + i * MINUTE_MS, { tokens });
  });

  it('have a gap, and no chart point, where a history point has no value of it', () => {
    const chartPoints = chartPointsInOrder(points, 0, { holdingId: 'h' });
    expect(chartPoints.map(({ total, isAfterGap }) => [total, isAfterGap])).toEqual([
      ['1', false],
      ['4', true],
      ['5', false]
    ]);
  });

  it('begin without a gap, however late the first value is', () => {
    expect(chartPointsInOrder(points.slice(1), 0, { holdingId: 'h' })[0]).toMatchObject({
      total: '4',
      isAfterGap: false
    });
  });
});

describe('the shown value of a subject', () => {
  it('is the sum of its counted holdings, as chains and wallets show it', () => {
    const { portfolio } = fresh(NOW);
    expect(currentValueOf(portfolio, {})).toBe(portfolio.total);
    for (const { chainIndex, value } of portfolio.chains)
      expect(currentValueOf(portfolio, { chainIndex })).toBe(value);
    for (const {
      wallet: { id },
      value
    } of portfolio.wallets)
      expect(currentValueOf(portfolio, { walletId: id })).toBe(value);
  });
});
