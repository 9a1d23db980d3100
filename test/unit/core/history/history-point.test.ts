import { describe, expect, it } from 'vitest';
import {
  baselineOf,
  changeSince,
  nextLedger,
  pointOf,
  recentPoints
} from '../../../../electron/core/history/history-point';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { chainValueAt, type HistoryPoint, type Ledger } from '../../../../electron/core/ports/history-point';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { DEFI } from '../../../../shared/domain/defi';
import type { Holding } from '../../../../shared/schema/holding';
import type { Portfolio } from '../../../../shared/schema/app-state';
import { answered, DAY_MS, HOUR_MS, holdingOf, NOW, RULE, usdc, walletOf } from '../../../fakes/holdings';

const ZERO = { prices: '0', transfers: '0', recounted: '0' };
const wallet = walletOf();

function drawn(holdings: readonly Holding[], wallets = [wallet]) {
  const snapshots = wallets.map(one =>
    updateSnapshot(emptySnapshot(one), answered(holdings.filter(({ walletId }) => walletId === one.id)), NOW)
  );
  return portfolioOf(
    { wallets, snapshots, rule: RULE, staleAfterMs: DAY_MS, baseline: null, latest: null },
    NOW
  );
}

/** A point of this portfolio with this ledger, without an earlier point. */
function pointOfLedger(portfolio: Portfolio, ledger: Ledger, at: number): HistoryPoint {
  const input = { portfolio, last: null, comparisons: [], stale: [], intervalMs: 300_000 };
  return { ...pointOf(input, at), ledger };
}

const point = (at: number, change: Partial<HistoryPoint> = {}): HistoryPoint => ({
  ...pointOfLedger(drawn([]), ZERO, at),
  ...change
});

const comparedOf = (walletId: string, prices: string, transfers: string) => ({
  walletId,
  comparison: { moves: [], prices, transfers, chains: {} }
});

describe('the ledger', () => {
  it('has the first total as recounted', () => {
    expect(nextLedger(null, [], '100.5')).toEqual({ ...ZERO, recounted: '100.5' });
  });

  it('adds the prices and transfers of every wallet, and the rest as recounted', () => {
    const last = point(NOW, { total: '100', ledger: { prices: '10', transfers: '-5', recounted: '95' } });
    const moves = [comparedOf('w1', '3', '-1'), comparedOf('w2', '-0.5', '2')];
    expect(nextLedger(last, moves, '110')).toEqual({ prices: '12.5', transfers: '-4', recounted: '101.5' });
  });
});

describe('a point', () => {
  it('has the 20 largest counted tokens, every chain and every wallet', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      holdingOf({ tokenAddress: `0x${i}`, price: `${i + 1}` })
    );
    const got = pointOfLedger(drawn([...many, usdc({ price: null })]), ZERO, NOW);
    expect(got.tokens.map(([, , price]) => price)).toEqual(Array.from({ length: 20 }, (_, i) => `${30 - i}`));
    expect(got).toMatchObject({ total: '465', wallets: { w1: { value: '465', chains: { '1': '465' } } } });
  });

  it('continues the prices and transfers of each wallet, so that a wallet can be removed exactly', () => {
    const portfolio = drawn([holdingOf()], [wallet, walletOf({ id: 'w2', accountId: 'b' })]);
    const input = { portfolio, stale: ['w2/1'], intervalMs: 60_000 };
    const first = pointOf({ ...input, last: null, comparisons: [comparedOf('w1', '5', '-1')] }, NOW);
    const comparisons = [comparedOf('w1', '0.5', '2'), comparedOf('w2', '-7', '0')];
    const second = pointOf({ ...input, last: first, comparisons }, NOW + 1);
    expect(second).toMatchObject({
      ledger: { prices: '-1.5', transfers: '1', recounted: '2000.5' },
      intervalMs: 60_000,
      stale: ['w2/1'],
      wallets: { w1: { prices: '5.5', transfers: '1' }, w2: { value: '0', prices: '-7', transfers: '0' } }
    });
  });

  it('has the value of a chain in all wallets together', () => {
    const other = holdingOf({ walletId: 'w2', price: '0.5' });
    const both = drawn([holdingOf(), usdc(), other], [wallet, walletOf({ id: 'w2', accountId: 'b' })]);
    const made = pointOfLedger(both, ZERO, NOW);
    expect(chainValueAt(made, '1')).toBe('2000.5');
    expect(chainValueAt(made, '8453')).toBe('250');
    expect(chainValueAt(made, '56')).toBe(undefined);
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

  it('is kept when the older points are removed', () => {
    // The last two points agree on the time.
    const settled = [...points, point(NOW)];
    expect(recentPoints(settled, NOW)).toEqual(settled.slice(2));
    expect(recentPoints(points.slice(3), NOW)).toEqual(points.slice(3));
    expect(recentPoints([], NOW)).toEqual([]);
  });
});

describe('the change', () => {
  it('is the difference of two points, split, with the tokens whose prices moved it most', () => {
    const before = [
      holdingOf({ price: '1900' }),
      usdc(),
      holdingOf({ tokenAddress: '0xd', symbol: 'OLD', price: '30' })
    ];
    const after = [
      holdingOf({ balance: '3' }),
      usdc({ balance: '300', price: '0.9' }),
      holdingOf({ tokenAddress: '0xe', symbol: 'NEW', price: '20' })
    ];
    const old = pointOfLedger(drawn(before), { ...ZERO, recounted: '2180' }, NOW - DAY_MS);
    const latest = pointOfLedger(drawn(after), { prices: '75', transfers: '4035', recounted: '2180' }, NOW);
    expect(changeSince(old, latest, drawn(after))).toEqual({
      since: NOW - DAY_MS,
      amount: '4110',
      // Points without a common index are measured by their books.
      percent: null,
      prices: '75',
      transfers: '4035',
      recounted: '0',
      movers: [
        { holdingId: holdingOf().id, symbol: 'ETH', amount: '100', percent: '5.26' },
        { holdingId: usdc().id, symbol: 'USDC', amount: '-25', percent: '-10' }
      ]
    });
    const withoutIndex = ({ returns: _, ...rest }: HistoryPoint): HistoryPoint => rest;
    expect(changeSince(withoutIndex(old), withoutIndex(latest), drawn(after)).percent).toBe('1.21');
  });

  it('has no percentage against a total of zero', () => {
    const change = changeSince(point(0, { total: '0' }), point(NOW, { total: '5' }), drawn([]));
    expect(change).toMatchObject({ amount: '5', percent: null });
  });

  it('has no mover of money that came or went, of a wallet that was added, and of DeFi', () => {
    const other = walletOf({ id: 'w2', accountId: 'b' });
    const theirs = holdingOf({ walletId: 'w2' });
    const alone = drawn([usdc()]);
    const both = drawn([usdc(), theirs], [wallet, other]);
    const movers = (from: typeof both, to: typeof both) =>
      changeSince(pointOfLedger(from, ZERO, 0), pointOfLedger(to, ZERO, NOW), to).movers;
    expect(movers(alone, both)).toEqual([]);
    expect(movers(both, alone)).toEqual([]);
    expect(movers(alone, drawn([usdc({ balance: '9000' })]))).toEqual([]);
    const defi = (price: string) => drawn([holdingOf({ chainIndex: DEFI, balance: '1', price })]);
    expect(movers(defi('100'), defi('900'))).toEqual([]);
  });
});
