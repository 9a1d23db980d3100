// Sorting by each column, by the exact number that the column shows.
import { describe, expect, it } from 'vitest';
import { holdingItemOf } from '../../../../renderer/portfolio/holding-item';
import { sortHoldings } from '../../../../renderer/holdings/sort';
import type { SortBy } from '../../../../renderer/state/holding-filters';
import type { HoldingRow } from '../../../../shared/schema/app-state';
import { fresh } from '../../../fakes/states';

const [row] = fresh(Date.UTC(2026, 10, 22)).portfolio.holdings;

function order(rows: Partial<HoldingRow>[], sortBy: SortBy, isDescending = true): string {
  const reads = rows.map((own, i) => holdingItemOf({ ...row, id: `r${i}`, ...own } as HoldingRow));
  return sortHoldings(reads, { sortBy, isDescending })
    .map(read => read.row.symbol)
    .join('');
}

describe('sorted rows', () => {
  const rows = [
    { symbol: 'a', balance: '3', price: '9.5', value: '100', changePercent: '-2' },
    { symbol: 'b', balance: '20', price: '10', value: '9', changePercent: '-10' },
    { symbol: 'c', balance: '1.5', price: '-0', value: '20', changePercent: '1' }
  ];
  it.each<[SortBy, string]>([
    ['amount', 'bac'],
    ['price', 'bac'],
    ['value', 'acb'],
    ['share', 'acb'],
    ['change', 'cab'],
    ['token', 'cba']
  ])('rows by %s are sorted as numbers, not as texts', (sortBy, expected) => {
    expect(order(rows, sortBy)).toBe(expected);
    expect(order(rows, sortBy, false)).toBe([...expected].reverse().join(''));
  });

  it('rows that are not counted come after the counted ones, whatever their value would be', () => {
    const own = [
      { symbol: 'a', value: '1' },
      { symbol: 'b', value: '900', countingStatus: 'unverified' as const }
    ];
    expect([order(own, 'value'), order(own, 'value', false)]).toEqual(['ab', 'ab']);
  });

  it('a single row stays, and the given list is not changed', () => {
    expect(order([{ symbol: 'a' }], 'value')).toBe('a');
    const reads = ['b', 'a'].map(symbol => holdingItemOf({ ...row, symbol } as HoldingRow));
    const given = [...reads];
    sortHoldings(reads, { sortBy: 'token', isDescending: false });
    expect(reads).toEqual(given);
  });
});
