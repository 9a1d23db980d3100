import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  updateSnapshot,
  emptySnapshot,
  fitSnapshot
} from '../../../../electron/core/snapshots/update-snapshot';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import {
  countingRuleOf,
  countingStatusOf,
  type CountingRule
} from '../../../../electron/core/portfolio/counting-rule';
import { defiHoldings, isDefiId, withDefi } from '../../../../electron/core/snapshots/defi';
import { changeSince } from '../../../../electron/core/history/history-point';
import { firstPoint } from '../../../fakes/points';
import { partOf } from '../../../../electron/core/snapshots/chain-parts';
import type { Outcome } from '../../../../electron/core/snapshots/poll-outcome';
import { portfolioOf } from '../../../../electron/core/portfolio/portfolio';
import { decimal, sum, toText } from '../../../../shared/domain/decimal';
import { Holding } from '../../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../../shared/schema/snapshot';
import { Failure, type FailureCode } from '../../../../shared/domain/failure';
import {
  answered,
  answerOf,
  chainFacts,
  failed,
  holdingOf,
  MINUTE_MS,
  NOW,
  outcomeOf,
  RULE,
  usdc,
  walletOf
} from '../../../fakes/holdings';
import { settingsOf } from '../../../fakes/world';

const LATER = NOW + MINUTE_MS;
const wallet = walletOf();
const on: CountingRule = { ...RULE, countDefi: true };
const eth = holdingOf();

/** Balances of every chain, and the DeFi part: a value, or the reason why it was not answered. */
function outcome(value: string | Failure, balances = answered([eth]), at = NOW): Outcome {
  const { answers, refusals } = balances;
  if (value instanceof Failure)
    return outcomeOf(answers, [...refusals, { chains: ['defi'], failure: value }]);
  const answer = answerOf(defiHoldings('w1', value), { chains: ['defi'], at });
  return outcomeOf([...answers, answer], refusals);
}
const empty = withDefi(emptySnapshot(wallet), wallet, true);
const first = (value = '500'): WalletSnapshot => updateSnapshot(empty, outcome(value), NOW);
const next = (last: WalletSnapshot, brought: Outcome) => updateSnapshot(last, brought, LATER);
const failing = (code: FailureCode) => new Failure(code, { serviceCode: '50050' });

function drawn(snapshot: WalletSnapshot, rule = on, wallets = [wallet]) {
  const input = {
    wallets,
    snapshots: [snapshot],
    rule,
    staleAfterMs: 11 * MINUTE_MS,
    baseline: null,
    latest: null
  };
  return portfolioOf(input, LATER);
}

describe('DeFi as a holding', () => {
  it.each(['1804.2750000000000000000000000000000001', '0.000000000000000001', '-12.5'])(
    'is one holding of the pseudo-chain, with the exact value as its price: %s',
    value => {
      const [holding] = defiHoldings('w1', value);
      expect(Holding.parse(holding)).toMatchObject({
        chainIndex: 'defi',
        tokenAddress: '',
        address: '',
        symbol: 'DeFi',
        balance: '1',
        price: value
      });
      expect(isDefiId(holding!.id)).toBe(true);
    }
  );

  it.each(['0', '0.00', '-0'])('is no holding when its value is %s', value =>
    expect(defiHoldings('w1', value)).toEqual([])
  );

  it('has an id that no token has', () => {
    expect([eth, usdc(), usdc({ tokenAddress: 'defi' })].some(({ id }) => isDefiId(id))).toBe(false);
  });
});

