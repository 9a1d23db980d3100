// The rows of the holdings table: with any grouping, sorting and filter, sums are exact and add up.
import { describe, expect, it } from 'vitest';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import { copiedRow, copiedTable } from '../../../../renderer/holdings/columns';
import type { Grouping, HoldingFilters, SortBy } from '../../../../renderer/state/holding-filters';
import { isFiltered, visibleHoldings } from '../../../../renderer/holdings/filter/filters';
import { listedHoldings, listItems } from '../../../../renderer/holdings/table-rows';
import { stepTo } from '../../../../renderer/ui/list/keyboard-steps';
import { fresh, undecided } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);
const FILTERS: HoldingFilters = {
  search: '',
  groupBy: 'chain',
  sortBy: 'value',
  isDescending: true,
  chain: null,
  wallet: null,
  group: null,
  asset: null,
  type: null,
  only: null,
  showsRisky: false,
  opened: new Set()
};
const state = undecided(NOW);

function items(filters: Partial<HoldingFilters>, hideSmall = true) {
  return listItems(state.portfolio, hideSmall, { ...FILTERS, ...filters });
}

function symbols(filters: Partial<HoldingFilters>): string[] {
  return listedHoldings(items({ groupBy: 'nothing', ...filters }, false)).map(row => row.symbol);
}

describe('the groups of the holdings table', () => {
  it.each<Grouping>(['chain', 'wallet'])('by %s add up to the total, digit for digit', groupBy => {
    const sums = items({ groupBy }).flatMap(item => (item.kind === 'group' ? decimal(item.sum) : []));
    expect(sums.length).toBeGreaterThan(1);
    expect(toText(sum(sums))).toBe(state.portfolio.total);
  });

  it('the sum of each group is the exact sum of the rows below, small ones included', () => {
    const all = items({});
    const starts = all.flatMap((item, i) => (item.kind === 'group' ? [i] : []));
    starts.forEach((start, n) => {
      const below = all.slice(start + 1, starts[n + 1]).flatMap(item => {
        if (item.kind === 'small') return decimal(item.sum);
        const isCounted = item.kind === 'holding' && item.row.countingStatus === 'counted';
        return isCounted ? decimal(item.row.value ?? '0') : [];
      });
      const header = all[start];
      expect(header?.kind === 'group' && header.sum).toBe(toText(sum(below)));
    });
  });

  it('the same holding gives the same row object, so that nothing is drawn again', () => {
    const [before, after] = [items({}), listItems({ ...state.portfolio }, true, { ...FILTERS })];
    expect(after.filter(item => item.kind === 'holding').every(item => before.includes(item))).toBe(true);
  });
});

describe('sorting the holdings table', () => {
  const digits = '0.12345678901234567890123';
  const rows = ['4', '5', '6'].map((last, i) => ({
    ...(state.portfolio.holdings[0] as (typeof state.portfolio.holdings)[0]),
    id: `s${i}`,
    symbol: `S${i}`,
    balance: digits + last,
    price: i === 2 ? null : '1',
    value: i === 2 ? null : digits + last,
    countingStatus: i === 2 ? ('unpriced' as const) : ('counted' as const)
  }));
  const portfolio = { ...state.portfolio, holdings: rows };
  const order = (sortBy: SortBy, isDescending: boolean): string => {
    const filters = { ...FILTERS, groupBy: 'nothing', sortBy, isDescending } as const;
    return listedHoldings(listItems(portfolio, false, filters))
      .map(row => row.symbol)
      .join('');
  };

  it('numbers that differ only beyond the precision of a float are sorted correctly', () => {
    expect(order('amount', true)).toBe('S2S1S0');
    expect(order('amount', false)).toBe('S0S1S2');
  });

  it('unknown numbers come last in both directions', () => {
    expect([order('value', true), order('value', false)]).toEqual(['S1S0S2', 'S0S1S2']);
    expect([order('share', true), order('price', false)]).toEqual(['S1S0S2', 'S0S1S2']);
  });

  it('rows with equal numbers are sorted by symbol', () => {
    expect([order('change', true), order('token', true)]).toEqual(['S0S1S2', 'S2S1S0']);
  });
});

describe('the filters of the holdings table', () => {
  it('a type filter lists one type alone', () => {
    expect(symbols({ type: 'defi' })).toEqual(['DeFi positions']);
    expect(symbols({ type: 'native' })).toContain('ETH');
    expect(symbols({ type: 'native' })).not.toContain('USDC');
    expect(symbols({ type: 'token' })).not.toContain('SOL');
    expect(symbols({ type: 'token' })).toContain('USDC');
  });

  it.each([
    ['small', 'PEPE'],
    ['unverified', 'CLAIM-USD'],
    ['kept-out', 'DUST'],
    ['risky', 'visit-claim xyz']
  ] as const)('only what is %s is listed', (only, symbol) => {
    expect(symbols({ only })).toEqual([symbol]);
  });

  it('filters combine, and each of them counts as a filter', () => {
    expect(symbols({ type: 'token', chain: '1', search: 'usd' })).toEqual(['USDC']);
    const filters: Partial<HoldingFilters>[] = [
      { type: 'defi' },
      { only: 'small' },
      { chain: '1' },
      { search: 'a' }
    ];
    expect(filters.map(filter => isFiltered({ ...FILTERS, ...filter }))).toEqual([true, true, true, true]);
    expect(isFiltered(FILTERS)).toBe(false);
  });

  it('the result is computed again for another state and for other filters', () => {
    const first = visibleHoldings(state, FILTERS);
    expect(visibleHoldings(state, { ...FILTERS })).toBe(first);
    expect(visibleHoldings(fresh(NOW), FILTERS)).not.toBe(first);
    expect(visibleHoldings(state, { ...FILTERS, showsRisky: true })).toHaveLength(first.length + 1);
  });
});

describe('copied rows', () => {
  const [btc] = state.portfolio.holdings.filter(row => row.symbol === 'BTC');

  it('a copied row has symbol, amount, price and value, exact and separated by tabs', () => {
    expect(btc && copiedRow(btc, false)).toBe('BTC\t0.1284\t96450.20\t12384.20568');
    expect(btc && copiedRow(btc, true)).toBe('BTC\t•••\t96450.20\t•••');
  });

  it('names from strangers make no further cells and no formulas', () => {
    const named = (symbol: string) => btc && copiedRow({ ...btc, symbol }, true).split('\t');
    expect(named('=HYPERLINK("x")')?.[0]).toBe(`'=HYPERLINK("x")`);
    expect(named('a\tb\nc')).toHaveLength(4);
  });

  it('a copied table has a header line, and chain, wallet and contract', () => {
    const { text, rows } = copiedTable(state, listedHoldings(items({ groupBy: 'nothing' }, false)));
    const lines = text.split('\n');
    expect(lines).toHaveLength(rows + 1);
    expect(lines[0]).toBe('Token\tAmount\tPrice\tValue\tChain\tWallet\tContract');
    expect(lines.find(line => line.startsWith('BTC'))).toBe(
      'BTC\t0.1284\t96450.20\t12384.20568\tBitcoin\tCold wallet\t'
    );
  });
});

describe('the keys of a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 9],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9]
  ])('%s moves from row %i of ten to row %i', (key, at, to) => expect(stepTo(key, at, 10, 7)).toBe(to));

  it('a key that is not for the list moves nowhere', () => expect(stepTo('x', 3, 10, 7)).toBeNull());
});
