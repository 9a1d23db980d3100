// Grouping by token: groups are assets and no symbols, nothing is lost in them, and their figures are those of the coin.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetLookup } from '../../../../electron/core/assets/assets';
import { listItems, type GroupItem, type TableItem } from '../../../../renderer/holdings/table-rows';
import { portions, sharesOf } from '../../../../renderer/portfolio/allocation';
import type { HoldingFilters } from '../../../../renderer/state/holding-filters';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import type { AppState, HoldingRow } from '../../../../shared/schema/app-state';
import { fresh } from '../../../fakes/states';

const NOW = Date.UTC(2026, 10, 22, 10, 32);
const FILTERS: HoldingFilters = {
  search: '',
  groupBy: 'token',
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
const state = fresh(NOW);
/** A row that no asset is named of. */
const anyRow = state.portfolio.holdings.find(({ asset }) => asset === undefined)!;

const USDC = {
  1: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
  8453: '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913'
};
const SCAM = '0x5ca5ca5ca5ca5ca5ca5ca5ca5ca5ca5ca5ca5ca5';

interface Given {
  readonly wallet?: string;
  readonly chain: string;
  readonly token: string;
  readonly symbol: string;
  readonly balance?: string;
  readonly price?: string | null;
  readonly change?: string | null;
  readonly status?: HoldingRow['countingStatus'];
}

function rowOf({
  wallet = 'w1',
  chain,
  token,
  symbol,
  balance = '1',
  price = '1',
  ...rest
}: Given): HoldingRow {
  const { change = null, status = price === null ? 'unpriced' : 'counted' } = rest;
  const asset = assetLookup(true)({ chainIndex: chain, tokenAddress: token });
  const value =
    price === null
      ? null
      : toText({
          units: decimal(balance).units * decimal(price).units,
          scale: decimal(balance).scale + decimal(price).scale
        });
  return {
    ...anyRow,
    id: `${wallet}/${chain}/0xa/${token}`,
    ...{ walletId: wallet, chainIndex: chain, tokenAddress: token, symbol, balance, price, value },
    ...{ changePercent: change, countingStatus: status, ...(asset !== undefined && { asset }) }
  };
}

const appOf = (holdings: readonly HoldingRow[]): AppState => ({
  ...state,
  portfolio: { ...state.portfolio, holdings: [...holdings] }
});
const itemsOf = (holdings: readonly HoldingRow[], filters: Partial<HoldingFilters> = {}) =>
  listItems(appOf(holdings).portfolio, false, { ...FILTERS, ...filters });
const groupsOf = (items: readonly TableItem[]) =>
  items.filter((item): item is GroupItem => item.kind === 'group');
/** The labels of groups, and the symbols of rows that are in none, from top to bottom. */
function outline(items: readonly TableItem[]): string[] {
  const members = new Set(groupsOf(items).map(({ key }) => key));
  return items.flatMap(item =>
    item.kind === 'group'
      ? `[${item.label}]`
      : item.kind === 'holding' && !members.has(item.assetKey)
        ? item.row.symbol
        : []
  );
}

describe('a group of the table by token', () => {
  it('joins the coin of several chains, with its amount, value, price and move', () => {
    const [group] = groupsOf(
      itemsOf([
        rowOf({ chain: '1', token: '', symbol: 'ETH', balance: '1.5', price: '3000', change: '2.00' }),
        rowOf({ chain: '8453', token: '', symbol: 'ETH', balance: '0.25', price: '3000', change: '2.00' })
      ])
    );
    expect(group).toMatchObject({ key: 'ETH', label: 'ETH', sum: '5250', countedSum: '5250' });
    expect(group?.figures).toMatchObject({ balance: '1.75', price: '3000', changePercent: '2.00' });
    expect(group?.figures?.isAveragePrice).toBe(false);
  });

  it('says the average where the prices of its rows differ, and the move of all of it', () => {
    const [group] = groupsOf(
      itemsOf([
        rowOf({ chain: '1', token: '', symbol: 'ETH', balance: '1', price: '110', change: '10.00' }),
        rowOf({ chain: '10', token: '', symbol: 'ETH', balance: '3', price: '100', change: '0' })
      ])
    );
    expect(group?.figures).toMatchObject({ balance: '4', price: '102.5', isAveragePrice: true });
    expect(group?.figures?.changePercent).toBe('2.5');
  });

  it('is none with one row, which stands among the groups by its value', () => {
    const items = itemsOf([
      rowOf({ chain: '1', token: '', symbol: 'ETH', balance: '5' }),
      rowOf({ chain: '0', token: '', symbol: 'BTC', balance: '9' }),
      rowOf({ chain: '10', token: '', symbol: 'ETH', balance: '5' }),
      rowOf({ chain: '501', token: '', symbol: 'SOL', balance: '2' })
    ]);
    expect(outline(items)).toEqual(['[ETH]', 'BTC', 'SOL']);
    expect(outline(itemsOf([rowOf({ chain: '1', token: '', symbol: 'ETH' })]))).toEqual(['ETH']);
  });

  it('never has a token that only took the symbol: it stands apart, with its chain', () => {
    const real = [
      rowOf({ chain: '1', token: USDC[1], symbol: 'USDC', balance: '10' }),
      rowOf({ chain: '8453', token: USDC[8453], symbol: 'USDC', balance: '10' })
    ];
    const scam = rowOf({ chain: '8453', token: SCAM, symbol: 'USDC', balance: '999' });
    const again = rowOf({ wallet: 'w2', chain: '8453', token: SCAM, symbol: 'USDC', balance: '1' });
    expect(outline(itemsOf([...real, scam]))).toEqual(['USDC', '[USDC]']);
    const items = itemsOf([...real, scam, again]);
    expect(outline(items)).toEqual(['[USDC · Base]', '[USDC]']);
    expect(groupsOf(items)[1]?.figures).toMatchObject({ balance: '20', value: '20' });
    const shares = sharesOf(appOf([...real, scam]), 'tokens', new Map());
    expect(shares.map(({ label, value }) => [label, value])).toEqual([
      ['USDC · Base', '999'],
      ['USDC', '20']
    ]);
  });

  it('counts nothing of rows that do not count, and says so where none does', () => {
    const counted = rowOf({ chain: '1', token: '', symbol: 'ETH', balance: '2', price: '10' });
    const excluded = rowOf({ chain: '10', token: '', symbol: 'ETH', balance: '7', status: 'kept-out' });
    const [group] = groupsOf(itemsOf([counted, excluded]));
    expect(group?.figures).toMatchObject({ balance: '2', value: '20', price: '10' });
    const none = { ...counted, countingStatus: 'kept-out' as const };
    expect(groupsOf(itemsOf([none, excluded]))[0]).toMatchObject({
      sum: '0',
      figures: { balance: null, value: null }
    });
  });

  it('has a value and no amount where only a value is known, as of DeFi', () => {
    const defi = ['w1', 'w2'].map(wallet =>
      rowOf({ wallet, chain: 'defi', token: '', symbol: 'DeFi', balance: '1', price: '120' })
    );
    expect(groupsOf(itemsOf(defi))[0]?.figures).toMatchObject({ balance: null, price: null, value: '240' });
  });

  it('is sorted with the single rows by any column', () => {
    const rows = [
      rowOf({ chain: '1', token: '', symbol: 'ETH', balance: '2', price: '10', change: '1.00' }),
      rowOf({ chain: '10', token: '', symbol: 'ETH', balance: '2', price: '10', change: '1.00' }),
      rowOf({ chain: '0', token: '', symbol: 'BTC', balance: '1', price: '90', change: '-3.00' }),
      rowOf({ chain: '501', token: '', symbol: 'SOL', balance: '30', price: '1', change: '7.00' })
    ];
    const order = (sortBy: HoldingFilters['sortBy']) => outline(itemsOf(rows, { sortBy })).join(' ');
    expect(order('value')).toBe('BTC [ETH] SOL');
    expect(order('amount')).toBe('SOL [ETH] BTC');
    expect(order('change')).toBe('SOL [ETH] BTC');
    expect(order('token')).toBe('SOL [ETH] BTC');
  });

  it('is what the table is filtered by, so that the symbol of another token is not in it', () => {
    const rows = [
      rowOf({ chain: '1', token: USDC[1], symbol: 'USDC' }),
      rowOf({ chain: '8453', token: SCAM, symbol: 'USDC' })
    ];
    const shown = itemsOf(rows, { asset: 'USDC' });
    expect(shown.map(item => item.kind === 'holding' && item.row.tokenAddress)).toEqual([USDC[1]]);
  });
});

describe('joining by asset', () => {
  const ids = [
    ...[
      ['1', ''],
      ['10', ''],
      ['0', ''],
      ['1', USDC[1]],
      ['8453', USDC[8453]]
    ],
    ...[
      ['1', SCAM],
      ['8453', SCAM],
      ['1', '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2'],
      ['defi', '']
    ]
  ] as const;
  const amount = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat(24))
    .map(([units, scale]) => toText({ units, scale }));
  const row = fc.record({
    wallet: fc.constantFrom('w1', 'w2'),
    id: fc.constantFrom(...ids),
    symbol: fc.constantFrom('ETH', 'USDC', 'usdc', 'X'),
    balance: amount,
    price: fc.option(amount, { nil: null }),
    change: fc.option(
      fc.integer({ min: -9_900, max: 50_000 }).map(n => toText({ units: BigInt(n), scale: 2 })),
      { nil: null }
    )
  });
  const rows = fc
    .uniqueArray(row, { maxLength: 12, selector: one => `${one.wallet}/${one.id.join('/')}` })
    .map(list => list.map(({ id: [chain, token], ...given }) => rowOf({ chain, token, ...given })));
  const totalOf = (list: readonly HoldingRow[]) =>
    toText(
      sum(
        list.flatMap(one =>
          one.countingStatus === 'counted' && one.value !== null ? decimal(one.value) : []
        )
      )
    );
  /** What each key has, and what is single. */
  const summary = (list: readonly HoldingRow[]) =>
    itemsOf(list)
      .flatMap(item =>
        item.kind === 'group'
          ? `${item.key} ${item.sum} ${item.figures?.balance}`
          : item.kind === 'holding'
            ? item.id
            : []
      )
      .sort();

  it('never loses value: groups and single rows add up to the rows, digit for digit, as do the shares', () => {
    fc.assert(
      fc.property(rows, list => {
        const items = itemsOf(list);
        const keys = new Set(groupsOf(items).map(({ key }) => key));
        const parts = items.flatMap(item => {
          if (item.kind === 'group') return decimal(item.sum);
          const isSingle = item.kind === 'holding' && !keys.has(item.assetKey);
          return isSingle && item.row.countingStatus === 'counted' ? decimal(item.row.value ?? '0') : [];
        });
        expect(toText(sum(parts))).toBe(totalOf(list));
        const shares = portions(appOf(list), 'tokens').map(({ value }) => value);
        expect(toText(sum(shares))).toBe(totalOf(list));
        expect(items.filter(({ kind }) => kind === 'holding')).toHaveLength(list.length);
      })
    );
  });

  it('is the same in any order of the rows', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (list, weights) => {
        const shuffled = list
          .map(one => ({ one, weight: weights.next().value as number }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ one }) => one);
        expect(summary(shuffled)).toEqual(summary(list));
        const keysOf = (all: readonly HoldingRow[]) => portions(appOf(all), 'tokens').map(({ key }) => key);
        expect(keysOf(shuffled)).toEqual(keysOf(list));
      })
    );
  });

  it('does not change when a token is renamed', () => {
    fc.assert(
      fc.property(rows, fc.string(), (list, symbol) => {
        expect(summary(list.map(one => ({ ...one, symbol })))).toEqual(summary(list));
      })
    );
  });

  it('gives a move between the least and the greatest of its rows', () => {
    fc.assert(
      fc.property(rows, list => {
        for (const { key, figures } of groupsOf(itemsOf(list))) {
          const moves = list
            .filter(
              one =>
                (one.asset ?? '') === key && one.countingStatus === 'counted' && one.changePercent !== null
            )
            .map(one => Number(one.changePercent));
          if (figures?.changePercent == null) continue;
          if (moves.length === 0) continue;
          expect(Number(figures.changePercent)).toBeGreaterThanOrEqual(Math.min(...moves) - 0.01);
          expect(Number(figures.changePercent)).toBeLessThanOrEqual(Math.max(...moves) + 0.01);
        }
      })
    );
  });
});
