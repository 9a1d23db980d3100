// The holding filters: each by itself, and the cached result is never used for other filters.
import { describe, expect, it } from 'vitest';
import { isFiltered, typeOf, visibleHoldings } from '../../../../renderer/holdings/filter/filters';
import type { HoldingFilters } from '../../../../renderer/state/holding-filters';
import { listItems } from '../../../../renderer/holdings/table-rows';
import { undecided } from '../../../fakes/states';

const FILTERS: HoldingFilters = {
  search: '',
  groupBy: 'nothing',
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
const state = undecided(Date.UTC(2026, 10, 22));
const { holdings, wallets, chains } = state.portfolio;
const seen = (filters: Partial<HoldingFilters>, app = state): string[] =>
  visibleHoldings(app, { ...FILTERS, ...filters }).map(row => row.id);

describe('the holdings that match the filters', () => {
  it('the wallet filter lists the holdings of its wallet', () => {
    const own = holdings.filter(row => row.walletId === 'w2' && row.countingStatus !== 'risky');
    expect(seen({ wallet: 'w2' })).toEqual(own.map(row => row.id));
    expect(seen({ wallet: 'w1' })).not.toEqual(seen({ wallet: 'w2' }));
    expect(isFiltered({ ...FILTERS, wallet: 'w1' })).toBe(true);
  });

  it('risky holdings are listed only when they are asked for, whatever was asked before', () => {
    const all = holdings.map(row => row.id);
    expect(seen({})).toHaveLength(all.length - 1);
    expect(seen({ showsRisky: true })).toEqual(all);
    expect(seen({})).toHaveLength(all.length - 1);
  });

  it('the search uses the current names of wallets and chains', () => {
    const renamed = wallets.map(row =>
      row.wallet.id === 'w2' ? { ...row, wallet: { ...row.wallet, name: 'Travel' } } : row
    );
    const chainsToo = chains.map(chain => (chain.chainIndex === '501' ? { ...chain, name: 'Sonne' } : chain));
    expect(seen({ search: 'travel' })).toEqual([]);
    const app = { ...state, portfolio: { ...state.portfolio, wallets: renamed } };
    expect(seen({ search: 'travel' }, app)).toEqual(seen({ wallet: 'w2' }));
    expect(seen({ search: 'sonne' }, app)).toEqual([]);
    const other = { ...app, portfolio: { ...app.portfolio, chains: chainsToo } };
    expect(seen({ search: 'sonne' }, other)).toEqual(seen({ chain: '501' }));
  });
});

describe('the type of a holding', () => {
  const [row] = holdings;
  it.each([
    ['native', { tokenAddress: '' }],
    ['native', { tokenAddress: '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE' }],
    ['token', { tokenAddress: '0x1' }],
    ['inscription', { tokenAddress: 'ordi', kind: 'inscription' as const }],
    ['defi', { chainIndex: 'defi' }]
  ])('the type is %s', (type, own) => expect(row && typeOf({ ...row, ...own })).toBe(type));
});

describe('small holdings', () => {
  const kinds = (filters: Partial<HoldingFilters>): string[] =>
    listItems(state.portfolio, true, { ...FILTERS, ...filters }).map(item => item.kind);

  it('small holdings are folded, except during a search or while one kind is listed', () => {
    expect(kinds({})).toContain('small');
    expect(kinds({ search: '  ' })).toContain('small');
    expect(kinds({ search: 'pepe' })).toEqual(['holding']);
    expect(kinds({ only: 'small' })).toEqual(['holding']);
  });

  it('small holdings come after the counted ones and before those that are not counted', () => {
    const items = listItems(state.portfolio, true, FILTERS);
    const fold = items.findIndex(item => item.kind === 'small');
    const statuses = items.map(item => item.kind === 'holding' && item.row.countingStatus);
    expect(statuses.slice(0, fold).every(status => status === 'counted')).toBe(true);
    expect(statuses.slice(fold + 1).length).toBeGreaterThan(0);
    expect(statuses.slice(fold + 1)).not.toContain('counted');
  });
});

describe('the groups of the table', () => {
  const keys = (groupBy: HoldingFilters['groupBy'], portfolio = state.portfolio): string[] =>
    listItems(portfolio, true, { ...FILTERS, groupBy }).flatMap(item =>
      item.kind === 'group' ? item.key : []
    );

  it('groups by wallet are the wallets, groups by chain the chains, the largest first', () => {
    expect(keys('wallet')).toEqual(wallets.map(row => row.wallet.id));
    expect(keys('chain')).toEqual(chains.map(chain => chain.chainIndex));
  });

  it('groups with equal sums are sorted by name', () => {
    const [row] = holdings;
    const rows = ['c', 'B', 'a'].flatMap(asset =>
      ['1', '2'].map(id => ({ ...row, id: asset + id, asset, symbol: asset }) as (typeof holdings)[0])
    );
    expect(keys('token', { ...state.portfolio, holdings: rows })).toEqual(['a', 'B', 'c']);
  });
});
