import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holding } from '../../../shared/schema/holding';
import { tokenOf } from '../../../shared/domain/holding-id';
import { drivers } from '../../../electron/okx/drivers';
import { cleanSymbol } from '../../../electron/okx/balance-row';
import { ADDRESS_ROW, ADDRESS_WALLET, httpReply, RECEIVED_AT, ROW, success, WALLET } from './sample';

type AnyRow = Record<string, unknown>;
const tokens = (count: number, row: AnyRow = ROW): AnyRow[] =>
  Array.from({ length: count }, (_, at) => ({ ...row, tokenAddress: `0x${at + 1}`, symbol: `T${at}` }));
const read = (rows: readonly unknown[], last: readonly Holding[] = []) =>
  drivers['v5-account'].read(httpReply(200, success(...rows)), WALLET, RECEIVED_AT, { holdings: last });
const first = (rows: readonly AnyRow[]) => read(rows).holdings;
/** How many of the holdings are the same objects as in the last poll. */
const reusedCount = (rows: readonly unknown[], last: readonly Holding[]) =>
  read(rows, last).holdings.filter(holding => last.includes(holding)).length;

describe('a reply that repeats the last one', () => {
  it('gives the same holding objects, in its own order', () => {
    const rows = tokens(40);
    expect(reusedCount(rows, first(rows))).toBe(40);
    expect(reusedCount(rows.slice(5), first(rows))).toBe(35);
    expect(reusedCount([...tokens(41).slice(40), ...rows], first(rows))).toBe(40);
  });

  it('for the later chains only finds its first holding', () => {
    const rows = tokens(400);
    expect(reusedCount(rows.slice(300), first(rows))).toBe(100);
  });

  it('reuses them also when OKX gives no price, however it says so', () => {
    const last = first(tokens(3, { ...ROW, tokenPrice: '0' }));
    for (const tokenPrice of ['0', '', undefined])
      expect(reusedCount(tokens(3, { ...ROW, tokenPrice }), last), `${tokenPrice}`).toBe(3);
  });

  it('reuses those of an address, though OKX writes it in another case', () => {
    const again = (address: unknown, last: readonly Holding[] = []) => {
      const rows = [ADDRESS_ROW, { ...ADDRESS_ROW, tokenContractAddress: '0x2', address }];
      return drivers['v6-address'].read(httpReply(200, success(...rows)), ADDRESS_WALLET, RECEIVED_AT, {
        holdings: last
      });
    };
    const { holdings } = again('0x2');
    expect(again('0X2', holdings).holdings[1]).toBe(holdings[1]);
    for (const address of [5, '\u202e']) expect(again(address, holdings)).toEqual(again(address));
  });

  it.each<[string, AnyRow]>([
    ['amount', { balance: '0.6' }],
    ['price', { tokenPrice: '2.1' }],
    ['missing price', { tokenPrice: null }],
    ['name', { symbol: 'LOOK' }],
    ['kind', { tokenType: '2' }],
    ['risk', { isRiskToken: true }],
    ['chain', { chainIndex: '10' }],
    ['address', { address: '0xb' }],
    ['token', { tokenAddress: '0xb' }]
  ])('reads a row with another %s again', (_, difference) => {
    const [row] = [{ ...ROW, ...difference }];
    expect(read([row], first([ROW]))).toEqual(read([row]));
    expect(reusedCount([row], first([ROW]))).toBe(0);
  });

  it.each<[string, AnyRow]>([
    ['a type that is no text', { tokenType: 2 }],
    ['a risk that is no yes or no', { isRiskToken: 'false' }],
    ['a second id that is none', { tokenContractAddress: 5 }],
    ['no id', { tokenAddress: null }],
    ['an amount that is a number', { balance: 0.5 }]
  ])('checks %s in the same way', (_, difference) => {
    const rows = [{ ...ROW, ...difference }, ...tokens(2)];
    const last = first([ROW, ...tokens(2)]);
    expect(read(rows, last)).toEqual(read(rows));
  });

  it.each<[string, Partial<Holding>]>([
    ['a kept price', { priceKeptSince: 5 }],
    ['two opinions', { isDuplicate: true }],
    ['a last value that could not be read', { isStale: true }]
  ])('reuses nothing of %s', (_, mark) => {
    const last = first([ROW]).map(holding => ({ ...holding, ...mark }));
    expect(read([ROW], last)).toEqual(read([ROW]));
  });

  it('reuses a token that waits for an OK, with its mark', () => {
    const last = first([ROW]).map(holding => ({ ...holding, isUnverified: true }));
    expect(reusedCount([ROW], last)).toBe(1);
    expect(read([ROW], last).holdings).toEqual(last);
  });

  it('reuses an exact amount while both of its texts are the same, and reads it again otherwise', () => {
    const exact = { ...ROW, balance: '0.12170524654211874', rawBalance: '121705246542118738' };
    const last = first([exact]);
    expect(last).toMatchObject([{ balance: '0.121705246542118738', decimals: 18 }]);
    expect(reusedCount([exact], last)).toBe(1);
    expect(reusedCount([exact], last)).toBe(1);
    const other = { ...exact, rawBalance: '121705246542118741' };
    for (const row of [other, { ...exact, rawBalance: '' }, { ...exact, balance: '0.12170524654211873' }]) {
      expect(reusedCount([row], last)).toBe(0);
      expect(read([row], last)).toEqual(read([row]));
    }
  });

  it('reads an amount without raw units again once it has them', () => {
    const last = first([{ ...ROW, rawBalance: '0' }]);
    expect(reusedCount([{ ...ROW, rawBalance: '' }], last)).toBe(1);
    expect(read([{ ...ROW, rawBalance: '500000' }], last).holdings).toMatchObject([{ decimals: 6 }]);
  });

  it('reads an exact amount again once the token is known to have other decimals', () => {
    const row = { ...ROW, rawBalance: '500000' };
    const last = { holdings: first([row]), decimals: { [tokenOf(ROW)]: 18 } };
    const { holdings } = drivers['v5-account'].read(httpReply(200, success(row)), WALLET, RECEIVED_AT, last);
    expect(holdings).toEqual(first([ROW]));
  });

  it('still detects two differing rows for one token', () => {
    const last = first(tokens(3));
    const other = { ...tokens(3)[1], balance: '9' };
    for (const rows of [
      [...tokens(3), other],
      [other, ...tokens(3)],
      [{ ...tokens(1)[0], balance: '5' }, ...tokens(3).slice(1), other],
      [...tokens(3), ...tokens(3)]
    ])
      expect(read(rows, last)).toEqual(read(rows));
    const [again] = tokens(1);
    expect(read([...tokens(20), again], first(tokens(40)))).toEqual(read([...tokens(20), again]));
    expect(read([...tokens(3), other], last).holdings[1]).toMatchObject({ balance: '9', isDuplicate: true });
  });
});

