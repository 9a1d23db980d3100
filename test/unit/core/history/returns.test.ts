// Tests that a percent is a price move: money that comes or goes, a wallet that is added and thinning change none.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeChange } from '../../../../electron/core/history/range-change';
import { pointOf } from '../../../../electron/core/history/history-point';
import {
  addTokenEntries,
  lineOf,
  missingTokenEntries,
  NO_TOKEN_NUMBERS,
  parsePoint
} from '../../../../electron/core/history/line-format';
import { withoutWallet } from '../../../../electron/core/history/restated-points';
import { returnBetween, type SumSubject } from '../../../../electron/core/portfolio/price-move';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import { DEFI } from '../../../../shared/domain/defi';
import { add, compareDecimals, decimal, sum, toText } from '../../../../shared/domain/decimal';
import { holdingOf, MINUTE_MS, NOW } from '../../../fakes/holdings';
import {
  holdingsAt,
  PAST_WALLETS,
  pastAmounts,
  pastOf,
  pastStep,
  pastSteps,
  portfolioAt
} from '../../../fakes/pasts';

const SUBJECTS: SumSubject[] = [
  {},
  { chainIndex: '1' },
  { chainIndex: '56' },
  { walletId: 'w1' },
  { walletId: 'w2' }
];
const percent = (points: readonly HistoryPoint[], subject: SumSubject) =>
  returnBetween(points[0]!, points.at(-1)!, subject);

it('a price that doubles is +100 % of each sum, whatever money came or went meanwhile', () => {
  const held = [
    ['1', '2', '3'],
    ['4', '5', '6']
  ];
  const more = [
    ['1000', '0.5', '3'],
    ['4', '0', '600']
  ];
  const path = [
    { prices: ['10', '20', '30'], amounts: held },
    { prices: ['10', '20', '30'], amounts: more },
    { prices: ['20', '40', '60'], amounts: more },
    { prices: ['20', '40', '60'], amounts: held }
  ];
  for (const subject of SUBJECTS) expect(percent(pastOf(path), subject)).toBe('100');
});

it('of random pasts, transfers put in at random move no percent', () => {
  fc.assert(
    fc.property(pastSteps, fc.array(pastAmounts, { minLength: 8, maxLength: 8 }), (path, others) => {
      // Between two prices, everything is exchanged for other amounts, and back.
      const busy = path.flatMap((one, index) => {
        const next = path[index + 1];
        return next ? [one, { ...one, amounts: others[index]! }, { ...one, amounts: one.amounts }] : [one];
      });
      const [quiet, moved] = [pastOf(path), pastOf(busy)];
      for (const subject of SUBJECTS) expect(percent(moved, subject)).toBe(percent(quiet, subject));
    }),
    { numRuns: 400 }
  );
});

it('the percent of a sum lies between the least and the greatest of its parts over each stretch', () => {
  fc.assert(
    fc.property(fc.tuple(pastStep, pastStep), ([before, after]) => {
      const points = pastOf([before, after]);
      const between = (whole: SumSubject, parts: readonly SumSubject[]) => {
        const all = parts.map(part => decimal(percent(points, part)!)).sort(compareDecimals);
        const got = decimal(percent(points, whole)!);
        // Each is rounded to two decimals.
        const room = { units: 1n, scale: 2 };
        expect(compareDecimals(add(got, room), all[0]!)).toBeGreaterThanOrEqual(0);
        expect(compareDecimals(got, add(all.at(-1)!, room))).toBeLessThanOrEqual(0);
      };
      between({}, [{ chainIndex: '1' }, { chainIndex: '56' }]);
      between({}, [{ walletId: 'w1' }, { walletId: 'w2' }]);
    }),
    { numRuns: 400 }
  );
});

it('the causes of a range add up to its change, digit for digit, for everything, a chain and a wallet', () => {
  fc.assert(
    fc.property(pastSteps, path => {
      const points = pastOf(path);
      const portfolio = portfolioAt(holdingsAt(path.at(-1)!));
      for (const subject of SUBJECTS) {
        const change = rangeChange({ points, latest: points.at(-1)!, portfolio, since: NOW, subject });
        const { prices, transfers, recounted } = change!.split!;
        expect(toText(sum([prices, transfers, recounted].map(decimal)))).toBe(change!.amount);
      }
    }),
    { numRuns: 200 }
  );
});

it('the percent between two points is the same from their stored lines', () => {
  fc.assert(
    fc.property(pastSteps, path => {
      const points = pastOf(path).map(point => ({ ...point, tokens: [] }));
      const stored = points.map(point => parsePoint(lineOf(point, NO_TOKEN_NUMBERS), NO_TOKEN_NUMBERS)!);
      expect(stored).toEqual(points);
      for (const subject of SUBJECTS) expect(percent(stored, subject)).toBe(percent(points, subject));
    }),
    { numRuns: 100 }
  );
});

it('what fell to a millionth and rose again has the percent of both', () => {
  const amounts = [['1', '0', '0'], []];
  const path = ['9138', '0.001', '0.001', '1.565', '4569'].map(price => ({
    prices: [price, '1', '1'],
    amounts
  }));
  expect(percent(pastOf(path), {})).toBe('-50');
  expect(percent(pastOf(path.slice(1)), {})).toBe('456899900');
  expect(returnBetween(pastOf(path)[2]!, pastOf(path)[3]!, {})).toBe('156400');
});

