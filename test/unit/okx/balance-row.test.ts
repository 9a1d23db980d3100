import { describe, expect, it } from 'vitest';
import { Holding } from '../../../shared/schema/holding';
import { failureFrom, httpReply, read, ROW, success } from './sample';

function without(field: keyof typeof ROW): Record<string, unknown> {
  return Object.fromEntries(Object.entries(ROW).filter(([name]) => name !== field));
}

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
    expect(reading.damagedChains).toEqual([]);
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
    ['a negative price', { ...ROW, tokenPrice: '-2' }],
    ['a price in words', { ...ROW, tokenPrice: 'n/a' }],
    ['an absurd price', { ...ROW, tokenPrice: '1e100' }],
    ['a price that is an object', { ...ROW, tokenPrice: {} }],
    ['no token address', without('tokenAddress')],
    ['a null token address', { ...ROW, tokenAddress: null }],
    ['an endless token address', { ...ROW, tokenAddress: 'x'.repeat(501) }],
    ['an address that is a list', { ...ROW, address: ['0x1'] }],
    ['a risk flag in words', { ...ROW, isRiskToken: 'maybe' }]
  ])('with %s is dropped and its chain named; the other rows are read', (_, row) => {
    const reading = read(success(row, OTHER));
    expect(reading.damagedChains).toEqual(['1']);
    expect(reading.holdings.map(holding => holding.symbol)).toEqual(['OK']);
  });

  it('names its chain once, however it is damaged', () => {
    const rows = [
      { ...ROW, balance: null },
      { ...ROW, balance: '-1' },
      { ...ROW, tokenAddress: null }
    ];
    expect(read(success(...rows, OTHER)).damagedChains).toEqual(['1']);
  });

  it.each([
    [{ ...OTHER, chainIndex: undefined }],
    [{ ...OTHER, chainIndex: '' }],
    [{ ...OTHER, chainIndex: '1,56' }],
    [{ ...OTHER, chainIndex: 1.5 }],
    [{ ...OTHER, chainIndex: null }],
    [null],
    ['row'],
    [[]]
  ])('that hides its chain makes the whole reply fail: %j', row => {
    expect(failureFrom(httpReply(200, success(ROW, row))).code).toBe('reply-damaged');
  });
});