const NO_CONTRACT = `0x${'e'.repeat(40)}`;
const Rows = fc.array(
  fc.record({
    chainIndex: fc.constantFrom('1', '10'),
    tokenAddress: fc.constantFrom('', NO_CONTRACT, '0x1', '0X1', '0x2', 'btc-brc20-ordi', null),
    address: fc.constantFrom('0xa', '0xA', '', undefined, null),
    symbol: fc.constantFrom('A', 'B', '', 'A\u202e'),
    balance: fc.constantFrom('1', '2', '0', '1.0', 'x'),
    tokenPrice: fc.constantFrom('1', '2', '0', '', undefined, null),
    tokenType: fc.constantFrom('1', '2', undefined, 1),
    isRiskToken: fc.constantFrom(true, false, undefined, null),
    rawBalance: fc.constantFrom('', '0', '1', '100', '200', undefined, 100)
  }),
  { maxLength: 12 }
);

it('raw units that came as a number are read alike, beside a row of unusual form that is reused too', () => {
  const exact = { ...ROW, balance: '1', rawBalance: 100 };
  const rows = [exact, { ...ROW, tokenAddress: 'btc-brc20-ordi', isRiskToken: null }];
  expect(read([exact]).holdings).toMatchObject([{ balance: '1', decimals: 2 }]);
  expect(read(rows, first(rows))).toEqual(read(rows));
});

it('a reply is read as if it were the first, whatever the last one contained', () => {
  const reading = (rows: AnyRow[], last?: readonly Holding[]) => {
    try {
      return read(rows, last);
    } catch (failure) {
      return String(failure);
    }
  };
  fc.assert(
    fc.property(Rows, Rows, (before, after) => {
      const last = reading(before);
      const holdings = typeof last === 'string' ? [] : last.holdings;
      expect(reading([...before, ...after], holdings)).toEqual(reading([...before, ...after]));
      expect(reading(after, holdings)).toEqual(reading(after));
    }),
    { numRuns: 2000 }
  );
});

it('a clean name stays unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), name => {
      expect(cleanSymbol(cleanSymbol(name))).toBe(cleanSymbol(name));
    }),
    { numRuns: 5000 }
  );
});
