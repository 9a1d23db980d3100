import { describe, expect, it } from 'vitest';
import { compareHoldings } from '../../../../electron/core/snapshots/compare-holdings';
import type { RecountedChanges } from '../../../../electron/core/snapshots/recounts';
import { countingStatusOf } from '../../../../electron/core/portfolio/counting-rule';
import type { Holding } from '../../../../shared/schema/holding';
import { holdingOf, RULE } from '../../../fakes/holdings';

function compare(before: Holding[], after: Holding[], isComparable = true) {
  return compareHoldings(
    before,
    after,
    holding => countingStatusOf(holding, RULE),
    () => isComparable
  );
}

const NOTHING = { moves: [], prices: '0', transfers: '0', chains: {} };
const eth = holdingOf({ balance: '2', price: '2000' });
const spam = holdingOf({ tokenAddress: '0xbad', isRisky: true, balance: '5', price: '7' });

describe('the comparison of two answers of one wallet', () => {
  it.each([
    ['nothing changed', [eth], [eth], '0', '0', []],
    ['a price rose', [eth], [{ ...eth, price: '2100.5' }], '201', '0', []],
    ['a price fell', [eth], [{ ...eth, price: '1900' }], '-200', '0', []],
    ['an amount arrived', [eth], [{ ...eth, balance: '2.5' }], '0', '1000', [['0.5', '1000']]],
    ['an amount left', [eth], [{ ...eth, balance: '0.5' }], '0', '-3000', [['-1.5', '-3000']]],
    [
      'both at once: the old amount at the move of the price, the new amount at the new price',
      [eth],
      [{ ...eth, balance: '3', price: '2100' }],
      '200',
      '2100',
      [['1', '2100']]
    ],
    [
      'an amount became known to the last digit, which moves nothing',
      [{ ...eth, balance: '0.12170524654211874' }],
      [{ ...eth, balance: '0.121705246542118738', decimals: 18 }],
      '0',
      '0',
      []
    ],
    [
      'an exact amount fell by one unit',
      [{ ...eth, balance: '0.121705246542118738', decimals: 18, price: '1' }],
      [{ ...eth, balance: '0.121705246542118737', decimals: 18, price: '1' }],
      '0',
      '-0.000000000000000001',
      [['-0.000000000000000001', '-0.000000000000000001']]
    ],
    ['a token is new', [], [eth], '0', '4000', [['2', '4000']]],
    ['a token left altogether, at its last price', [eth], [], '0', '-4000', [['-2', '-4000']]],
    ['a new token without a price', [], [{ ...eth, price: null }], '0', '0', [['2', null]]],
    ['a token without a price left', [{ ...eth, price: null }], [], '0', '0', [['-2', null]]],
    ['a price became known', [{ ...eth, price: null }], [eth], '0', '0', []],
    ['a price became unknown', [eth], [{ ...eth, price: null }], '0', '0', []],
    ['a kept price', [eth], [{ ...eth, priceKeptSince: 1 }], '0', '0', []],
    [
      'a kept price is known again, which is no move of the price',
      [{ ...eth, priceKeptSince: 1 }],
      [{ ...eth, price: '2200' }],
      '0',
      '0',
      []
    ],
    [
      'a kept price is known again while an amount arrives, at the new price',
      [{ ...eth, priceKeptSince: 1 }],
      [{ ...eth, balance: '3', price: '2200' }],
      '0',
      '2200',
      [['1', '2200']]
    ],
    [
      'a price that is kept and moves nothing',
      [{ ...eth, priceKeptSince: 1 }],
      [{ ...eth, priceKeptSince: 1 }],
      '0',
      '0',
      []
    ],
    ['spam arrives', [], [spam], '0', '0', [['5', null]]],
    ['a token is called risky', [eth], [{ ...eth, isRisky: true }], '0', '0', []],
    [
      'a token is called risky while it leaves in part',
      [eth],
      [{ ...eth, balance: '1', isRisky: true }],
      '0',
      '0',
      [['-1', '-2000']]
    ]
  ] as const)('%s', (_, before, after, prices, transfers, moves) => {
    const got = compare([...before], [...after]);
    expect([got.prices, got.transfers]).toEqual([prices, transfers]);
    expect(got.moves.map(({ amount, movedValue }) => [amount, movedValue])).toEqual(moves);
  });

  it('gives the counting status of the new holding, so that alerts for risky tokens can be suppressed', () => {
    expect(compare([], [spam]).moves[0]).toMatchObject({ countingStatus: 'risky', holding: spam });
    expect(compare([eth], []).moves[0]).toMatchObject({ countingStatus: 'counted', holding: eth });
  });

  it('ignores a part that one of the answers does not have', () => {
    expect(compare([], [eth], false)).toEqual(NOTHING);
  });

  it('treats the same token at two addresses as two holdings', () => {
    const other = holdingOf({ address: '0xb', balance: '2', price: '2000' });
    const got = compare([eth], [other]);
    expect(got.moves.map(({ amount }) => amount)).toEqual(['-2', '2']);
    expect(got.transfers).toBe('0');
  });

  it('gives the balance after the move', () => {
    expect(compare([eth], [{ ...eth, balance: '2.5' }]).moves[0]?.balance).toBe('2.5');
    expect(compare([eth], []).moves[0]?.balance).toBe('0');
  });

  it('loses no digit', () => {
    const dust = { ...eth, balance: '0.000000000000000001', price: '0.035834243057603148' };
    expect(compare([], [dust]).transfers).toBe('0.000000000000000000035834243057603148');
  });
});

