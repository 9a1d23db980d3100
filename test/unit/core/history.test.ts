import { describe, expect, it } from 'vitest';
import {
  baselineOf,
  changeSince,
  dotsOf,
  nextLedger,
  pointOf,
  recentPoints,
  type HistoryPoint
} from '../../../electron/core/history';
import { portfolioOf } from '../../../electron/core/portfolio';
import { applyOutcome, emptySnapshot } from '../../../electron/core/apply';
import type { Holding } from '../../../shared/holding';
import {
  answered,
  DAY_MS,
  HOUR_MS,
  holdingOf,
  MINUTE_MS,
  NOW,
  RULE,
  usdc,
  walletOf
} from '../../fakes/holdings';

const ZERO = { prices: '0', transfers: '0', recounted: '0' };
const wallet = walletOf();

function drawn(holdings: readonly Holding[], wallets = [wallet]) {
  const snapshots = wallets.map(one =>
    applyOutcome(emptySnapshot(one), answered(holdings.filter(({ walletId }) => walletId === one.id)), NOW)
  );
  return portfolioOf({ wallets, snapshots, rule: RULE, staleAfterMs: DAY_MS, baseline: null }, NOW);
}

const point = (at: number, change: Partial<HistoryPoint> = {}): HistoryPoint => ({
  ...pointOf(drawn([]), ZERO, at),
  ...change
});

describe('the ledger', () => {
  it('books the first total as counted anew', () => {
    expect(nextLedger(null, [], '100.5')).toEqual({ ...ZERO, recounted: '100.5' });
  });

  it('adds what prices and transfers explain, of every wallet, and the rest as recounted', () => {
    const last = point(NOW, { total: '100', ledger: { prices: '10', transfers: '-5', recounted: '95' } });
    const moves = [
      { moves: [], prices: '3', transfers: '-1' },
      { moves: [], prices: '-0.5', transfers: '2' }
    ];
    expect(nextLedger(last, moves, '110')).toEqual({ prices: '12.5', transfers: '-4', recounted: '101.5' });
  });
});

describe('a point', () => {
  it('holds the 20 largest counted tokens, every chain and every wallet', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      holdingOf({ tokenAddress: `0x${i}`, price: `${i + 1}` })
    );
    const got = pointOf(drawn([...many, usdc({ price: null })]), ZERO, NOW);
    expect(got.tokens.map(([, , price]) => price)).toEqual(Array.from({ length: 20 }, (_, i) => `${30 - i}`));
    expect(got).toMatchObject({ total: '465', chains: { '1': '465', '8453': '0' }, wallets: { w1: '465' } });
  });
});

describe('the point to compare with', () => {
  const points = [25, 24.5, 24, 23, 1, 0].map(hours => point(NOW - hours * HOUR_MS));

  it.each([
    ['the last one at least 24 h old', points, 2],
    ['or else the first one', points.slice(3), 0],
    ['also after days of sleep', [point(NOW - 9 * DAY_MS), point(NOW)], 0],
    ['none when there is one alone', [point(NOW)], -1],
    ['none when all others are ahead of a clock that was set back', [point(NOW + HOUR_MS), point(NOW)], -1]
  ])('is %s', (_, known, place) => expect(baselineOf(known, NOW)).toBe(known[place] ?? null));

  it('survives when the older ones are forgotten', () => {
    expect(recentPoints(points, NOW)).toEqual(points.slice(2));
    expect(recentPoints(points.slice(3), NOW)).toEqual(points.slice(3));
    expect(recentPoints([], NOW)).toEqual([]);
  });
});

describe('the change', () => {
  it('is the difference of two points, split, with the three that moved most', () => {
    const before = [
      holdingOf({ price: '1900' }),
      usdc(),
      holdingOf({ tokenAddress: '0xd', symbol: 'OLD', price: '30' })
    ];
    const after = [
      holdingOf(),
      usdc({ balance: '300' }),
      holdingOf({ tokenAddress: '0xe', symbol: 'NEW', price: '20' })
    ];
    const old = { ...pointOf(drawn(before), { ...ZERO, recounted: '2180' }, NOW - DAY_MS) };
    const latest = pointOf(drawn(after), { prices: '100', transfers: '40', recounted: '2180' }, NOW);
    expect(changeSince(old, latest, drawn(after))).toEqual({
      since: NOW - DAY_MS,
      amount: '140',
      percent: '6.42',
      prices: '100',
      transfers: '40',
      recounted: '0',
      movers: [
        { holdingId: holdingOf().id, symbol: 'ETH', amount: '100', percent: '5.26' },
        { holdingId: usdc().id, symbol: 'USDC', amount: '50', percent: '20' },
        { holdingId: before[2]!.id, symbol: 'OLD', amount: '-30', percent: '-100' }
      ]
    });
  });

  it('has no percentage against a total of zero', () => {
    const change = changeSince(point(0, { total: '0' }), point(NOW, { total: '5' }), drawn([]));
    expect(change).toMatchObject({ amount: '5', percent: null });
  });

  it('calls no token of an added or a removed wallet a mover', () => {
    const other = walletOf({ id: 'w2', accountId: 'b' });
    const theirs = holdingOf({ walletId: 'w2' });
    const alone = drawn([usdc()]);
    const both = drawn([usdc(), theirs], [wallet, other]);
    const movers = (from: typeof both, to: typeof both) =>
      changeSince(pointOf(from, ZERO, 0), pointOf(to, ZERO, NOW), to).movers;
    expect(movers(alone, both)).toEqual([]);
    expect(movers(both, alone)).toEqual([]);
  });

  it('does not take a token for new that was below the largest 20', () => {
    const many = Array.from({ length: 21 }, (_, i) =>
      holdingOf({ tokenAddress: `0x${i}`, price: `${21 - i}` })
    );
    const old = pointOf(drawn(many), ZERO, 0);
    expect(changeSince(old, pointOf(drawn(many), ZERO, NOW), drawn(many)).movers).toEqual([]);
  });
});

describe('the dots of the line', () => {
  it.each([1, 2, 239, 240, 241, 479, 480, 481, 1440])(
    'of %d points are 240 at most, ends included',
    count => {
      const points = Array.from({ length: count }, (_, i) =>
        point(NOW - (count - 1 - i) * MINUTE_MS, { total: `${i}` })
      );
      const dots = dotsOf(points, NOW, 240);
      expect(dots.length).toBeLessThanOrEqual(240);
      expect(dots.length).toBeGreaterThanOrEqual(Math.min(count, 120));
      expect([dots[0]?.total, dots.at(-1)?.total]).toEqual(['0', `${count - 1}`]);
    }
  );

  it('are of the last day, in order, and none is ahead of now, however the clock was set', () => {
    const hours = [30, 20, 2, -5, 1, 0];
    const dots = dotsOf(
      hours.map(hour => point(NOW - hour * HOUR_MS)),
      NOW,
      240
    );
    expect(dots.map(({ at }) => (NOW - at) / HOUR_MS)).toEqual([20, 2, 1, 0]);
    const back = dotsOf(
      [1, 3, 0].map(hour => point(NOW - hour * HOUR_MS)),
      NOW,
      240
    );
    expect(back.map(({ at }) => (NOW - at) / HOUR_MS)).toEqual([3, 1, 0]);
  });

  it('of stale points are marked', () => {
    expect(dotsOf([point(NOW, { isStale: true })], NOW, 240)).toMatchObject([{ isStale: true }]);
  });
});
