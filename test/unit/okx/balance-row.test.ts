import { describe, expect, it } from 'vitest';
import { Holding } from '../../../shared/schema/holding';
import { tokenOf } from '../../../shared/domain/holding-id';
import type { UnreadableRow } from '../../../electron/core/ports/ports';
import { drivers } from '../../../electron/okx/drivers';
import { ADDRESS_ROW, httpReply, read, readAddress, RECEIVED_AT, ROW, success, WALLET } from './sample';

function without(field: keyof typeof ROW): Record<string, unknown> {
  return Object.fromEntries(Object.entries(ROW).filter(([name]) => name !== field));
}

const CAPITALS = {
  tokenAddress: ROW.tokenAddress.toUpperCase().replace('X', 'x'),
  address: ROW.address.toUpperCase()
};

/** A second row on another chain, which must be read whatever is wrong with the first. */
const OTHER = { ...ROW, chainIndex: '56', symbol: 'OK' };

describe('a row of another known shape', () => {
  it.each<[string, object, Partial<Holding>]>([
    ['no address', without('address'), { address: '' }],
    ['a null address', { ...ROW, address: null }, { address: '' }],
    ['no rawBalance', without('rawBalance'), { balance: '0.5' }],
    ['a strange rawBalance', { ...ROW, rawBalance: { hex: 1 } }, { balance: '0.5' }],
    ['unknown fields', { ...ROW, transferAmount: '1', nested: { a: [1] } }, { balance: '0.5' }],
    ['chain as a number', { ...ROW, chainIndex: 137 }, { chainIndex: '137' }],
    ['an exponent', { ...ROW, balance: '1.5e-7' }, { balance: '0.00000015' }],
    ['a large exponent', { ...ROW, balance: '2E+21' }, { balance: '2000000000000000000000' }],
    ['stray zeros', { ...ROW, balance: '007.500' }, { balance: '7.5' }],
    ['blanks around a number', { ...ROW, balance: ' 7.5 ' }, { balance: '7.5' }],
    ['a balance as number', { ...ROW, balance: 0.6908810093750312 }, { balance: '0.6908810093750312' }],
    ['a price as number', { ...ROW, tokenPrice: 3.25 }, { price: '3.25' }],
    ['a price as the number 0', { ...ROW, tokenPrice: 0 }, { price: null }],
    ['price "0"', { ...ROW, tokenPrice: '0' }, { price: null }],
    ['price "0.000"', { ...ROW, tokenPrice: '0.000' }, { price: null }],
    ['price ""', { ...ROW, tokenPrice: '' }, { price: null }],
    ['price null', { ...ROW, tokenPrice: null }, { price: null }],
    ['no price', without('tokenPrice'), { price: null }],
    ['a negative price', { ...ROW, tokenPrice: '-2' }, { price: null }],
    ['a price in words', { ...ROW, tokenPrice: 'NaN' }, { price: null }],
    ['an absurd price', { ...ROW, tokenPrice: '1e100' }, { price: null }],
    ['a price that is an object', { ...ROW, tokenPrice: {} }, { price: null }],
    ['no risk flag', without('isRiskToken'), { isRisky: false }],
    ['a null risk flag', { ...ROW, isRiskToken: null }, { isRisky: false }],
    ['risk true', { ...ROW, isRiskToken: true }, { isRisky: true }],
    ['risk "true"', { ...ROW, isRiskToken: 'true' }, { isRisky: true }],
    ['risk "false"', { ...ROW, isRiskToken: 'false' }, { isRisky: false }],
    ['risk 1', { ...ROW, isRiskToken: 1 }, { isRisky: true }],
    ['type 2', { ...ROW, tokenType: '2' }, { kind: 'inscription' }],
    ['type 2 as number', { ...ROW, tokenType: 2 }, { kind: 'inscription' }],
    ['type 3', { ...ROW, tokenType: '3' }, { kind: 'token' }],
    ['no type', without('tokenType'), { kind: 'token' }],
    ['no symbol', without('symbol'), { symbol: '?' }],
    ['a symbol that is no text', { ...ROW, symbol: 7 }, { symbol: '?' }],
    [
      'a phishing symbol',
      { ...ROW, symbol: 'Visit\u202e https://x.example\nto claim' },
      { symbol: 'Visit https://x.example to claim' }
    ]
  ])('with %s is read', (_, row, expected) => {
    const reading = read(success(row, OTHER));
    expect(reading.unreadable).toEqual([]);
    expect(reading.holdings).toHaveLength(2);
    expect(Holding.parse(reading.holdings[0])).toMatchObject(expected);
  });

  it('keeps every digit of an amount that came as a number', () => {
    const body = success({ ...ROW, balance: '@', symbol: 'S "balance": 1.50' }).replace(
      '"@"',
      '67435907.432366131234567890123456789'
    );
    expect(read(body).holdings[0]).toMatchObject({
      balance: '67435907.432366131234567890123456789',
      symbol: 'S "balance": 1.50'
    });
  });
});

