import { beforeEach, describe, expect, it } from 'vitest';
import { assetLookup } from '../../../../electron/core/assets/assets';
import { cellsOf } from '../../../../electron/core/portfolio/portfolio';
import {
  emptyRowMemory,
  walletRowsOf,
  type RowMemory,
  type RowsInput
} from '../../../../electron/core/portfolio/holding-rows';
import { rowPricesOf } from '../../../../electron/core/portfolio/row-prices';
import type { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import { HOUR_MS, holdingOf, NOW, RULE, usdc } from '../../../fakes/holdings';
import { pointAt } from '../../../fakes/points';

const [eth, coin] = [holdingOf(), usdc()];

function snapshotOf(holdings: Holding[], answeredAt = NOW): WalletSnapshot {
  const parts = [{ chainIndex: '*', answeredAt, failure: null }];
  return { walletId: 'w1', asked: 'w1', parts, holdings, failure: null };
}
let memory: RowMemory;
beforeEach(() => {
  memory = emptyRowMemory();
});

const NOWHERE: ReadonlyMap<string, string> = new Map();

function rowsOf(change: Partial<RowsInput> = {}, now = NOW) {
  const snapshots = [snapshotOf([eth, coin])];
  const plain = {
    snapshots,
    rule: RULE,
    staleAfterMs: HOUR_MS,
    prices: rowPricesOf(null, null, new Map()),
    marks: null,
    memory,
    elsewhere: NOWHERE
  };
  return walletRowsOf({ ...plain, ...change }, now).flatMap(({ rows }) => rows);
}
const comparedWith = (price: string) =>
  rowPricesOf(
    pointAt(NOW - 24 * HOUR_MS, { tokens: [[eth.id, 'ETH', price, price]] }),
    pointAt(NOW),
    new Map()
  );

describe('the row of a holding', () => {
  it('shows the holding with its value, its counting status and its price change', () => {
    const [first] = rowsOf({ prices: comparedWith('1600') });
    const shown = { value: '2000', countingStatus: 'counted', isStale: false, changePercent: '25' };
    expect(first).toEqual({ ...eth, ...shown });
  });

  it('is the same object while nothing that it shows changes, also in another snapshot', () => {
    const before = rowsOf();
    const after = rowsOf({ snapshots: [snapshotOf([eth, coin], NOW + 1)] }, NOW + 1);
    expect(after.every((row, at) => row === before[at])).toBe(true);
  });

  it('has the asset that it is, and a new one as soon as the person joins otherwise', () => {
    const weth = holdingOf({ tokenAddress: '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2', symbol: 'WETH' });
    const fake = holdingOf({ tokenAddress: '0xf00d', symbol: 'ETH' });
    const snapshots = [snapshotOf([eth, weth, fake])];
    const assetsOf = (joinsWrapped: boolean) =>
      rowsOf({ snapshots, assetOf: assetLookup(joinsWrapped) }).map(({ asset }) => asset);
    expect(assetsOf(true)).toEqual(['ETH', 'ETH', undefined]);
    expect(assetsOf(false)).toEqual(['ETH', 'WETH', undefined]);
    expect(rowsOf({ snapshots, assetOf: assetLookup(false) })[2]).not.toHaveProperty('asset');
  });

  it.each<[string, Partial<RowsInput>, number, object]>([
    [
      'a verdict',
      { rule: { ...RULE, verdicts: { [eth.id]: 'keep-out' } } },
      NOW,
      { countingStatus: 'kept-out' }
    ],
    ['a chain that turns out to be a test', { rule: { ...RULE, chains: () => ({ name: '', isTestnet: true, family: '' }) } }, NOW, { countingStatus: 'testnet' }], // prettier-ignore
    ['time, which makes it stale', {}, NOW + HOUR_MS + 1, { isStale: true }],
    ['a part that was not answered', { snapshots: [{ ...snapshotOf([eth]), parts: [{ chainIndex: '*', answeredAt: NOW, failure: 'timeout' }] }] }, NOW, { isStale: true }], // prettier-ignore
    ['a shorter interval', { staleAfterMs: -1 }, NOW, { isStale: true }],
    ['another baseline', { prices: comparedWith('4000') }, NOW, { changePercent: '-50' }]
  ])('is a new object after %s, and the previous row is not changed', (_what, change, now, shown) => {
    const [before] = rowsOf();
    const [after] = rowsOf(change, now);
    expect(after).toMatchObject(shown);
    expect(before).toMatchObject({ countingStatus: 'counted', isStale: false, changePercent: null });
    expect(rowsOf()[0]).toEqual(before);
  });

  it('adds its value to the total only while it counts, also when the row is reused', () => {
    const rule = { ...RULE, verdicts: { [eth.id]: 'keep-out' as const } };
    const input = {
      snapshots: [snapshotOf([eth, coin])],
      rule,
      staleAfterMs: HOUR_MS,
      prices: rowPricesOf(null, null, new Map()),
      marks: null,
      memory,
      elsewhere: NOWHERE
    };
    const walletRows = () => walletRowsOf(input, NOW)[0]!;
    for (const { values } of [walletRows(), walletRows()])
      expect(values).toEqual([null, { units: 250n, scale: 0 }]);
  });

  it('is reused by the object of its holding, not by its index', () => {
    rowsOf();
    const rows = rowsOf({ snapshots: [snapshotOf([coin, eth])] });
    expect(rows.map(({ id, value }) => [id, value])).toEqual([
      [coin.id, '250'],
      [eth.id, '2000']
    ]);
  });

  it('is not shared with another profile', () => {
    const [own] = rowsOf();
    const [other] = rowsOf({ memory: emptyRowMemory() });
    expect(other).toEqual(own);
    expect(other).not.toBe(own);
    expect(rowsOf()[0]).toBe(own);
  });

  it('is kept in the cache while its wallet exists', () => {
    const [before] = rowsOf();
    rowsOf({ snapshots: [] });
    expect(rowsOf()[0]).not.toBe(before);
    expect(rowsOf()[0]).toEqual(before);
  });

  it('is not reused when its holding changed', () => {
    rowsOf();
    const [row] = rowsOf({ snapshots: [snapshotOf([{ ...eth, balance: '3' }])] });
    expect(row).toMatchObject({ balance: '3', value: '6000' });
  });
});

describe('cells', () => {
  const texts = (rows: ReturnType<typeof rowsOf>) =>
    cellsOf(rows).map(({ walletId, chainIndex, value, isCounted, rows: all }) =>
      [walletId, chainIndex, value.units, value.scale, isCounted, all].join(' ')
    );

  it('add up each wallet on each chain, in the order of their first rows', () => {
    const more = [coin, eth, usdc({ tokenAddress: '0xc02', balance: '0.25' })];
    const other = holdingOf({ walletId: 'w2' });
    const rows = rowsOf({ snapshots: [snapshotOf(more), { ...snapshotOf([other]), walletId: 'w2' }] });
    expect(texts(rows)).toEqual(['w1 8453 25025 2 true 2', 'w1 1 2000 0 true 1', 'w2 1 2000 0 true 1']);
  });

  it('include rows that do not count in the number of rows, without their value', () => {
    const odd = [holdingOf({ isRisky: true }), usdc({ price: null }), usdc({ tokenAddress: '0xd' })];
    const rows = rowsOf({ snapshots: [snapshotOf(odd)] });
    expect(texts(rows)).toEqual(['w1 1 0 0 false 1', 'w1 8453 250 0 true 2']);
  });

  it('are computed again for rows with another counting rule', () => {
    cellsOf(rowsOf());
    const verdicts = { [eth.id]: 'keep-out' } as const;
    expect(texts(rowsOf({ rule: { ...RULE, verdicts } }))[0]).toBe('w1 1 0 0 false 1');
  });
});
