// A transfer that two wallets see is in the ledger of the total once, and in the ledger of each wallet.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutWallet } from '../../../../electron/core/history/restated-points';
import { compareUnits } from '../../../../electron/core/history/compare-units';
import { changeSince, pointOf, type WalletComparison } from '../../../../electron/core/history/history-point';
import { lineOf, missingTokenEntries, addTokenEntries, NO_TOKEN_NUMBERS, parsePoint } from '../../../../electron/core/history/line-format'; // prettier-ignore
import { currentValueOf, valueAt } from '../../../../electron/core/history/subject';
import { countingStatusOf } from '../../../../electron/core/portfolio/counting-rule';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { countedOnceAt, type HistoryPoint } from '../../../../electron/core/ports/history-point';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { add, decimal, subtract, sum, toText } from '../../../../shared/domain/decimal';
import type { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import { DAY_MS, holdingOf, NOW, RULE, walletOf } from '../../../fakes/holdings';

const A = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const B = '0xb000000000000000000000000000000000000001';
const wallets = [walletOf(), walletOf({ id: 'w2', accountId: 'b' }), walletOf({ id: 'w3', accountId: 'c' })];

type Held = Readonly<Record<string, readonly Holding[]>>;

const eth = (walletId: string, balance: string, change: Partial<Holding> = {}) =>
  holdingOf({ walletId, balance, address: A, ...change });

function snapshotsOf(held: Held): WalletSnapshot[] {
  return wallets.map(wallet => ({
    ...emptySnapshot(wallet),
    parts: [{ chainIndex: '*', answeredAt: NOW, failure: null }],
    holdings: [...(held[wallet.id] ?? [])]
  }));
}

/** What each wallet saw, and the same with each unit once. `isFirst`: the first answer of a wallet. */
function compared(before: Held, after: Held, isFirst: (walletId: string) => boolean = () => false) {
  const [old, now] = [snapshotsOf(before), snapshotsOf(after)];
  const status = (holding: Holding) => countingStatusOf(holding, RULE);
  const comparable = new Map(wallets.map(({ id }) => [id, () => !isFirst(id)]));
  const comparisons = wallets.map(({ id }, index): WalletComparison => {
    const sides = [old[index]!.holdings, now[index]!.holdings] as const;
    return { walletId: id, comparison: compareHoldings(...sides, status, comparable.get(id)!) };
  });
  const input = {
    wallets,
    before: old,
    after: now,
    comparisons,
    countingStatus: status,
    comparable,
    recounted: {}
  };
  return { comparisons, units: compareUnits(input) };
}

const portfolio = (held: Held, inOrder = wallets) =>
  portfolioOf(
    {
      wallets: inOrder,
      snapshots: snapshotsOf(held),
      rule: RULE,
      staleAfterMs: DAY_MS,
      baseline: null,
      latest: null
    },
    NOW
  );

const movesOf = (list: readonly WalletComparison[]) =>
  list.flatMap(({ comparison }) =>
    comparison.moves.map(({ holding, amount }) => `${holding.walletId} ${amount}`)
  );
const sumOf = (list: readonly WalletComparison[], kind: 'prices' | 'transfers') =>
  toText(sum(list.map(({ comparison }) => decimal(comparison[kind]))));

describe('the changes of what two wallets watch', () => {
  it('are those of the wallet where it counts, when both see them in one round', () => {
    const { comparisons, units } = compared(
      { w1: [eth('w1', '1')], w2: [eth('w2', '1')] },
      { w1: [eth('w1', '3')], w2: [eth('w2', '3', { price: '2100' })] }
    );
    expect(movesOf(comparisons)).toEqual(['w1 2', 'w2 2']);
    expect(movesOf(units)).toEqual(['w1 2']);
    expect([sumOf(units, 'transfers'), sumOf(units, 'prices')]).toEqual(['4000', '0']);
  });

  it('are told once, whichever wallet sees an arrival first', () => {
    const first = compared({}, { w2: [eth('w2', '1')] });
    expect(movesOf(first.units)).toEqual(['w2 1']);
    const second = compared({ w2: [eth('w2', '1')] }, { w1: [eth('w1', '1')], w2: [eth('w2', '1')] });
    expect(movesOf(second.comparisons)).toEqual(['w1 1']);
    expect(movesOf(second.units)).toEqual([]);
    expect(sumOf(second.units, 'transfers')).toBe('0');
  });

  it('are told once, whichever wallet sees a departure first', () => {
    const both = { w1: [eth('w1', '1')], w2: [eth('w2', '1')] };
    expect(movesOf(compared(both, { w2: [eth('w2', '1')] }).units)).toEqual([]);
    expect(movesOf(compared({ w2: [eth('w2', '1')] }, {}).units)).toEqual(['w2 -1']);
  });

  it('are the difference across both when it counts in another wallet than before', () => {
    const { units } = compared({ w2: [eth('w2', '1')] }, { w1: [eth('w1', '1.5')], w2: [eth('w2', '1')] });
    expect(movesOf(units)).toEqual(['w1 0.5']);
    expect(sumOf(units, 'transfers')).toBe('1000');
  });

  it('are silent when a wallet that was added sees it for the first time', () => {
    const { units } = compared(
      { w2: [eth('w2', '1')] },
      { w1: [eth('w1', '5')], w2: [eth('w2', '1')] },
      id => id === 'w1'
    );
    expect(movesOf(units)).toEqual([]);
    expect(sumOf(units, 'transfers')).toBe('0');
  });

  it('leave every other change as it was, and nothing is computed when nothing is shared', () => {
    const apart = compared(
      { w1: [eth('w1', '1')] },
      { w1: [eth('w1', '2')], w2: [eth('w2', '1', { address: B })] }
    );
    expect(apart.units).toBe(apart.comparisons);
    const other = (balance: string) => eth('w2', balance, { address: B });
    const { units } = compared(
      { w1: [eth('w1', '1')], w2: [eth('w2', '1'), other('1')] },
      { w1: [eth('w1', '2')], w2: [eth('w2', '2'), other('4')] }
    );
    expect(movesOf(units).sort()).toEqual(['w1 1', 'w2 3']);
  });
});

function nextPoint(last: HistoryPoint | null, before: Held, after: Held, at: number) {
  const { comparisons, units } = compared(before, after, () => last === null);
  const input = { last, comparisons, unitComparisons: units, stale: [], intervalMs: 60_000 };
  return pointOf({ portfolio: portfolio(after), ...input }, at);
}

describe('a point of wallets that watch the same', () => {
  const held = {
    w1: [eth('w1', '1')],
    w2: [eth('w2', '2'), eth('w2', '1', { address: B })],
    w3: [eth('w3', '3'), eth('w3', '4', { address: B }), eth('w3', '1', { address: '0xc', chainIndex: '56' })]
  };
  const point = nextPoint(null, {}, held, NOW);

  it('names what the sum over wallets has too much, by wallet and by those before it', () => {
    expect(point).toMatchObject({
      total: '6000',
      wallets: { w2: { value: '6000' }, w3: { value: '16000' } }
    });
    expect(point.countedOnce).toEqual([
      { walletId: 'w2', ahead: ['w1'], chains: { '1': '4000' } },
      { walletId: 'w3', ahead: ['w1', 'w2'], chains: { '1': '6000' } },
      { walletId: 'w3', ahead: ['w2'], chains: { '1': '8000' } }
    ]);
    expect(countedOnceAt(point)).toBe('-18000');
  });

  it('has the value of a chain once, and all of its own for each wallet', () => {
    expect(valueAt(point, { chainIndex: '1' })).toBe('4000');
    expect(valueAt(point, { chainIndex: '1', walletId: 'w3' })).toBe('14000');
    expect(valueAt(point, { holdingId: eth('w3', '3').id })).toBe('6000');
    expect(currentValueOf(portfolio(held), { chainIndex: '1' })).toBe('4000');
    expect(currentValueOf(portfolio(held), { walletId: 'w3' })).toBe('16000');
    expect(currentValueOf(portfolio(held), { holdingId: eth('w3', '3').id })).toBe('6000');
  });

  it('is as if a forgotten wallet had never been there', () => {
    for (const { id } of wallets) {
      const left = wallets.filter(wallet => wallet.id !== id);
      const expected = portfolio(held, left);
      const got = withoutWallet(point, id);
      expect(got.total).toBe(expected.total);
      expect(countedOnceAt(got)).toBe(expected.countedOnce);
    }
  });

  const written = (one: HistoryPoint) => {
    const numbers = addTokenEntries(NO_TOKEN_NUMBERS, missingTokenEntries(NO_TOKEN_NUMBERS, one.tokens));
    return { line: lineOf(one, numbers), numbers };
  };

  it('is stored in a line whose entries add up for a version that knows no such part', () => {
    const { line, numbers } = written(point);
    expect(parsePoint(line, numbers)).toEqual(point);
    const [, total, , , , , , stored, ...more] = JSON.parse(line) as [number, string, ...unknown[]];
    const entries = Object.values(stored as Record<string, [string, string, string, object]>);
    expect(more).toHaveLength(1);
    expect(entries.every(entry => entry.length === 4)).toBe(true);
    expect(toText(sum(entries.map(([value]) => decimal(value))))).toBe(total);
  });

  it('has no mover that only counts in another wallet now', () => {
    const without = { ...held, w1: [] };
    const drawn = portfolio(without);
    const later = { ...point, at: NOW + 1, total: drawn.total };
    expect(changeSince(point, later, drawn).movers).toEqual([]);
  });

  it('keeps ledgers that add up for any sequence of rounds, and in which a wallet can be forgotten', () => {
    const amount = fc.integer({ min: 1, max: 99 }).map(String);
    const row = fc.option(fc.tuple(amount, fc.option(amount, { freq: 5 })), { freq: 3 });
    const step = fc.array(row, { minLength: 6, maxLength: 6 });
    const heldOf = (cells: readonly ([string, string | null] | null)[]): Held =>
      Object.fromEntries(
        wallets.map(({ id }, index) => [
          id,
          [A, B].flatMap((address, place) => {
            const cell = cells[index * 2 + place];
            return cell ? [eth(id, cell[0], { address, price: cell[1] })] : [];
          })
        ])
      );
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), steps => {
        let last: HistoryPoint | null = null;
        let before: Held = {};
        for (const [index, cells] of steps.entries()) {
          const after = heldOf(cells);
          const made: HistoryPoint = nextPoint(last, before, after, NOW + index);
          const { line, numbers } = written(made);
          expect(parsePoint(line, numbers)).toEqual(made);
          const own = Object.values(made.wallets);
          const ledgerOf = (kind: 'prices' | 'transfers') =>
            toText(sum(own.map(one => subtract(decimal(one[kind]), decimal(one.elsewhere?.[kind] ?? '0')))));
          expect(made.ledger).toMatchObject({ prices: ledgerOf('prices'), transfers: ledgerOf('transfers') });
          const values = sum(own.map(({ value }) => decimal(value)));
          expect(toText(add(values, decimal(countedOnceAt(made))))).toBe(made.total);
          const forgotten = withoutWallet(made, 'w2');
          const { prices, transfers, recounted } = forgotten.ledger;
          expect(toText(sum([prices, transfers, recounted].map(decimal)))).toBe(forgotten.total);
          [last, before] = [made, after];
        }
      }),
      { numRuns: 200 }
    );
  });
});