describe('the order of moves', () => {
  const named = (name: string, balance = '1') => holdingOf({ tokenAddress: name, balance });
  const orderOf = (before: Holding[], after: Holding[]) =>
    compare(before, after).moves.map(({ holding, amount }) => `${holding.tokenAddress} ${amount}`);

  it('is the previous order, whatever the order of the answer; new holdings follow in the order of the answer', () => {
    const before = [named('a'), named('b'), named('c'), named('d')];
    const after = [named('y'), named('d', '3'), named('x'), before[2]!, named('a', '2')];
    expect(orderOf(before, after)).toEqual(['a 1', 'b -1', 'd 2', 'y 1', 'x 1']);
  });

  it('contains no move for the same object, and none for an equal one', () => {
    const same = named('a');
    expect(orderOf([same, named('b')], [named('b'), same])).toEqual([]);
  });
});

describe('what is recounted', () => {
  const usdc = holdingOf({ tokenAddress: '0xc01', symbol: 'USDC', balance: '80000', price: '1' });
  const compareWith = (before: Holding[], after: Holding[], changes: RecountedChanges) =>
    compareHoldings(
      before,
      after,
      holding => countingStatusOf(holding, RULE),
      () => true,
      changes
    );
  const airdrop = holdingOf({ tokenAddress: '0xa1d', symbol: 'FREE', balance: '10', price: '5' });
  const isUninvited = ({ symbol }: Holding) => symbol === 'FREE';

  it('an uninvited token is in neither sum, and its arrival is a move', () => {
    const got = compareWith([eth], [{ ...eth, price: '2100' }, airdrop], { isUninvited });
    expect(got).toMatchObject({ prices: '200', transfers: '0', moves: [{ amount: '10', movedValue: '50' }] });
    const risen = compareWith([eth, airdrop], [eth, { ...airdrop, price: '500' }], { isUninvited });
    expect(risen).toEqual({ ...NOTHING, recounts: { uninvited: '4950' } });
  });

  it('a holding that came back did not arrive', () => {
    const isReturned = ({ id }: Holding) => id === usdc.id;
    expect(compareWith([eth], [eth, usdc], { isReturned })).toEqual({
      ...NOTHING,
      recounts: { returned: '80000' }
    });
    expect(compareWith([eth], [eth, usdc], {})).toMatchObject({ transfers: '80000', moves: [{}] });
  });

  it('a risk flag that is set on a counted token moves nothing', () => {
    const flagged = { ...airdrop, isRisky: true };
    expect(compareWith([airdrop], [flagged], {})).toEqual({ ...NOTHING, recounts: { 'risk-mark': '-50' } });
  });

  it('both sides of a swap move, and the total does not', () => {
    const { transfers, moves } = compareWith(
      [{ ...eth, balance: '10' }],
      [
        { ...eth, balance: '2' },
        { ...usdc, balance: '16000' }
      ],
      {}
    );
    expect(transfers).toBe('0');
    expect(moves.map(({ amount }) => amount)).toEqual(['-8', '16000']);
  });
});
