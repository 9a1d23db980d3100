// Tests which tokens are named as what arrived and left, and when none is.
import { expect, it } from 'vitest';
import {
  nextMoves,
  transferPartsOf,
  type TokenMove
} from '../../../../electron/core/portfolio/transfer-parts';
import { moneyCauses } from '../../../../shared/text/headline';

const move = (symbol: string, amount: string, worth: string, at = 20): TokenMove => ({
  at,
  walletId: 'w1',
  token: `1/${symbol}`,
  symbol,
  amount,
  worth
});
const parts = (moves: readonly TokenMove[], transfers: string) =>
  transferPartsOf(moves, { since: 10, transfers }).map(({ symbol, amount, worth }) => [
    symbol,
    amount,
    worth
  ]);

it('names each token with all that arrived and left of it, the largest first', () => {
  const moves = [
    move('USDC', '300', '300'),
    move('ETH', '-0.5', '-1300'),
    move('USDC', '-50', '-50', 30),
    move('OLD', '7', '7', 10)
  ];
  expect(parts(moves, '-1050')).toEqual([
    ['ETH', '-0.5', '-1300'],
    ['USDC', '250', '250']
  ]);
});

it('names none where they do not come to what transfers did', () => {
  expect(parts([move('USDC', '300', '300')], '299.98')).toEqual([]);
  expect(parts([move('USDC', '300', '300')], '299.996')).toEqual([['USDC', '300', '300']]);
  expect(parts([], '5')).toEqual([]);
});

it('names nothing of what went out and came back', () => {
  expect(parts([move('USDC', '300', '300'), move('USDC', '-300', '-300')], '0')).toEqual([]);
  const both = [move('USDC', '300', '300'), move('USDC', '-300', '-300'), move('ETH', '1', '2600')];
  expect(parts(both, '2600')).toEqual([['ETH', '1', '2600']]);
});

it('two tokens have a name in the causes, more are transfers', () => {
  const causes = (moves: readonly TokenMove[], transfers: string, isMasked = false) =>
    moneyCauses(
      {
        transfers,
        transfersBy: transferPartsOf(moves, { since: 10, transfers }),
        recounted: '0'
      },
      isMasked
    ).map(({ name, amount }) => `${name} ${amount}`);
  const two = [move('USDC', '250', '250'), move('ETH', '-0.05', '-130')];
  expect(causes(two, '120')).toEqual(['Received 250 USDC 250', 'Sent 0.05 ETH -130']);
  expect(causes([...two, move('LINK', '1', '14')], '134')).toEqual(['Transfers 134']);
  expect(causes(two, '100')).toEqual(['Transfers 100']);
  expect(causes(two, '120', true).join()).not.toMatch(/250 USDC|0\.05/);
});

const NO_TOKENS = { tokens: {} };

it('keeps the moves of the time that the points cover, and no more than a line could need', () => {
  const entry = (at: number) =>
    ({ ...move('USDC', '1', '1', at), kind: 'arrived', holdingId: 'w1/1/a/USDC', silence: null }) as never;
  const some = nextMoves([], [entry(5), entry(20)], 10, NO_TOKENS);
  expect(some.map(({ at }) => at)).toEqual([20]);
  expect(nextMoves(some, [], 10, NO_TOKENS)).toBe(some);
  expect(nextMoves(some, [entry(40)], 30, NO_TOKENS).map(({ at }) => at)).toEqual([40]);
  expect(
    nextMoves(
      [],
      Array.from({ length: 2000 }, () => entry(20)),
      10,
      NO_TOKENS
    )
  ).toHaveLength(500);
});

it('an unsolicited token is no transfer: what it does is recounted', () => {
  const entry = (token: string) =>
    ({ ...move('X', '1', '1', 20), kind: 'arrived', holdingId: `w1/1/a/${token}`, silence: null }) as never;
  const past = { amount: '0', price: null, at: 1 };
  const memory = { tokens: { '1/free': { ...past, isUninvited: true }, '1/own': past } };
  expect(nextMoves([], [entry('free'), entry('own')], 10, memory).map(({ token }) => token)).toEqual([
    '1/own'
  ]);
});