it('a wallet that is added moves no percent, and has none before it', () => {
  const one = { prices: ['10', '20', '30'], amounts: [['1', '2', '3'], []] };
  const path = [
    one,
    {
      ...one,
      amounts: [
        ['1', '2', '3'],
        ['1000', '0', '0']
      ]
    }
  ];
  const points = pastOf(path);
  expect(percent(points, {})).toBe('0');
  const lone = {
    ...points[0]!,
    wallets: { w1: points[0]!.wallets['w1']! },
    returns: { '': points[0]!.returns![''] }
  };
  expect(returnBetween(lone as HistoryPoint, points[1]!, { walletId: 'w2' })).toBe(null);
});

it('what DeFi did is recounted, and no price', () => {
  const [before, after] = ['100', '900'].map(price => holdingOf({ chainIndex: DEFI, balance: '1', price }));
  const compared = compareHoldings(
    [before!],
    [after!],
    () => 'counted',
    () => true
  );
  expect(compared).toEqual({ moves: [], prices: '0', transfers: '0', chains: {} });
});

it('debts as large as what is owned end the index: no percent over them is known', () => {
  const [first] = pastOf([{ prices: ['10', '20', '30'], amounts: [['1', '0', '0'], []] }]);
  const owing = { ...first!, total: '-5' };
  const comparison = { moves: [], prices: '7', transfers: '0', chains: {} };
  const compared = [{ walletId: 'w1', comparison }];
  const portfolio = portfolioAt(holdingsAt({ prices: ['17', '1', '1'], amounts: [['1', '0', '0'], []] }));
  const input = { portfolio, last: owing, comparisons: compared, stale: [], intervalMs: MINUTE_MS };
  const next = pointOf(input, NOW + MINUTE_MS);
  expect(returnBetween(owing, next, {})).toBe(null);
});

it('a forgotten wallet leaves the indices of sums, and the books answer', () => {
  const path = [
    {
      prices: ['10', '20', '30'],
      amounts: [
        ['1', '0', '0'],
        ['0', '0', '1']
      ]
    },
    {
      prices: ['11', '20', '60'],
      amounts: [
        ['1', '0', '0'],
        ['0', '0', '1']
      ]
    }
  ];
  const points = pastOf(path).map(point => withoutWallet(point, 'w2'));
  expect(Object.keys(points[0]!.returns!)).toEqual(['wallet/w1']);
  expect(percent(points, {})).toBe('10');
  expect(percent(points, { walletId: 'w1' })).toBe('10');
});

it('points of the version before, without an index, are measured by their books', () => {
  const path = [
    { prices: ['10', '20', '30'], amounts: [['1', '2', '0'], []] },
    {
      prices: ['10', '20', '30'],
      amounts: [
        ['1', '2', '0'],
        ['1000', '0', '0']
      ]
    },
    {
      prices: ['11', '20', '30'],
      amounts: [
        ['1', '2', '0'],
        ['1000', '0', '0']
      ]
    }
  ];
  const points = pastOf(path).map(({ returns: _, chainLedgers: __, ...old }): HistoryPoint => old);
  // 1,001 of 10,050: the money that came is in the base.
  expect(percent(points, {})).toBe('9.96');
  expect(percent(points, { walletId: 'w1' })).toBe('2');
  expect(percent(points, { chainIndex: '1' })).toBe('2');
  expect(percent(points, { chainIndex: '1', walletId: 'w1' })).toBe(null);
});

it('a stored point of two wallets on seven chains grows by at most a quarter', () => {
  const chains = ['0', '1', '56', '137', '501', '8453', '42161'];
  const wallets = PAST_WALLETS.map(wallet => ({
    ...wallet,
    id: `5d1c8a70-9e42-4b3f-8c06-de30000da1${wallet.id}`
  }));
  const holdings = wallets.flatMap(({ id }) =>
    chains.flatMap((chainIndex, at) =>
      ['', '0xa', '0xb'].map(tokenAddress =>
        holdingOf({
          walletId: id,
          chainIndex,
          tokenAddress,
          balance: `${at + 1}.24681357`,
          price: '1234.56789'
        })
      )
    )
  );
  const moved = holdings.map(one => ({ ...one, price: '1250.98765', balance: `${one.balance}9` }));
  const comparisons = wallets.map(({ id }) => ({
    walletId: id,
    comparison: compareHoldings(
      holdings.filter(one => one.walletId === id),
      moved.filter(one => one.walletId === id),
      () => 'counted',
      () => true
    )
  }));
  const input = { stale: [], intervalMs: MINUTE_MS };
  const first = pointOf(
    { ...input, portfolio: portfolioAt(holdings, wallets), last: null, comparisons: [] },
    NOW
  );
  const { returns, chainLedgers, ...old } = pointOf(
    { ...input, portfolio: portfolioAt(moved, wallets), last: first, comparisons },
    NOW + MINUTE_MS
  );
  const numbers = addTokenEntries(NO_TOKEN_NUMBERS, missingTokenEntries(NO_TOKEN_NUMBERS, old.tokens));
  expect(Object.keys(returns!)).toHaveLength(10);
  const grown = lineOf({ ...old, returns: returns!, chainLedgers: chainLedgers! }, numbers).length;
  expect(grown / lineOf(old, numbers).length).toBeLessThanOrEqual(1.25);
});
