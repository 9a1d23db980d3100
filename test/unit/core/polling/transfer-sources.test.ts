import { describe, expect, it } from 'vitest';
import { sourcesToAsk } from '../../../../electron/core/polling/transfer-sources';
import type { Polled } from '../../../../electron/core/snapshots/poll-outcome';
import { emptySnapshot } from '../../../../electron/core/snapshots/update-snapshot';
import type { Model } from '../../../../electron/core/state/model';
import type { Holding } from '../../../../shared/schema/holding';
import type { Wallet } from '../../../../shared/schema/wallet';
import { answered, chainFacts, holdingOf, HOUR_MS, KEY, NOW, usdc, walletOf } from '../../../fakes/holdings';
import { modelOf } from '../../../fakes/world';

const walletNamed = (id: string, change: Partial<ReturnType<typeof walletOf>> = {}) =>
  walletOf({ id, accountId: id, ...change });
const cold = walletNamed('cold');
const hot = walletNamed('hot');

/** Wallets that were answered, with what they hold. */
function holding(wallets: readonly (readonly [Wallet, Holding[]])[], choices = {}): Model {
  const later = { failuresInRow: 0, dueAt: NOW + HOUR_MS, appliedAt: NOW };
  return {
    ...modelOf(
      wallets.map(([wallet]) => wallet),
      choices
    ),
    snapshots: wallets.map(([wallet, holdings]) => ({
      ...emptySnapshot(wallet),
      parts: [{ chainIndex: '*', answeredAt: NOW - HOUR_MS, failure: null }],
      holdings: holdings.map(one => holdingOf({ ...one, walletId: wallet.id, id: `${wallet.id}/${one.id}` }))
    })),
    pollSchedules: Object.fromEntries(wallets.map(([{ id }]) => [id, later]))
  };
}
function polledWith(wallet: Wallet, holdings: Holding[]): Polled {
  const own = holdings.map(one => ({ ...one, walletId: wallet.id, id: `${wallet.id}/${one.id}` }));
  return { wallet, key: KEY, outcome: answered(own) };
}
const idsAsked = (model: Model, ...polled: Polled[]) =>
  sourcesToAsk(model, polled, chainFacts).map(({ id }) => id);

const eth = (balance: string, change: Partial<Holding> = {}) => holdingOf({ balance, ...change });
const arrivedInCold = (amount: string) => polledWith(cold, [eth('1'), usdc({ balance: amount })]);

describe('a wallet is asked in the same round', () => {
  it('when it counts at least what arrived in a polled one', () => {
    const model = holding([
      [cold, [eth('1')]],
      [hot, [eth('1'), usdc({ balance: '5000' })]]
    ]);
    expect(idsAsked(model, arrivedInCold('5000'))).toEqual(['hot']);
    expect(idsAsked(model, arrivedInCold('5000.01'))).toEqual([]);
  });

  it('when only a part of what it has arrived, on top of what was there', () => {
    const model = holding([
      [cold, [usdc({ balance: '4000' })]],
      [hot, [usdc({ balance: '100' })]]
    ]);
    expect(idsAsked(model, polledWith(cold, [usdc({ balance: '4100' })]))).toEqual(['hot']);
    expect(idsAsked(model, polledWith(cold, [usdc({ balance: '4101' })]))).toEqual([]);
  });

  it('when the token came over a bridge: the same symbol and price on another chain', () => {
    const onEthereum = (price: string) =>
      usdc({ chainIndex: '1', tokenAddress: '0xc02', balance: '900', price });
    const before = (price: string) =>
      holding([
        [cold, [usdc({ balance: '1' })]],
        [hot, [onEthereum(price)]]
      ]);
    expect(idsAsked(before('0.999'), polledWith(cold, [usdc({ balance: '801' })]))).toEqual(['hot']);
    expect(idsAsked(before('0.9'), polledWith(cold, [usdc({ balance: '801' })]))).toEqual([]);
  });

  it('but not for a token of that name that counts nowhere yet', () => {
    const model = holding([
      [cold, []],
      [hot, [usdc({ chainIndex: '1', tokenAddress: '0xc02', balance: '900' })]]
    ]);
    expect(idsAsked(model, polledWith(cold, [usdc({ tokenAddress: '0xfake', balance: '800' })]))).toEqual([]);
  });

  it('one of at most three, those of the largest arrival first', () => {
    const others = ['a', 'b', 'c', 'd'].map((id): [Wallet, Holding[]] => [walletNamed(id), [eth('9')]]);
    const last: [Wallet, Holding[]] = [walletNamed('e'), [usdc({ balance: '50000' })]];
    const model = holding([[cold, []], ...others, last]);
    const polled = polledWith(cold, [eth('1'), usdc({ balance: '50000' })]);
    expect(idsAsked(model, polled)).toEqual(['e', 'a', 'b']);
  });
});

describe('no wallet is asked', () => {
  const both = (change: Partial<ReturnType<typeof walletOf>> = {}) =>
    holding([
      [cold, [eth('1')]],
      [{ ...hot, ...change }, [usdc({ balance: '5000' })]]
    ]);
  const schedule = { failuresInRow: 0, dueAt: NOW, appliedAt: NOW };

  it.each([
    ['that is paused', both({ isPaused: true })],
    ['whose key is gone', both({ keyId: 'gone' })],
    ['that backs off', { ...both(), pollSchedules: { hot: { ...schedule, failuresInRow: 1 } } }],
    ['that waits for other settings', { ...both(), pollSchedules: { hot: { ...schedule, dueAt: null } } }],
    ['that was not polled since the start', { ...both(), pollSchedules: {} }]
  ])('%s', (_, model) => {
    expect(idsAsked(both(), arrivedInCold('5000'))).toEqual(['hot']);
    expect(idsAsked(model, arrivedInCold('5000'))).toEqual([]);
  });

  it('that is polled in this round already', () => {
    const polled = polledWith(hot, [usdc({ balance: '5000' })]);
    expect(idsAsked(both(), arrivedInCold('5000'), polled)).toEqual([]);
  });

  it('for a token that does not count there, or does not count where it arrived', () => {
    const risky = holding([
      [cold, []],
      [hot, [usdc({ balance: '5000', isRisky: true })]]
    ]);
    expect(idsAsked(risky, arrivedInCold('5000'))).toEqual([]);
    const arrived = polledWith(cold, [usdc({ balance: '5000', isRisky: true })]);
    expect(idsAsked(both(), arrived)).toEqual([]);
  });

  it('for less than ten dollars, or in a small portfolio less than a percent of it', () => {
    expect(idsAsked(both(), arrivedInCold('9.99'))).toEqual([]);
    expect(idsAsked(both(), arrivedInCold('10'))).toEqual(['hot']);
    const point = { at: NOW, total: '100' } as Model['points'][number];
    const small = { ...both(), points: [point] };
    expect(idsAsked(small, arrivedInCold('0.99'))).toEqual([]);
    expect(idsAsked(small, arrivedInCold('1'))).toEqual(['hot']);
  });

  it('after the first answer of a wallet, with which nothing can be compared', () => {
    const model = both();
    const first = { ...emptySnapshot(cold) };
    const snapshots = model.snapshots.map(one => (one.walletId === 'cold' ? first : one));
    expect(idsAsked({ ...model, snapshots }, arrivedInCold('5000'))).toEqual([]);
  });
});
