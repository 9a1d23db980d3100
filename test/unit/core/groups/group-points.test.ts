// Tests the past of groups of wallets: it adds up, and its percent is a price move as that of all wallets is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pointsOfGroup } from '../../../../electron/core/groups/group-points';
import { returnBetween } from '../../../../electron/core/portfolio/price-move';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { add, compareDecimals, decimal, subtract, sum, toText } from '../../../../shared/domain/decimal';
import { pastAmounts, pastOf, pastStep, pastSteps } from '../../../fakes/pasts';

const ALL = new Set(['w1', 'w2']);
const FIRST = new Set(['w1']);
const percent = (points: readonly HistoryPoint[]) => returnBetween(points[0]!, points.at(-1)!, {});

it('the group of all wallets has the sums and the percent of all', () => {
  fc.assert(
    fc.property(pastSteps, path => {
      const points = pastOf(path);
      const own = pointsOfGroup(points, ALL);
      expect(own.map(({ total, ledger }) => [total, ledger.prices, ledger.transfers])).toEqual(
        points.map(({ total, ledger }) => [total, ledger.prices, ledger.transfers])
      );
      expect(own.map(({ recounts }) => recounts)).toEqual(points.map(({ recounts }) => recounts));
      // Each stretch is rounded to ten decimals in another order.
      const [a, b] = [percent(own), returnBetween(points[0]!, points.at(-1)!, {})];
      const difference = subtract(decimal(a!), decimal(b!));
      expect(difference.units >= -1n && difference.units <= 1n).toBe(true);
    }),
    { numRuns: 200 }
  );
});

it('the group of one wallet is that wallet', () => {
  fc.assert(
    fc.property(pastSteps, path => {
      const points = pastOf(path);
      const own = pointsOfGroup(points, FIRST);
      expect(own.map(({ total }) => total)).toEqual(points.map(({ wallets }) => wallets['w1']!.value));
      expect(percent(own)).toBe(returnBetween(points[0]!, points.at(-1)!, { walletId: 'w1' }));
    }),
    { numRuns: 200 }
  );
});

it('the causes of a group add up to its total, digit for digit', () => {
  fc.assert(
    fc.property(pastSteps, path => {
      for (const { total, ledger } of pointsOfGroup(pastOf(path), FIRST))
        expect(toText(sum(Object.values(ledger).map(decimal)))).toBe(total);
    }),
    { numRuns: 200 }
  );
});

it('transfers put in at random move no percent of a group', () => {
  fc.assert(
    fc.property(pastSteps, fc.array(pastAmounts, { minLength: 8, maxLength: 8 }), (path, others) => {
      const busy = path.flatMap((one, index) => {
        const next = path[index + 1];
        return next ? [one, { ...one, amounts: others[index]! }, { ...one, amounts: one.amounts }] : [one];
      });
      expect(percent(pointsOfGroup(pastOf(busy), ALL))).toBe(percent(pointsOfGroup(pastOf(path), ALL)));
    }),
    { numRuns: 200 }
  );
});

it('the percent of a group lies between those of its wallets over each stretch', () => {
  fc.assert(
    fc.property(fc.tuple(pastStep, pastStep), path => {
      const points = pastOf(path);
      const parts = [...ALL].map(walletId => decimal(returnBetween(points[0]!, points[1]!, { walletId })!));
      const [least, greatest] = parts.sort(compareDecimals);
      const got = decimal(percent(pointsOfGroup(points, ALL))!);
      const room = { units: 1n, scale: 2 };
      expect(compareDecimals(add(got, room), least!)).toBeGreaterThanOrEqual(0);
      expect(compareDecimals(got, add(greatest!, room))).toBeLessThanOrEqual(0);
    }),
    { numRuns: 200 }
  );
});

const quiet = {
  prices: ['10', '20', '30'],
  amounts: [
    ['1', '2', '3'],
    ['4', '5', '6']
  ]
};

it('a point is made once, also after the first points have left the memory', () => {
  const points = pastOf([
    quiet,
    { ...quiet, prices: ['11', '20', '30'] },
    { ...quiet, prices: ['12', '21', '30'] }
  ]);
  const once = pointsOfGroup(points, ALL);
  const again = pointsOfGroup(points.slice(1), ALL);
  expect(again[0]).toBe(once[1]);
  expect(again[1]).toBe(once[2]);
});

it('a point that is deleted takes its stretch out, and the percent is still that of its wallets', () => {
  const points = pastOf([
    quiet,
    { ...quiet, prices: ['1000', '20', '30'] },
    { ...quiet, prices: ['11', '20', '30'] },
    { ...quiet, prices: ['12', '20', '30'] }
  ]);
  const whole = percent(pointsOfGroup(points, FIRST));
  const left = points.filter((_, index) => index !== 1);
  expect(percent(pointsOfGroup(left, FIRST))).toBe(whole);
});

it('points in any order, read from several files, give one past', () => {
  const points = pastOf([
    quiet,
    { ...quiet, prices: ['11', '20', '30'] },
    { ...quiet, prices: ['12', '20', '30'] }
  ]);
  const read = points.map(point => ({ ...point }));
  const mixed = [read[2]!, read[0]!, { ...read[1]! }, read[1]!];
  const own = pointsOfGroup(mixed, FIRST);
  expect(own.map(({ at }) => at)).toEqual([...own.map(({ at }) => at)].sort((a, b) => a - b));
  expect(percent(own)).toBe(percent(pointsOfGroup(points, FIRST)));
});

it('what two of its wallets watch counts once in the group, and what another group has as well counts in both', () => {
  const [point] = pastOf([quiet]);
  const countedOnce = [{ walletId: 'w2', ahead: ['w1'], chains: { '1': '40' } }];
  const shared = { ...point!, countedOnce, total: toText(subtract(decimal(point!.total), decimal('40'))) };
  expect(pointsOfGroup([shared], ALL)[0]!.total).toBe(shared.total);
  const [second] = pointsOfGroup([shared], new Set(['w2']));
  expect(second!.total).toBe(point!.wallets['w2']!.value);
  expect(second!.countedOnce).toBeUndefined();
});

it('a point without a wallet of the group is none of its past', () => {
  expect(pointsOfGroup(pastOf([quiet]), new Set(['w9']))).toEqual([]);
  expect(pointsOfGroup([], ALL)).toEqual([]);
});

it('points of the version before, without an index, are measured by their books', () => {
  const points = pastOf([quiet, { ...quiet, prices: ['20', '40', '60'] }]);
  const old = points.map(({ returns: _, chainLedgers: __, ...one }): HistoryPoint => one);
  expect(percent(pointsOfGroup(old, ALL))).toBe('100');
});
