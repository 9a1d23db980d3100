import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOutcome, emptySnapshot } from '../../../electron/core/apply';
import { portfolioOf } from '../../../electron/core/portfolio';
import { decimal, sum, toText } from '../../../shared/decimal';
import type { Holding } from '../../../shared/holding';
import type { WalletSnapshot } from '../../../shared/snapshot';
import type { Wallet } from '../../../shared/wallet';
import {
  answered,
  answerOf,
  failed,
  holdingOf,
  NOW,
  outcomeOf,
  RULE,
  usdc,
  walletOf
} from '../../fakes/holdings';

const STALE_MS = 660_000;

function snapshotOf(wallet: Wallet, holdings: readonly Holding[], at = NOW): WalletSnapshot {
  return applyOutcome(emptySnapshot(wallet), answered(holdings, at), at);
}

function drawn(wallets: Wallet[], snapshots: WalletSnapshot[], change = {}, now = NOW) {
  const input = { wallets, snapshots, rule: RULE, staleAfterMs: STALE_MS, baseline: null, ...change };
  return portfolioOf(input, now);
}

const cold = walletOf();
const daily = walletOf({ id: 'w2', name: 'Daily', accountId: 'b' });

describe('the portfolio', () => {
  it('of two wallets names chains, wallets and shares, largest chain first', () => {
    const got = drawn(
      [cold, daily],
      [snapshotOf(daily, [usdc({ walletId: 'w2' })]), snapshotOf(cold, [holdingOf(), usdc()])]
    );
    expect(got).toMatchObject({
      total: '2500',
      takenAt: NOW,
      isStale: false,
      partsAnswered: 2,
      partsExpected: 2
    });
    expect(got.chains).toMatchObject([
      { chainIndex: '1', name: 'Ethereum', value: '2000', share: '80', holdings: 1 },
      { chainIndex: '8453', name: 'Base', value: '500', share: '20', holdings: 2 }
    ]);
    expect(got.wallets).toMatchObject([
      { wallet: cold, value: '2250', share: '90' },
      { wallet: daily, value: '250', share: '10' }
    ]);
  });

  it('counts nothing that is risky, unpriced or of a testnet, and names how many there are', () => {
    const got = drawn(
      [cold],
      [
        snapshotOf(cold, [
          holdingOf(),
          holdingOf({ tokenAddress: '0xbad', isRisky: true }),
          usdc({ price: null }),
          holdingOf({ chainIndex: '11155111' })
        ])
      ]
    );
    expect(got.total).toBe('2000');
    expect(got.notCounted).toMatchObject({ risky: 1, unpriced: 1, testnet: 1, unverified: 0 });
    expect(got.chains.find(({ isTestnet }) => isTestnet)).toMatchObject({ value: '0', share: '0' });
  });

  it('of nothing has no shares of zero', () => {
    const got = drawn([cold], [snapshotOf(cold, [usdc({ price: null })])]);
    expect(got).toMatchObject({ total: '0', takenAt: NOW });
    expect(got.chains[0]?.share).toBe(null);
    expect(got.wallets[0]?.share).toBe(null);
  });

  it('is as old as its oldest part, and stale when one part is', () => {
    const old = snapshotOf(daily, [usdc({ walletId: 'w2' })], NOW - STALE_MS - 1);
    const got = drawn([cold, daily], [snapshotOf(cold, [holdingOf()]), old]);
    expect(got).toMatchObject({
      takenAt: NOW - STALE_MS - 1,
      isStale: true,
      partsAnswered: 1,
      partsExpected: 2
    });
    expect(got.holdings.map(({ isStale }) => isStale)).toEqual([false, true]);
    expect(got.chains.map(({ isStale }) => isStale)).toEqual([false, true]);
    expect(got.wallets.map(({ isStale }) => isStale)).toEqual([false, true]);
  });

  it('is incomplete while a wallet has no snapshot, and counts no snapshot without a wallet', () => {
    const got = drawn([cold], [snapshotOf(daily, [usdc({ walletId: 'w2' })])]);
    expect(got).toMatchObject({
      total: '0',
      takenAt: null,
      isStale: true,
      partsAnswered: 0,
      partsExpected: 1
    });
    expect(drawn([cold, daily], [snapshotOf(cold, [holdingOf()])])).toMatchObject({
      total: '2000',
      isStale: true,
      partsAnswered: 1,
      partsExpected: 2
    });
  });

  it('marks the holdings of a damaged chain alone', () => {
    const outcome = outcomeOf([answerOf([holdingOf(), usdc()], { damaged: ['8453'] })]);
    const got = drawn([cold], [applyOutcome(snapshotOf(cold, [holdingOf(), usdc()], NOW - 1), outcome, NOW)]);
    expect(got.holdings.map(({ symbol, isStale }) => [symbol, isStale]).sort()).toEqual([
      ['ETH', false],
      ['USDC', true]
    ]);
    expect(got).toMatchObject({ total: '2250', takenAt: NOW - 1, isStale: true });
  });

  it('tells the change of a price and of a chain against the baseline, and none against zero or unknown', () => {
    const tokens = [
      [holdingOf().id, 'ETH', '1600', '1600'],
      [usdc().id, 'USDC', '0', '0']
    ] as const;
    const ledger = { prices: '0', transfers: '0', recounted: '0' };
    const baseline = {
      at: 0,
      total: '1',
      ledger,
      isStale: false,
      wallets: {},
      tokens,
      chains: { '1': '8000', '8453': '0' }
    };
    const got = drawn([cold], [snapshotOf(cold, [holdingOf(), usdc(), holdingOf({ chainIndex: '56' })])], {
      baseline
    });
    expect(got.holdings.map(({ changePercent }) => changePercent)).toEqual(['25', null, null]);
    expect(Object.fromEntries(got.chains.map(row => [row.chainIndex, row.changePercent]))).toEqual({
      '1': '-75',
      '8453': null,
      '56': null
    });
  });

  it('stays whole with amounts of 160 digits each', () => {
    const tiny = `0.${'0'.repeat(158)}1`;
    const got = drawn([cold], [snapshotOf(cold, [holdingOf({ balance: tiny, price: tiny })])]);
    expect(got.total).toBe(`0.${'0'.repeat(317)}1`);
  });
});