describe('DeFi as a part', () => {
  it('has an age of its own, and answers for DeFi and for balances do not change each other', () => {
    const older = next(first(), outcome('500', outcomeOf([]), NOW - MINUTE_MS));
    expect(partOf(older.parts, 'defi')?.answeredAt).toBe(NOW - MINUTE_MS);
    expect(partOf(older.parts, '1')?.answeredAt).toBe(NOW);
    expect(drawn(older)).toMatchObject({ total: '2500', takenAt: NOW - MINUTE_MS, partsExpected: 2 });
    const balancesOnly = next(first(), answered([{ ...eth, balance: '2' }], LATER));
    expect(partOf(balancesOnly.parts, 'defi')?.answeredAt).toBe(NOW);
    expect(drawn(balancesOnly).total).toBe('4500');
  });

  it('keeps its last value as stale when it fails, and the balances stay fresh', () => {
    const late = next(first(), outcome(failing('timeout'), answered([{ ...eth, balance: '2' }], LATER)));
    const got = drawn(late);
    expect(got).toMatchObject({ total: '4500', isStale: true, partsAnswered: 1, partsExpected: 2 });
    expect(got.holdings.map(row => [row.symbol, row.isStale])).toEqual([
      ['DeFi', true],
      ['ETH', false]
    ]);
    expect(got.chains.map(row => [row.name, row.isStale])).toEqual([
      ['Ethereum', false],
      [chainFacts('defi').name, true]
    ]);
    expect(late.failure).toMatchObject({ code: 'timeout', at: LATER });
  });

  it.each([
    ['key-lacks-permission', 'service-unknown-error'],
    ['source-retired', 'service-unknown-error'],
    ['region-blocked', 'service-unknown-error'],
    ['timeout', 'timeout']
  ] as const)('alone refused as %s is not shown as if polling had stopped: %s', (code, reported) => {
    const late = next(first(), outcome(failing(code)));
    expect(late.failure).toMatchObject({ code: reported, serviceCode: '50050' });
    expect(partOf(late.parts, 'defi')?.failure).toBe(code);
    expect(partOf(late.parts, '1')?.failure).toBe(null);
  });

  it('is not answered by a reply of the balances that is unreadable or failed, which keep their own reason', () => {
    const unreadable = [{ chainIndex: null, token: null, address: null }];
    const unread = next(first(), outcome('600', outcomeOf([answerOf([], { unreadable })])));
    expect(drawn(unread)).toMatchObject({ total: '2600', isStale: false });
    expect(unread.failure).toBe(null);
    const both = next(first(), outcome(failing('source-retired'), failed('key-unknown')));
    expect(both.failure?.code).toBe('key-unknown');
    expect(drawn(both).total).toBe('2500');
  });

  it('has no row when it is answered with zero', () => {
    const gone = next(first(), outcome('0', answered([eth], LATER), LATER));
    expect(drawn(gone)).toMatchObject({ total: '2000', isStale: false, partsAnswered: 2 });
    expect(gone.holdings).toHaveLength(1);
  });
});

describe('the switch', () => {
  it('does not use an answer for every chain as an answer for DeFi', () => {
    expect(partOf(emptySnapshot(wallet).parts, 'defi')).toBe(undefined);
  });

  it.each([
    ['on', RULE, on],
    ['off', on, RULE]
  ])('turned %s is not shown as a mover of the total', (_, before, after) => {
    const baseline = firstPoint(drawn(first(), before), NOW);
    const portfolio = drawn(first(), after);
    const { movers, amount } = changeSince(baseline, firstPoint(portfolio, LATER), portfolio);
    expect([movers, amount]).toEqual([[], after === on ? '500' : '-500']);
  });

  it('removes the part and adds it again to be polled, and changes no balances', () => {
    const off = withDefi(first(), wallet, false);
    expect(off).toEqual(updateSnapshot(emptySnapshot(wallet), answered([eth]), NOW));
    expect(withDefi(first(), wallet, true)).toEqual(first());
    const again = withDefi(off, wallet, true);
    expect(again.parts.at(-1)).toEqual({ chainIndex: 'defi', answeredAt: null, failure: null });
    expect([off.asked, again.asked]).toEqual([first().asked, first().asked]);
    expect(drawn(first(), RULE)).toMatchObject({ total: '2000', isStale: false, partsExpected: 1 });
    expect(drawn(off)).toMatchObject({ total: '2000', isStale: true, partsAnswered: 1, partsExpected: 2 });
  });

  it('expects no DeFi part of a paused wallet that was never polled, and keeps the part of another wallet', () => {
    const paused = walletOf({ isPaused: true });
    const never = withDefi(emptySnapshot(paused), paused, true);
    expect(never).toEqual(emptySnapshot(paused));
    expect(drawn(first(), on, [paused]).total).toBe('2500');
  });

  it('gives the pseudo-chain its name in every counting rule of the settings', () => {
    const rule = countingRuleOf(settingsOf([wallet], { countDefi: true }), chainFacts);
    expect(rule.countDefi).toBe(true);
    expect(drawn(first(), rule).chains.map(row => row.name)).toEqual(['Ethereum', 'DeFi']);
    expect(rule.chains('1')).toEqual(chainFacts('1'));
  });
});

