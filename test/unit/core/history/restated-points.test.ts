import { describe, expect, it } from 'vitest';
import {
  lastLedgerOf,
  pointsWithoutWallet,
  withoutWallet
} from '../../../../electron/core/history/restated-points';
import { add, decimal, subtract, sum, toText } from '../../../../shared/domain/decimal';
import { NOW } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt, timesFrom } from '../../../fakes/points';

const both = pointAt(NOW, {
  total: '150.25',
  ledger: { prices: '10', transfers: '-3', recounted: '143.25' },
  stale: ['w1/1', 'w10/1'],
  wallets: {
    w1: { value: '50.1', prices: '4', transfers: '-5.5', chains: { '1': '50.1' } },
    w10: { value: '100.15', prices: '6', transfers: '2.5', chains: { '1': '100.15' } }
  },
  tokens: [
    ['w1/1/0xa/', 'ETH', '1', '50.1'],
    ['w10/1/0xa/', 'ETH', '1', '100.15']
  ]
});

describe('a point without a wallet', () => {
  it('has no value, prices, transfers, chains, tokens and stale parts of that wallet', () => {
    expect(withoutWallet(both, 'w1')).toEqual({
      ...both,
      total: '100.15',
      ledger: { prices: '6', transfers: '2.5', recounted: '91.65' },
      stale: ['w10/1'],
      wallets: { w10: both.wallets['w10'] },
      tokens: [both.tokens[1]]
    });
  });

  it('is unchanged when it never had that wallet', () => {
    expect(withoutWallet(both, 'w2')).toBe(both);
  });

  it('is removed when the wallet was its only one', () => {
    const empty = pointAt(NOW, { wallets: {} });
    expect(pointsWithoutWallet([pointAt(NOW), both, empty], 'w1')).toEqual([
      withoutWallet(both, 'w1'),
      empty
    ]);
  });

  it('has no move of the wallet after it was removed either, in any file', () => {
    const { w10 } = both.wallets;
    const after = pointAt(NOW + 1, {
      total: '101',
      ledger: { prices: '10.85', transfers: '-3', recounted: '93.15' },
      wallets: { w10: { ...w10!, value: '101', prices: '6.85' } },
      returns: { '': { index: '1.2', since: 1 }, 'wallet/w10': { index: '1.1', since: 1 } }
    });
    const moved = {
      ...after,
      ledger: { prices: '6.85', transfers: '2.5', recounted: '91.65' },
      returns: { 'wallet/w10': { index: '1.1', since: 1 } },
      chainLedgers: {}
    };
    expect(pointsWithoutWallet([both, after], 'w1')).toEqual([withoutWallet(both, 'w1'), moved]);
    const last = { at: NOW, prices: '4', transfers: '-5.5' };
    expect(lastLedgerOf([pointAt(NOW - 1), both, after], 'w1')).toEqual(last);
    expect(pointsWithoutWallet([after], 'w1', last)).toEqual([moved]);
    const before = { ...after, at: NOW - 1 };
    expect(pointsWithoutWallet([before, both], 'w1')[0]).toBe(before);
  });

  it('adds up exactly between any two points, and has the moves of the other wallets', () => {
    for (let seed = 0; seed < 20; seed++) {
      const chance = seededRandom(seed);
      const points = seriesAt(timesFrom(NOW, 200, chance), chance, 4);
      const remaining = points.map(point => withoutWallet(point, 'w1'));
      remaining.forEach((point, i) => {
        const other = remaining[Math.floor(chance() * remaining.length)]!;
        const part = (kind: keyof typeof point.ledger) =>
          subtract(decimal(point.ledger[kind]), decimal(other.ledger[kind]));
        const parts = [part('prices'), part('transfers'), part('recounted')];
        expect(toText(sum(parts))).toBe(toText(subtract(decimal(point.total), decimal(other.total))));
        const values = Object.values(point.wallets).map(({ value }) => decimal(value));
        expect(toText(sum(values))).toBe(point.total);
        const moved = Object.values(point.wallets).map(({ prices }) => decimal(prices));
        expect(toText(sum(moved))).toBe(point.ledger.prices);
        expect(toText(add(decimal(point.total), decimal(points[i]!.wallets['w1']?.value ?? '0')))).toBe(
          points[i]!.total
        );
      });
    }
  });
});
