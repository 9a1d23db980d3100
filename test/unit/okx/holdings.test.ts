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
  it.each(['0', '0.0', '-0', '0e10'])('drops the zero balance "%s" as one that was read', balance => {
    expect(read({ balance })).toEqual({ holdings: [], unreadable: [] });
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

  it('gives the coin of a chain one id, however it is written', () => {
    for (const digit of ['e', 'E', '0'])
      expect(read({ tokenAddress: `0x${digit.repeat(40)}` }).holdings[0]).toMatchObject({
        id: read({ tokenAddress: '' }).holdings[0]!.id,
        tokenAddress: `0x${digit.repeat(40)}`
      });
  });

  it('distinguishes inscriptions by case', () => {
    const { holdings } = read(
      { tokenAddress: 'btc-runesMain-840000:2' },
      { tokenAddress: 'btc-runesmain-840000:2' }
    );
    expect(holdings.map(holding => holding.isDuplicate)).toEqual([false, false]);
  });

  it('keeps the same token at two addresses as two holdings', () => {
    expect(read({ address: '0xa1' }, { address: '0xa2' }).holdings).toHaveLength(2);
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

  it.each([{ symbol: 'OTHER' }, { isRiskToken: true }, { tokenType: '2' }])(
    'are one when only %j differs, and the first one stands',
    difference => {
      expect(read({}, difference).holdings).toEqual(read({}).holdings);
    }
  );

  it.each([
    ['2', '3', '2'],
    ['3', '2', '2'],
    ['0', '3', '3'],
    ['2', 'NaN', '2']
  ])('priced at %s and %s have the lower known price, %s', (one, other, price) => {
    expect(read({ tokenPrice: one }, { tokenPrice: other }).holdings).toMatchObject([
      { price, isDuplicate: false }
    ]);
  });

  it('stand where the first of them was', () => {
    const { holdings } = read({}, { chainIndex: '56' }, { balance: '7' });
    expect(holdings.map(({ chainIndex }) => chainIndex)).toEqual(['1', '56']);
  });
});

describe('two ids of one coin', () => {
  const pol = { chainIndex: '137', tokenAddress: '', symbol: 'POL', balance: '10000', tokenPrice: '0.5' };
  const contract = { ...pol, tokenAddress: '0x0000000000000000000000000000000000001010', symbol: 'WPOL' };
  const first = (...rows: Partial<Row>[]) =>
    [read(...rows), read(...rows.reverse())].map(one => one.holdings);

  it('are one holding, named and priced like the coin', () => {
    for (const holdings of first({ ...contract, tokenPrice: '0.4', isRiskToken: true }, pol))
      expect(holdings).toEqual(read(pol).holdings);
  });

  it('have the other price while that of the coin is unknown', () => {
    for (const holdings of first({ ...pol, tokenPrice: '0' }, contract))
      expect(holdings).toMatchObject([{ tokenAddress: '', symbol: 'POL', price: '0.5' }]);
  });

  it('are risky only together', () => {
    const risky = { isRiskToken: true };
    expect(read({ ...pol, ...risky }, contract).holdings[0]!.isRisky).toBe(false);
    expect(read({ ...pol, ...risky }, { ...contract, ...risky }).holdings[0]!.isRisky).toBe(true);
  });

  it('whose amounts are equal to 15 digits have that of the coin', () => {
    const [one, other] = ['6.8776463325608335', '6.877646332560834'];
    for (const holdings of first({ ...pol, balance: one }, { ...contract, balance: other }))
      expect(holdings).toMatchObject([{ balance: one, isDuplicate: false }]);
  });

  it('whose amounts differ have the larger one, flagged', () => {
    for (const holdings of first(pol, { ...contract, balance: '10000.001' }))
      expect(holdings).toMatchObject([
        { tokenAddress: '', symbol: 'POL', price: '0.5', balance: '10000.001', isDuplicate: true }
      ]);
  });

  it('have the exact amount that one of them gives', () => {
    const exact = { ...contract, balance: '0.12170524654211874', rawBalance: '121705246542118738' };
    for (const holdings of first({ ...pol, balance: '0.12170524654211874' }, exact))
      expect(holdings).toMatchObject([{ balance: '0.121705246542118738', decimals: 18, symbol: 'POL' }]);
  });
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