describe('other chains for the wallet', () => {
  const two = walletOf({ chains: ['1', '56'] });
  const both = outcomeOf([
    answerOf([eth], { chains: ['1', '56'] }),
    answerOf(defiHoldings('w1', '500'), { chains: ['defi'] })
  ]);
  const ofTwo = updateSnapshot(withDefi(emptySnapshot(two), two, true), both, NOW);

  it.each([
    ['more', walletOf({ chains: ['1', '56', '8453'] }), '2500'],
    ['every', wallet, '2500'],
    ['fewer', walletOf({ chains: ['1'] }), '2000'],
    ['another account’s', walletOf({ accountId: 'b', chains: ['1', '56'] }), '0']
  ])('(%s) keep the DeFi sum unless one of the chains was removed', (_, changed, total) => {
    const got = withDefi(fitSnapshot(ofTwo, changed), changed, true);
    expect(partOf(got.parts, 'defi')?.answeredAt).toBe(total === '2500' ? NOW : null);
    expect(drawn(ofTwo, on, [changed]).total).toBe(total);
  });

  it('instead of every chain begin without an answer', () => {
    expect(drawn(first(), on, [two]).total).toBe('2000');
  });
});

describe('a move of DeFi', () => {
  const NOTHING = { moves: [], prices: '0', transfers: '0', chains: {} };
  const rule: CountingRule = on;
  const compare = (
    before: string,
    after: string,
    isComparable = true,
    verdicts: CountingRule['verdicts'] = {}
  ) =>
    compareHoldings(
      [eth, ...defiHoldings('w1', before)],
      [eth, ...defiHoldings('w1', after)],
      holding => countingStatusOf(holding, { ...rule, verdicts }),
      () => isComparable
    );

  it.each([
    ['500', '512.5'],
    ['500', '0'],
    ['0', '500'],
    ['-5', '5'],
    ['0', '0']
  ])('from %s to %s is neither a price, nor a transfer, nor a move', (before, after) =>
    expect(compare(before, after)).toEqual(NOTHING)
  );

  it('is ignored when the part was not answered both times, or the person excluded it', () => {
    expect(compare('0', '500', false)).toEqual(NOTHING);
    const { id } = defiHoldings('w1', '1')[0]!;
    expect(compare('10', '500', true, { [id]: 'keep-out' })).toEqual(NOTHING);
    expect(compare('0', '500', true, { [id]: 'keep-out' })).toEqual(NOTHING);
  });
});

describe('any portfolio with DeFi', () => {
  const units = (least: bigint) => fc.bigInt({ min: least, max: 10n ** 30n });
  const part = fc.record({
    eth: units(0n),
    price: fc.option(units(0n), { freq: 4 }),
    defi: fc.option(units(-(10n ** 30n)), { freq: 4 }),
    isFailing: fc.boolean(),
    isDefiFailing: fc.boolean()
  });
  const wallets = ['w1', 'w2', 'w3'].map(id => walletOf({ id, accountId: id }));
  const at20 = (value: bigint) => toText({ units: value, scale: 20 });

  it('adds up exactly: total, chains, wallets, rows and a sum of whole numbers agree', () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part), fc.boolean(), (made, countDefi) => {
        let sum40 = 0n;
        const snapshots = made.map(({ eth: amount, price, defi, isFailing, isDefiFailing }, i) => {
          const own = wallets[i]!;
          sum40 += amount * (price ?? 0n) + (countDefi ? (defi ?? 0n) * 10n ** 20n : 0n);
          const held = holdingOf({
            walletId: own.id,
            balance: at20(amount),
            price: price === null ? null : at20(price)
          });
          const start = withDefi(emptySnapshot(own), own, true);
          const answers = [
            answerOf([held]),
            answerOf(defiHoldings(own.id, at20(defi ?? 0n)), { chains: ['defi'] })
          ];
          const snapshot = updateSnapshot(start, outcomeOf(answers), NOW);
          const refusals = [
            ...(isFailing ? failed('timeout').refusals : []),
            ...(isDefiFailing ? [{ chains: ['defi'], failure: new Failure('timeout') }] : [])
          ];
          return updateSnapshot(snapshot, outcomeOf([], refusals), LATER);
        });
        const rule = { ...RULE, countDefi };
        const got = portfolioOf(
          { wallets, snapshots, rule, staleAfterMs: 11 * MINUTE_MS, baseline: null, latest: null },
          LATER
        );
        expect(got.total).toBe(toText({ units: sum40, scale: 40 }));
        const counted = got.holdings.filter(({ countingStatus }) => countingStatus === 'counted');
        for (const group of [got.chains, got.wallets, counted]) {
          expect(toText(sum(group.map(({ value }) => decimal(value ?? 'none'))))).toBe(got.total);
        }
        const isLate = made.some(one => one.isFailing || (countDefi && one.isDefiFailing));
        expect(got.isStale).toBe(isLate);
      })
    );
  });
});
