import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, toText } from '../../../shared/domain/decimal';
import { amountOf, type Row } from '../../../electron/okx/balance-row';
import { holdingsOf } from '../../../electron/okx/holdings';
import { ROW } from './sample';

function read(...rows: Partial<Row>[]) {
  return holdingsOf(
    rows.map(row => ({ ...ROW, ...row })),
    { walletId: 'w1', address: null }
  );
}

describe('holdingsOf', () => {
  it.each(['0', '0.0', '-0', '0e10'])('drops the zero balance "%s" without naming its chain', balance => {
    expect(read({ balance })).toEqual({ holdings: [], damagedChains: [] });
  });

  it('keeps a balance of one unit with 18 decimals', () => {
    expect(read({ balance: '0.000000000000000001' }).holdings[0]!.balance).toBe('0.000000000000000001');
  });

  it('keeps the largest balance that a chain can hold', () => {
    const most = (2n ** 256n - 1n).toString();
    expect(read({ balance: most }).holdings[0]!.balance).toBe(most);
  });

  it('gives one 0x token one id, whatever the case of its letters', () => {
    const upper = read({ address: ROW.address.toUpperCase().replace('X', 'x') }).holdings[0]!;
    expect(upper.id).toBe(read({}).holdings[0]!.id);
  });

  it('distinguishes inscriptions by case', () => {
    const { holdings } = read(
      { tokenAddress: 'btc-runesMain-840000:2' },
      { tokenAddress: 'btc-runesmain-840000:2' }
    );
    expect(holdings.map(holding => holding.isDuplicate)).toEqual([false, false]);
  });

  it('keeps the same token at two addresses as two holdings', () => {
    expect(read({ address: '0x1' }, { address: '0x2' }).holdings).toHaveLength(2);
  });
});

describe('rows for the same token and address', () => {
  it('are merged when they are identical, even in another case', () => {
    const { holdings } = read({ balance: '1.5' }, { balance: '1.50', address: ROW.address.toUpperCase() });
    expect(holdings).toMatchObject([{ balance: '1.5', isDuplicate: false }]);
  });

  it.each([
    [['5', '7'], '7'],
    [['7', '5'], '7'],
    [['9', '10'], '10'],
    [['7', '5', '7'], '7'],
    [['5', '7', '7'], '7'],
    [['5', '5', '7'], '7'],
    [['5', '0'], '5'],
    [['0', '5'], '5']
  ])('keep the larger of differing balances, flagged as duplicate, not their sum: %j', (balances, larger) => {
    const { holdings } = read(...balances.map(balance => ({ balance })));
    expect(holdings).toMatchObject([{ balance: larger, isDuplicate: true }]);
  });

  it.each([{ tokenPrice: '3' }, { tokenPrice: '0' }, { isRiskToken: true }, { tokenType: '2' }])(
    'are flagged when only %j differs, and the first one stands',
    difference => {
      expect(read({}, difference).holdings).toEqual([{ ...read({}).holdings[0], isDuplicate: true }]);
    }
  );
});

describe('amountOf', () => {
  it('gives the canonical text of exactly the same number for every plain or exponent form', () => {
    const digits = fc.stringMatching(/^\d{1,30}$/);
    const forms = fc.oneof(
      digits,
      fc.tuple(digits, digits).map(([whole, fraction]) => `${whole}.${fraction}`),
      fc.tuple(digits, fc.integer({ min: -30, max: 30 })).map(([whole, power]) => `${whole}e${power}`)
    );
    fc.assert(
      fc.property(forms, text => {
        expect(amountOf(text)).toBe(toText(parseDecimal(text)!));
      })
    );
  });
});
