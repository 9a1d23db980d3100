import { expect, it } from 'vitest';
import type { Move } from '../../../../electron/core/snapshots/compare-holdings';
import { watchMoves } from '../../../../electron/core/alerts/watch-holdings';
import type { AlertRule } from '../../../../shared/schema/alert';
import { DEFAULT_ALERTS } from '../../../../shared/domain/default-settings';
import { NOW, usdc } from '../../../fakes/holdings';
import { NAMES } from '../../../fakes/alert-events';

const move = (change: Partial<Move> = {}): Move => ({
  holding: usdc(),
  countingStatus: 'counted',
  amount: '250',
  movedValue: '250',
  balance: '500',
  ...change
});
const own = (change: Partial<AlertRule>): AlertRule[] => [
  ...DEFAULT_ALERTS,
  { kind: 'arrived', walletId: null, token: '8453/0xc01', isOn: true, from: '0', ...change }
];
const happen = (one: Move, rules: readonly AlertRule[] = DEFAULT_ALERTS, uninvited: string[] = []) =>
  watchMoves({ moves: [one], uninvited: new Set(uninvited), rules, names: NAMES, now: NOW })[0]!;

it.each([
  [null, move(), undefined],
  [null, move({ amount: '-250', movedValue: '-250' }), undefined],
  [null, move({ movedValue: '10' }), undefined],
  ['below-threshold', move({ movedValue: '9.999999999999999999999' }), undefined],
  ['below-threshold', move({ amount: '-9.99', movedValue: '-9.99' }), undefined],
  [null, move({ movedValue: '0.01' }), own({})],
  ['switched-off', move(), own({ isOn: false })],
  ['switched-off', move(), []],
  ['risky', move({ holding: usdc({ isRisky: true }), countingStatus: 'risky' }), undefined],
  ['risky', move({ holding: usdc({ isRisky: true }) }), undefined],
  ['not-counted', move({ movedValue: null, countingStatus: 'unpriced' }), undefined],
  ['not-counted', move({ countingStatus: 'unverified' }), undefined],
  ['not-counted', move({ countingStatus: 'kept-out' }), undefined],
  ['not-counted', move({ countingStatus: 'testnet' }), undefined]
] as const)('an amount is suppressed for the reason %s: %j', (reason, one, rules) =>
  expect(happen(one, rules).suppressionReason).toBe(reason)
);

it('the entry of a move has the token, the amount, the location and the remaining balance', () => {
  expect(happen(move({ amount: '-250', movedValue: '-250', balance: '0' })).entry).toMatchObject({
    kind: 'left',
    amount: '-250',
    worth: '-250',
    balance: '0',
    price: '1',
    symbol: 'USDC',
    chain: 'Base',
    wallet: 'Cold wallet',
    holdingId: usdc().id,
    at: NOW
  });
});

it('of a token that arrived by itself before, nothing more is notified, for a reason of its own', () => {
  for (const amount of ['250', '-250'])
    expect(
      happen(move({ amount, movedValue: amount }), DEFAULT_ALERTS, ['8453/0xc01']).suppressionReason
    ).toBe('uninvited');
  expect(happen(move({ movedValue: '1' }), DEFAULT_ALERTS, ['8453/0xc01']).suppressionReason).toBe(
    'below-threshold'
  );
  expect(happen(move(), DEFAULT_ALERTS, ['1/0xc01']).suppressionReason).toBe(null);
});
