// What several wallets watch counts once: in the first that has it, by its answers alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchedTokensOf } from '../../../../electron/core/alerts/watched-tokens';
import { countedElsewhere } from '../../../../electron/core/portfolio/counted-once';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { defiHoldings } from '../../../../electron/core/snapshots/defi';
import { emptySnapshot, updateSnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import { add, decimal, sum, toText } from '../../../../shared/domain/decimal';
import type { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import type { Wallet } from '../../../../shared/schema/wallet';
import { answered, DAY_MS, holdingOf, NOW, RULE, usdc, walletOf } from '../../../fakes/holdings';

const A = '0xa03400e098f4421b34a3a44a1b4e571419517687';
const B = '0xb000000000000000000000000000000000000001';
const main = walletOf({ name: 'Main' });
const cold = walletOf({ id: 'w2', name: 'Cold', accountId: 'b' });
const third = walletOf({ id: 'w3', name: 'Third', accountId: 'c' });

function addressWallet(id: string, address: string, chains: string[]): Wallet {
  return { id, name: id, keyId: 'k1', source: 'v6-address', address, chains };
}

function snapshotOf(wallet: Wallet, holdings: readonly Holding[]): WalletSnapshot {
  const chains = wallet.chains.length === 0 ? null : [...wallet.chains];
  const { answers, ...outcome } = answered(holdings);
  return updateSnapshot(
    emptySnapshot(wallet),
    { ...outcome, answers: answers.map(answer => ({ ...answer, chains })) },
    NOW
  );
}

/** With the DeFi part of `value`. */
function withDefiPart(snapshot: WalletSnapshot, value: string): WalletSnapshot {
  const part = { chainIndex: 'defi', answeredAt: NOW, failure: null };
  const holdings = [...snapshot.holdings, ...defiHoldings(snapshot.walletId, value)];
  return { ...snapshot, parts: [...snapshot.parts, part], holdings };
}

function drawn(wallets: readonly Wallet[], snapshots: readonly WalletSnapshot[], rule = RULE) {
  return portfolioOf({ wallets, snapshots, rule, staleAfterMs: DAY_MS, baseline: null, latest: null }, NOW);
}

const of = (walletId: string, change: Partial<Holding> = {}) =>
  holdingOf({ walletId, address: A, ...change });

describe('a token that two wallets watch', () => {
  const snapshots = [
    snapshotOf(main, [of('w1', { balance: '2' })]),
    snapshotOf(cold, [of('w2', { balance: '3' }), usdc({ walletId: 'w2', address: A })])
  ];

  it('counts in the first wallet of the person, with its amount', () => {
    const got = drawn([main, cold], snapshots);
    expect(got).toMatchObject({
      total: '4250',
      countedOnce: '-6000',
      chains: [
        { chainIndex: '1', value: '4000' },
        { chainIndex: '8453', value: '250' }
      ],
      wallets: [
        { value: '4000', share: '94.117647' },
        { value: '6250', elsewhere: '6000', share: '5.882353' }
      ]
    });
    expect(got.holdings.map(row => row.alsoIn)).toEqual([undefined, 'w1', undefined]);
    expect(got.wallets[0]).not.toHaveProperty('elsewhere');
  });

  it('counts in the other one when the person puts it first', () => {
    const got = drawn([cold, main], snapshots);
    expect(got).toMatchObject({ total: '6250', countedOnce: '-4000' });
  });

  it('is one of the tokens whose price is watched, with the amount that counts', () => {
    const watched = watchedTokensOf(drawn([main, cold], snapshots));
    expect(watched.map(({ token, value, rows }) => [token, toText(value), rows.length])).toEqual([
      ['1/', '4000', 1],
      ['8453/0xc01', '250', 1]
    ]);
  });

  it('is recognised however its address is written', () => {
    const shouting = snapshotOf(cold, [of('w2', { address: `0x${A.slice(2).toUpperCase()}` })]);
    expect(drawn([main, cold], [snapshots[0]!, shouting])).toMatchObject({
      total: '4000',
      countedOnce: '-2000'
    });
  });

  it('counts nowhere when the first wallet excludes it, and the other still shows its own total', () => {
    const verdicts = { [of('w1').id]: 'keep-out' as const };
    expect(drawn([main, cold], snapshots, { ...RULE, verdicts })).toMatchObject({
      total: '250',
      countedOnce: '-6000',
      wallets: [{ value: '0' }, { value: '6250', elsewhere: '6000' }],
      notCounted: { keptOut: 1 }
    });
  });

  it('is one of what does not count', () => {
    const risky = ['w1', 'w2'].map(id => of(id, { isRisky: true }));
    const got = drawn([main, cold], [snapshotOf(main, [risky[0]!]), snapshotOf(cold, [risky[1]!])]);
    expect(got).toMatchObject({ total: '0', countedOnce: '0', notCounted: { risky: 1 } });
  });

  it('counts once for three wallets too', () => {
    const all = [...snapshots, snapshotOf(third, [of('w3')])];
    const got = drawn([main, cold, third], all);
    expect(got).toMatchObject({ total: '4250', countedOnce: '-8000' });
    expect(got.holdings.at(-1)).toMatchObject({ alsoIn: 'w1' });
  });

  it('is not confused with the same token at another address, or without an address', () => {
    const others = [of('w2', { address: B }), usdc({ walletId: 'w2', address: '' })];
    const own = [of('w1'), usdc({ address: '' })];
    const got = drawn([main, cold], [snapshotOf(main, own), snapshotOf(cold, others)]);
    expect(got).toMatchObject({ total: '4500', countedOnce: '0' });
    expect(got.wallets[1]?.overlaps).toEqual([{ kind: 'no-addresses' }]);
  });

  it('is recognised without an address in the same account', () => {
    const twin = { ...cold, accountId: main.accountId };
    const bare = (walletId: string) => usdc({ walletId, address: '' });
    const got = drawn([main, twin], [snapshotOf(main, [bare('w1')]), snapshotOf(twin, [bare('w2')])]);
    expect(got).toMatchObject({ total: '250', countedOnce: '-250' });
  });

  it('has its mark again when only that changes', () => {
    const [own, other] = snapshots;
    const memory = { rowsByWallet: new Map() };
    const input = {
      rule: RULE,
      staleAfterMs: DAY_MS,
      baseline: null,
      latest: null,
      memory,
      snapshots: [own!, other!]
    };
    portfolioOf({ ...input, wallets: [cold] }, NOW);
    const got = portfolioOf({ ...input, wallets: [main, cold] }, NOW);
    expect(got.holdings[1]).toMatchObject({ walletId: 'w2', alsoIn: 'w1' });
  });
});

describe('the DeFi part of a wallet', () => {
  const rule = { ...RULE, countDefi: true };
  const account = () => withDefiPart(snapshotOf(main, [of('w1'), of('w1', { address: B })]), '1000');

  it('counts in the wallet that contains the other, whatever their order', () => {
    const one = addressWallet('w2', A.toUpperCase().replace('0X', '0x'), ['1']);
    const own = withDefiPart(snapshotOf(one, [of('w2')]), '400');
    const got = drawn([one, main], [account(), own], rule);
    expect(got).toMatchObject({ total: '5000', countedOnce: '-2400' });
    expect(got.wallets[0]?.overlaps).toEqual([{ kind: 'defi-elsewhere', walletId: 'w1' }]);
  });

  it('counts in both wallets when neither contains the other, and either says so', () => {
    const wallets = [addressWallet('w1', A, ['1', '56']), addressWallet('w2', A, ['1', '8453'])];
    const got = drawn(
      wallets,
      wallets.map(wallet => withDefiPart(snapshotOf(wallet, []), '400')),
      rule
    );
    expect(got).toMatchObject({ total: '800', countedOnce: '0' });
    expect(got.wallets.map(({ overlaps }) => overlaps)).toEqual([
      [{ kind: 'defi-twice', walletId: 'w2' }],
      [{ kind: 'defi-twice', walletId: 'w1' }]
    ]);
  });

  it('counts in the first of equal wallets, and in the largest of several', () => {
    const small = addressWallet('w2', A, ['1']);
    const same = addressWallet('w3', A, ['1']);
    const parts = [small, same].map(wallet => withDefiPart(snapshotOf(wallet, []), '7'));
    expect(drawn([small, same], parts, rule)).toMatchObject({ total: '7', countedOnce: '-7' });
    const got = drawn([small, same, main], [account(), ...parts], rule);
    expect(got.holdings.map(({ alsoIn }) => alsoIn)).toEqual(['w1', 'w1', undefined, undefined, undefined]);
  });

  it('of an account whose rows name no address is not compared', () => {
    const bare = withDefiPart(snapshotOf(main, [of('w1', { address: '' })]), '1000');
    const one = addressWallet('w2', A, ['1']);
    const got = drawn([main, one], [bare, withDefiPart(snapshotOf(one, []), '400')], rule);
    expect(got).toMatchObject({ total: '3400', countedOnce: '0' });
    expect(got.wallets[0]?.overlaps).toEqual([{ kind: 'no-addresses' }]);
  });
});

describe('any wallets that overlap', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 0, max: 20 }))
    .map(([units, scale]) => toText({ units, scale }));
  const row = fc.record({
    wallet: fc.nat({ max: 3 }),
    chainIndex: fc.constantFrom('1', '56', '11155111'),
    tokenAddress: fc.constantFrom('', '0xa', '0xb'),
    address: fc.constantFrom(A, B, ''),
    balance: amount,
    price: fc.option(amount, { freq: 6 }),
    isRisky: fc.boolean(),
    isExcluded: fc.boolean()
  });
  const rows = fc.uniqueArray(row, {
    maxLength: 24,
    selector: one => [one.wallet, one.chainIndex, one.tokenAddress, one.address].join()
  });
  const wallets = ['w1', 'w2', 'w3', 'w4'].map(id => walletOf({ id, accountId: id }));

  it('add up: with what counts once to the total, and the chains without it', () => {
    fc.assert(
      fc.property(rows, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (made, order) => {
        const held = made.map(({ wallet, isExcluded, ...change }) => ({
          holding: holdingOf({ ...change, walletId: `w${wallet + 1}` }),
          wallet,
          isExcluded
        }));
        const verdicts = Object.fromEntries(
          held.flatMap(one => (one.isExcluded ? [[one.holding.id, 'keep-out' as const]] : []))
        );
        const snapshots = wallets.map((wallet, index) =>
          snapshotOf(
            wallet,
            held.filter(one => one.wallet === index).map(one => one.holding)
          )
        );
        const inOrder = order.map(index => wallets[index]!);
        const got = drawn(inOrder, snapshots, { ...RULE, verdicts });

        // The same by a search through the wallets in their order, unit by unit.
        const seen = new Set<string>();
        const counting = order.flatMap(index =>
          made
            .filter(one => one.wallet === index)
            .filter(({ chainIndex, tokenAddress, address }) => {
              const unit = `${address === '' ? index : address} ${chainIndex} ${tokenAddress}`;
              return !seen.has(unit) && seen.add(unit);
            })
            .filter(
              one => one.price !== null && one.chainIndex !== '11155111' && !one.isRisky && !one.isExcluded
            )
        );
        const values = counting.map(one => [decimal(one.balance), decimal(one.price!)] as const);
        const total = toText(
          sum(values.map(([a, b]) => ({ units: a.units * b.units, scale: a.scale + b.scale })))
        );
        expect(got.total).toBe(total);
        const sumOf = (rowsOf: readonly { value: string | null }[]) =>
          sum(rowsOf.map(({ value }) => decimal(value ?? '0')));
        expect(toText(sumOf(got.chains))).toBe(total);
        expect(toText(add(sumOf(got.wallets), decimal(got.countedOnce)))).toBe(total);
        expect(
          toText(
            sumOf(got.holdings.filter(one => one.countingStatus === 'counted' && one.alsoIn === undefined))
          )
        ).toBe(total);
        const elsewhere = sum(got.wallets.map(one => decimal(one.elsewhere ?? '0')));
        expect(toText({ ...elsewhere, units: -elsewhere.units })).toBe(got.countedOnce);
      }),
      { numRuns: 300 }
    );
  });

  it('are not looked at holding by holding while no address is shared', () => {
    const one = snapshotOf(main, [of('w1')]);
    const other = snapshotOf(cold, [of('w2', { address: B })]);
    expect(countedElsewhere([main], [one])).toBe(countedElsewhere([main, cold], [one, other]));
  });
});
