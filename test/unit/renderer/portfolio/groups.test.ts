// Tests the rows of groups of wallets: what two wallets watch counts once in a group, and the sums add up to the total.
import { describe, expect, it } from 'vitest';
import { scopeOf } from '../../../../renderer/chart/history/scope';
import { listItems } from '../../../../renderer/holdings/table-rows';
import { visibleHoldings } from '../../../../renderer/holdings/filter/filters';
import { sharesOf, type ShareBy } from '../../../../renderer/portfolio/allocation';
import { groupsByWallet, repeatedRows } from '../../../../renderer/portfolio/groups';
import type { HoldingFilters } from '../../../../renderer/state/holding-filters';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../../../shared/schema/app-state';
import { grouped } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32, 0);
const state = grouped(NOW);
const viewOf = (change: Partial<HoldingFilters>): HoldingFilters => ({
  ...{ search: '', groupBy: 'chain', sortBy: 'value', isDescending: true },
  ...{ chain: null, wallet: null, group: null, asset: null, type: null, only: null, showsRisky: false },
  opened: new Set(),
  ...change
});
const groupsIn = (app: AppState, view: HoldingFilters) =>
  listItems(app.portfolio, true, view).flatMap(item =>
    item.kind === 'group' ? [[item.label, item.sum]] : []
  );

describe('the table by groups of wallets', () => {
  it('has each group with the sum of its wallets', () => {
    const wallets = state.portfolio.wallets.map(({ value }) => value);
    expect(groupsIn(state, viewOf({ groupBy: 'group' }))).toEqual([
      ['Vault', wallets[0]],
      ['Spending', wallets[1]]
    ]);
  });

  it('has what is in no group as such', () => {
    const [first] = state.portfolio.groups!;
    const app = { ...state, portfolio: { ...state.portfolio, groups: [first!] } };
    expect(groupsIn(app, viewOf({ groupBy: 'group' })).map(([label]) => label)).toEqual([
      'Vault',
      'No group'
    ]);
  });

  it('of one group lists its wallets alone, and the scope has its total', () => {
    const view = viewOf({ group: 'g2' });
    const rows = visibleHoldings(state, view);
    expect(new Set(rows.map(({ walletId }) => walletId))).toEqual(new Set(['w2']));
    expect(scopeOf(state, view)).toEqual({ name: 'Spending', total: state.portfolio.wallets[1]!.value });
  });

  it('of a group that is gone lists nothing, as a wallet that is gone', () => {
    expect(scopeOf(state, viewOf({ group: 'g9' }))?.total).toBe('0');
  });
});

describe('what two wallets watch', () => {
  const row = (walletId: string, alsoIn?: string): HoldingRow => ({
    ...state.portfolio.holdings[0]!,
    id: `${walletId}/1/0xowner/`,
    walletId,
    value: '100',
    countingStatus: 'counted',
    ...(alsoIn !== undefined && { alsoIn })
  });
  /** All three watch it; it counts in the first. */
  const holdings = [row('w1'), row('w2', 'w1'), row('w3', 'w1')];
  const ids = (...members: string[]) => [
    ...repeatedRows(holdings, id => (members.includes(id) ? 'g' : undefined))
  ];

  it('counts once in a group, wherever else it counts', () => {
    expect(ids('w1', 'w2')).toEqual(['w2/1/0xowner/']);
    expect(ids('w2', 'w3')).toEqual(['w3/1/0xowner/']);
    expect(ids('w3')).toEqual([]);
    expect(ids()).toEqual([]);
  });

  it('stands below the groups as one row, so that they add up to the total', () => {
    const wallets = ['w1', 'w2', 'w3'].map(id => ({
      ...state.portfolio.wallets[0]!,
      wallet: { ...state.portfolio.wallets[0]!.wallet, id, name: id }
    }));
    const groups = ['w1', 'w2'].map((id, at) => ({
      ...state.portfolio.groups![0]!,
      group: { id: `g${at}`, name: id, colour: 1, walletIds: [id] }
    }));
    const portfolio = { ...state.portfolio, wallets, groups, holdings, total: '100' };
    expect(groupsByWallet(portfolio).get('w3')).toBe('');
    const items = listItems(portfolio, false, viewOf({ groupBy: 'group' }));
    const sums = items.flatMap(item =>
      item.kind === 'group' || item.kind === 'once' ? decimal(item.sum) : []
    );
    expect(sums).toHaveLength(4);
    expect(toText(sum(sums))).toBe('100');
  });
});

describe('the shares of what is shown', () => {
  const sharesIn = (view: Partial<HoldingFilters>, by: ShareBy) =>
    sharesOf(state, by, new Map(), viewOf(view));

  it('of a group or a wallet are those of its own total', () => {
    for (const view of [{ group: 'g2' }, { wallet: 'w2' }])
      for (const by of ['chains', 'tokens', 'wallets'] as const) {
        const shares = sharesIn(view, by);
        expect(toText(sum(shares.map(({ value }) => decimal(value))))).toBe(
          state.portfolio.wallets[1]!.value
        );
      }
    expect(sharesIn({ group: 'g2' }, 'wallets').map(({ label, percent }) => [label, percent])).toEqual([
      ['Daily', '100']
    ]);
  });

  it('of all wallets are those of the total', () => {
    const shares = sharesIn({}, 'chains');
    expect(toText(sum(shares.map(({ value }) => decimal(value))))).toBe(state.portfolio.total);
  });
});
