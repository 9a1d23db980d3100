import fc from 'fast-check';
import { pointAt } from '../../../fakes/points';
import { describe, expect, it } from 'vitest';
import { updateSnapshot, emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { defiHoldings } from '../../../../electron/core/snapshots/defi';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { drivers } from '../../../../electron/okx/drivers';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import { DEFI } from '../../../../shared/domain/defi';
import { holdingId } from '../../../../shared/domain/holding-id';
import type { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import type { Wallet } from '../../../../shared/schema/wallet';
import {
  answered,
  answerOf,
  failed,
  holdingOf,
  NOW,
  outcomeOf,
  RULE,
  unreadRow,
  usdc,
  walletOf
} from '../../../fakes/holdings';

const STALE_MS = 660_000;

function snapshotOf(wallet: Wallet, holdings: readonly Holding[], at = NOW): WalletSnapshot {
  return updateSnapshot(emptySnapshot(wallet), answered(holdings, at), at);
}

function drawn(wallets: Wallet[], snapshots: WalletSnapshot[], change = {}, now = NOW) {
  const input = {
    wallets,
    snapshots,
    rule: RULE,
    staleAfterMs: STALE_MS,
    baseline: null,
    latest: null,
    ...change
  };
  return portfolioOf(input, now);
}

const cold = walletOf();
const daily = walletOf({ id: 'w2', name: 'Daily', accountId: 'b' });

describe('the portfolio', () => {
  it('has the chains, wallets and shares of two wallets, the largest chain first', () => {
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

  it('has shares that are rounded where they are shown, and not twice', () => {
    const got = drawn(
      [cold],
      [snapshotOf(cold, [holdingOf({ balance: '1', price: '9165.35' }), usdc({ balance: '834.65' })])]
    );
    expect(got.chains.map(({ share }) => share)).toEqual(['91.6535', '8.3465']);
  });

  it('does not count risky, unpriced and testnet holdings, and gives their numbers', () => {
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

  it('has no shares when the total is zero', () => {
    const got = drawn([cold], [snapshotOf(cold, [usdc({ price: null })])]);
    expect(got).toMatchObject({ total: '0', takenAt: NOW });
    expect(got.chains[0]?.share).toBe(null);
    expect(got.wallets[0]?.share).toBe(null);
  });

  it('is as old as its oldest part, and stale when one part is stale', () => {
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

  it('is incomplete while a wallet has no snapshot, and ignores a snapshot without a wallet', () => {
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

  it('marks only the holding as stale whose row could not be read, and stays complete', () => {
    const outcome = outcomeOf([answerOf([holdingOf()], { unreadable: [unreadRow('8453')] })]);
    const got = drawn(
      [cold],
      [updateSnapshot(snapshotOf(cold, [holdingOf(), usdc()], NOW - 1), outcome, NOW)]
    );
    expect(got.holdings.map(({ symbol, isStale }) => [symbol, isStale]).sort()).toEqual([
      ['ETH', false],
      ['USDC', true]
    ]);
    expect(got).toMatchObject({ total: '2250', takenAt: NOW, isStale: false, partsAnswered: 1 });
    expect(got.chains.map(({ isStale }) => isStale)).toEqual([false, false]);
  });

  it('gives the change of a price and of a chain since the baseline, and none where nothing is to compare with', () => {
    const tokens = [
      [holdingOf().id, 'ETH', '1600', '1600'],
      [usdc().id, 'USDC', '0', '0']
    ] as const;
    const index = (value: string, since = 0) => ({ index: value, since });
    const baseline = pointAt(0, {
      tokens,
      returns: { '': index('1'), 'chain/1': index('2'), 'chain/8453': index('1') }
    });
    const latest = pointAt(1, {
      returns: {
        '': index('1.1'),
        'chain/1': index('0.5'),
        'chain/8453': index('1.5', 1),
        'chain/56': index('1')
      }
    });
    const got = drawn([cold], [snapshotOf(cold, [holdingOf(), usdc(), holdingOf({ chainIndex: '56' })])], {
      baseline,
      latest
    });
    expect(got.holdings.map(({ changePercent }) => changePercent)).toEqual(['25', null, null]);
    expect(Object.fromEntries(got.chains.map(row => [row.chainIndex, row.changePercent]))).toEqual({
      '1': '-75',
      '8453': null,
      '56': null
    });
  });

  it('loses no digit of amounts with 160 digits each', () => {
    const tiny = `0.${'0'.repeat(158)}1`;
    const got = drawn([cold], [snapshotOf(cold, [holdingOf({ balance: tiny, price: tiny })])]);
    expect(got.total).toBe(`0.${'0'.repeat(317)}1`);
  });
});

describe('any portfolio', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.integer({ min: 0, max: 30 }))
    .map(([units, scale]) => ({ units, text: toText({ units, scale }), scale }));
  const price = fc.option(amount, { freq: 5 });
  const anyRow = fc.record({
    walletId: fc.constantFrom('w1', 'w2', 'w3'),
    chainIndex: fc.constantFrom('1', '56', '8453', '11155111'),
    tokenAddress: fc.constantFrom('', '0xa', '0xb', 'btc-runesMain-1:2'),
    address: fc.constantFrom('0x1', '0x2'),
    balance: amount,
    /** A day ago, and now: a price that became unknown is reused. */
    prices: fc.tuple(price, price),
    isRisky: fc.boolean(),
    twin: fc.constantFrom('none', 'none', 'same', 'smaller before', 'smaller after'),
    isUnverified: fc.boolean(),
    isDoubted: fc.boolean(),
    verdict: fc.constantFrom(undefined, undefined, 'count', 'keep-out')
  });
  /** No two wallets watch one address. */
  const row = anyRow.map(one => ({ ...one, address: `${one.address}${one.walletId.slice(1)}` }));
  type Made = Readonly<typeof row extends fc.Arbitrary<infer Value> ? Value : never>;
  const rows = fc.uniqueArray(row, {
    maxLength: 10,
    selector: one => [one.walletId, one.chainIndex, one.tokenAddress, one.address].join()
  });
  const wallets = ['w1', 'w2', 'w3'].map(id => walletOf({ id, accountId: id }));
  const driver = drivers['v5-account'];

  /** Rows as OKX sends them, with duplicates, read by the driver. */
  function readOf(wallet: Wallet, made: readonly Made[], poll: 0 | 1): Holding[] {
    const sent = made.flatMap(({ chainIndex, tokenAddress, address, balance, prices, isRisky, twin }) => {
      const tokenPrice = prices[poll]?.text ?? '0';
      const one = {
        chainIndex,
        tokenAddress,
        address,
        balance: balance.text,
        tokenPrice,
        isRiskToken: isRisky
      };
      const smaller = { ...one, balance: toText({ units: balance.units, scale: balance.scale + 1 }) };
      if (twin === 'none') return [one];
      if (twin === 'same') return [one, one];
      return twin === 'smaller before' ? [smaller, one] : [one, smaller];
    });
    const body = JSON.stringify({ code: '0', msg: '', data: [{ tokenAssets: sent }] });
    return [...driver.read({ status: 200, headers: {}, body }, wallet, NOW).holdings];
  }

  function snapshotFor(wallet: Wallet, made: readonly Made[], isFailing: boolean): WalletSnapshot {
    const own = made.filter(({ walletId }) => walletId === wallet.id);
    const first = snapshotOf(wallet, readOf(wallet, own, 0), NOW - 1000);
    const outcome = isFailing ? failed('timeout') : answered(readOf(wallet, own, 1));
    const second = updateSnapshot(first, outcome, NOW);
    const holdings = second.holdings.map(holding => {
      const { isUnverified, isDoubted } = own.find(one => idOf(one) === holding.id)!;
      const doubt = isDoubted ? { doubt: { price: '7', since: NOW, polls: 1 } } : {};
      return { ...holding, ...(isUnverified ? { isUnverified } : {}), ...doubt };
    });
    return { ...second, holdings };
  }
  const idOf = (one: Made) => holdingId(one.walletId, one.chainIndex, one.address, one.tokenAddress);

  /** DeFi was answered for every wallet, with this value or with none. */
  function withPositions(snapshot: WalletSnapshot, value: bigint | null): WalletSnapshot {
    const parts = [...snapshot.parts, { chainIndex: DEFI, answeredAt: NOW, failure: null }];
    const positions = defiHoldings(snapshot.walletId, toText({ units: value ?? 0n, scale: 36 }));
    return { ...snapshot, parts, holdings: [...snapshot.holdings, ...positions] };
  }

  /** The counting rule, written a second time with whole numbers only: units of 10 to the power of -60 USD. */
  function totalOf(made: readonly Made[], countRisky: boolean, failing: readonly boolean[]): bigint {
    let all = 0n;
    for (const one of made) {
      const isOld = failing[Number(one.walletId.slice(1)) - 1];
      const known = isOld ? one.prices[0] : (one.prices[1] ?? one.prices[0]);
      const isWaiting = one.isUnverified || (one.isRisky && !countRisky);
      if (!known || one.chainIndex === '11155111' || one.verdict === 'keep-out') continue;
      if (isWaiting && one.verdict !== 'count') continue;
      all += one.balance.units * known.units * 10n ** BigInt(60 - one.balance.scale - known.scale);
    }
    return all;
  }

  it('adds up exactly in 10,000 cases: total, chains, wallets, rows and a sum of whole numbers agree', () => {
    const each = <Value>(one: fc.Arbitrary<Value>) => fc.tuple(one, one, one);
    const switches = fc.record({ countRisky: fc.boolean(), countDefi: fc.boolean() });
    const positions = fc.option(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 50n }), { freq: 3 });
    fc.assert(
      fc.property(rows, switches, each(fc.boolean()), each(positions), (made, on, isFailing, defi) => {
        const verdicts = Object.fromEntries(
          made.flatMap(one => (one.verdict ? [[idOf(one), one.verdict]] : []))
        );
        const snapshots = wallets.map((wallet, place) =>
          withPositions(snapshotFor(wallet, made, isFailing[place]!), defi[place]!)
        );
        const owned = on.countDefi ? defi.filter(value => value) : [];
        const inDefi = owned.reduce<bigint>((all, value) => all + (value ?? 0n) * 10n ** 24n, 0n);
        const got = drawn(wallets, snapshots, { rule: { ...RULE, ...on, verdicts } });
        const units = totalOf(made, on.countRisky, isFailing) + inDefi;
        expect(got.total).toBe(toText({ units, scale: 60 }));
        const counted = got.holdings.filter(({ countingStatus }) => countingStatus === 'counted');
        for (const group of [got.chains, got.wallets, counted]) {
          expect(toText(sum(group.map(({ value }) => decimal(value ?? 'none'))))).toBe(got.total);
        }
        expect(got.holdings).toHaveLength(made.length + owned.length);
        const { risky, unpriced, unverified, keptOut, testnet } = got.notCounted;
        expect(counted.length + risky + unpriced + unverified + keptOut + testnet).toBe(
          made.length + owned.length
        );
        expect(got.isStale).toBe(isFailing.includes(true));
      }),
      { numRuns: 10_000 }
    );
  }, 120_000);
});