describe('any portfolio', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 30 }))
    .map(([units, scale]) => ({ units, text: toText({ units, scale }), scale }));
  const row = fc.record({
    walletId: fc.constantFrom('w1', 'w2', 'w3'),
    chainIndex: fc.constantFrom('1', '56', '8453', '11155111'),
    tokenAddress: fc.constantFrom('', '0xa', '0xb', 'runesMain-1:2'),
    address: fc.constantFrom('0x1', '0x2'),
    balance: amount,
    price: fc.option(amount, { freq: 5 }),
    isRisky: fc.boolean()
  });
  const rows = fc.uniqueArray(row, {
    maxLength: 40,
    selector: one => [one.walletId, one.chainIndex, one.tokenAddress, one.address].join()
  });
  const wallets = ['w1', 'w2', 'w3'].map(id => walletOf({ id, accountId: id }));

  it('adds up digit for digit: total, chains, wallets, rows and a sum of whole numbers agree', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.boolean(), (made, countRisky, isFailing) => {
        let sum60 = 0n;
        for (const { chainIndex, isRisky, balance, price } of made) {
          if (chainIndex === '11155111' || (isRisky && !countRisky) || !price) continue;
          sum60 += balance.units * price.units * 10n ** BigInt(60 - balance.scale - price.scale);
        }
        const holdings = made.map(one =>
          holdingOf({ ...one, balance: one.balance.text, price: one.price && one.price.text })
        );
        const snapshots = wallets.map(wallet => {
          const own = snapshotOf(
            wallet,
            holdings.filter(({ walletId }) => walletId === wallet.id)
          );
          return isFailing ? applyOutcome(own, failed('timeout'), NOW) : own;
        });
        const got = drawn(wallets, snapshots, { rule: { ...RULE, countRisky } });
        expect(got.total).toBe(toText({ units: sum60, scale: 60 }));
        const counted = got.holdings.filter(({ standing }) => standing === 'counted');
        for (const group of [got.chains, got.wallets, counted]) {
          expect(toText(sum(group.map(({ value }) => decimal(value ?? 'none'))))).toBe(got.total);
        }
        expect(got.holdings).toHaveLength(made.length);
      })
    );
  });
});
