import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { add, decimal, multiply, toText, ZERO } from '../../../shared/domain/decimal';
import { failureFrom, httpReply, read, ROW, success } from './sample';

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/okx/${name}`, import.meta.url), 'utf8');
}

/** A row on another chain, with an amount that requires the lenient schema. */
const OTHER = { ...ROW, chainIndex: '56' };

describe('a usual reply', () => {
  it("as in OKX's documentation is read whole, to the last digit of its holding value", () => {
    const reading = read(fixture('page-example.json'));
    expect(reading).toMatchObject({ unreadable: [], takenAt: 1724153197342 });
    expect(reading.holdings).toEqual([
      {
        id: 'w1/1/0xa03400e098f4421b34a3a44a1b4e571419517687/0xf4d2888d29d722226fafa5d9b24f9164c092421e',
        walletId: 'w1',
        chainIndex: '1',
        tokenAddress: '0xf4d2888d29d722226fafa5d9b24f9164c092421e',
        address: '0xa03400e098f4421b34a3a44a1b4e571419517687',
        symbol: 'LOOKS',
        balance: '0.6908810093750312',
        price: '0.035834243057603148',
        priceKeptSince: null,
        kind: 'token',
        isRisky: false,
        isDuplicate: false
      },
      expect.objectContaining({ tokenAddress: '', symbol: 'ETH', balance: '8', price: '2650.43' })
    ]);
    const totalValue = reading.holdings.reduce(
      (total, { balance, price }) => add(total, multiply(decimal(balance), decimal(price!))),
      ZERO
    );
    expect(toText(totalValue)).toBe('21203.4647571980138270671868009097182176');
  });

  it('with several elements is read whole, with the time of its oldest element', () => {
    const reading = read(fixture('several-elements.json'));
    expect(reading.holdings.map(holding => holding.symbol)).toEqual(['ETH', 'SOL']);
    expect(reading.takenAt).toBe(1724153190000);
  });

  it('with flat items and the code as a number is read like any other', () => {
    const { holdings, unreadable, takenAt } = read(fixture('flat-items.json'));
    expect(holdings.map(({ id, kind, price }) => ({ id, kind, price }))).toEqual([
      { id: 'w1/1//', kind: 'token', price: '2000' },
      { id: 'w1/0//btc-brc20-ordi', kind: 'inscription', price: '4.5' }
    ]);
    expect({ unreadable, takenAt }).toEqual({ unreadable: [], takenAt: null });
  });

  it.each([
    '{"code":"0","msg":"","data":[]}',
    '{"code":0,"data":[]}',
    '{"code":"0","msg":null,"data":null}',
    '{"code":"0"}',
    '{"code":"0","data":[{"tokenAssets":[]}]}',
    '{"code":"0","data":[{"tokenAssets":null,"timeStamp":"1724153197342"}]}'
  ])('without a row is an empty wallet: %s', body => {
    expect(read(body)).toMatchObject({ holdings: [], unreadable: [] });
  });

  it.each([
    ['1724153197342', 1724153197342],
    [1724153197342, 1724153197342],
    ['', null],
    [null, null],
    ['1724153197', null],
    ['soon', null],
    ['99999999999999999', null],
    [{ toString: 1, valueOf: 1 }, null]
  ])('with the time %j has the snapshot time %j', (timeStamp, takenAt) => {
    const body = JSON.stringify({ code: '0', data: [{ tokenAssets: [ROW], timeStamp }] });
    const reading = read(body);
    expect(reading.takenAt).toBe(takenAt);
    expect(reading.holdings).toHaveLength(1);
  });

  it('with 10,000 rows loses none', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...ROW, tokenAddress: `0x${index}` }));
    expect(read(success(...rows)).holdings).toHaveLength(10_000);
    expect(read(success(...rows, { ...OTHER, balance: 1 })).holdings).toHaveLength(10_001);
  });
});

describe('a reply whose list is wrong', () => {
  it.each([
    '{"code":"0","data":{}}',
    '{"code":"0","data":"none"}',
    '{"code":"0","data":[null]}',
    '{"code":"0","data":[{}]}',
    '{"code":"0","data":[[]]}',
    '{"code":"0","data":[{"tokenAssets":"none"}]}',
    '{"code":"0","data":[{"tokenAssets":{}}]}'
  ])('fails as a whole: %s', body => {
    expect(failureFrom(httpReply(200, body)).code).toBe('reply-damaged');
  });
});