describe('an invalid row', () => {
  it.each<[string, object]>([
    ['no balance', without('balance')],
    ['an empty balance', { ...ROW, balance: '' }],
    ['a null balance', { ...ROW, balance: null }],
    ['a balance in words', { ...ROW, balance: 'many' }],
    ['a balance of NaN', { ...ROW, balance: 'NaN' }],
    ['an endless balance', { ...ROW, balance: 'Infinity' }],
    ['a hexadecimal balance', { ...ROW, balance: '0x10' }],
    ['a balance with commas', { ...ROW, balance: '1,000' }],
    ['a negative balance', { ...ROW, balance: '-1' }],
    ['a negative number', { ...ROW, balance: -1 }],
    ['a balance beyond 2 ** 256', { ...ROW, balance: '1e78' }],
    ['an exponent that would eat memory', { ...ROW, balance: '1e9999' }],
    ['a balance of 100,000 digits', { ...ROW, balance: '9'.repeat(100_000) }],
    ['a risk flag in words', { ...ROW, isRiskToken: 'maybe' }]
  ])('with %s is dropped, and says which holding it is about; the other rows are read', (_, row) => {
    const reading = read(success(row, OTHER));
    expect(reading.unreadable).toEqual([{ chainIndex: '1', token: ROW.tokenAddress, address: ROW.address }]);
    expect(reading.holdings.map(holding => holding.symbol)).toEqual(['OK']);
  });

  it.each<[string, object, Partial<UnreadableRow>]>([
    ['no token address', without('tokenAddress'), { token: null }],
    ['a null token address', { ...ROW, tokenAddress: null }, { token: null }],
    ['an endless token address', { ...ROW, tokenAddress: 'x'.repeat(501) }, { token: null }],
    ['one token id of two that is none', { ...ROW, tokenContractAddress: 5 }, {}],
    ['an address that is a list', { ...ROW, address: ['0x1'] }, { address: null }],
    ['no address, and no balance', { ...without('address'), balance: null }, { address: null }],
    ['letters in capitals, and no balance', { ...ROW, ...CAPITALS, balance: null }, {}],
    ['the coin, and no balance', { ...ROW, tokenAddress: '', balance: null }, { token: '' }],
    ['no chain', { ...ROW, chainIndex: undefined }, { chainIndex: null, token: null }],
    ['an empty chain', { ...ROW, chainIndex: '' }, { chainIndex: null, token: null }],
    ['a chain of two', { ...ROW, chainIndex: '1,56' }, { chainIndex: null, token: null }]
  ])('with %s tells what can be read of it', (_, row, expected) => {
    const whole = { chainIndex: '1', token: ROW.tokenAddress, address: ROW.address };
    const reading = read(success(row, OTHER));
    expect(reading.unreadable).toEqual([{ ...whole, ...expected }]);
    expect(reading.holdings).toHaveLength(1);
  });

  it.each([[null], ['row'], [[]], [5]])('that is none tells nothing: %j', row => {
    const reading = read(success(OTHER, row));
    expect(reading.unreadable).toEqual([{ chainIndex: null, token: null, address: null }]);
    expect(reading.holdings).toHaveLength(1);
  });

  it('of an address is about that address', () => {
    expect(readAddress({ ...ADDRESS_ROW, address: 5, balance: '-1' }).unreadable).toMatchObject([
      { address: ADDRESS_ROW.address }
    ]);
  });
});

describe('raw units', () => {
  const exact = { balance: '0.12170524654211874', rawBalance: '121705246542118738' };
  const keeping = (row: object, decimals: Record<string, number>) =>
    drivers['v5-account'].read(httpReply(200, success(row)), WALLET, RECEIVED_AT, { holdings: [], decimals });

  it('give the exact amount where the balance is their rounding', () => {
    expect(read(success({ ...ROW, ...exact })).holdings).toMatchObject([
      { balance: '0.121705246542118738', decimals: 18 }
    ]);
  });

  it.each(['7', '', '0', '-1', ' 1', '1.5', null, 12, { hex: 1 }])(
    'that do not fit change nothing: %j',
    raw => {
      const [holding] = read(success({ ...ROW, ...exact, rawBalance: raw })).holdings;
      expect(holding?.balance).toBe(exact.balance);
      expect(holding).not.toHaveProperty('decimals');
    }
  );

  it('that contradict the decimals of the token are not used', () => {
    const token = tokenOf(ROW);
    expect(keeping({ ...ROW, ...exact }, { [token]: 18 }).holdings).toMatchObject([{ decimals: 18 }]);
    const [holding] = keeping({ ...ROW, ...exact }, { [token]: 6 }).holdings;
    expect(holding).toEqual(read(success({ ...ROW, balance: exact.balance })).holdings[0]);
  });
});
