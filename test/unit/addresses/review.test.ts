import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { review } from '../../../electron/addresses/review';
import { CHAINS } from '../../../electron/okx/chains';
import { AddressReview } from '../../../shared/schema/address-review';
import * as mint from './mint';

const chains = [...CHAINS.values()];
const reviewOf = (text: string, watched: string[] = []) =>
  AddressReview.parse(review(text, { watched, chains }));
const verdictsOf = (text: string, watched: string[] = []) =>
  reviewOf(text, watched).rows.map(({ verdict }) => verdict);
const names = (text: string) => reviewOf(text).rows.map(({ suggestedName }) => suggestedName);
const [one, two, three] = [mint.evm(1), mint.versioned(0, 2), mint.ton(0x51, 3)];

describe('the chains that are offered', () => {
  it('are all mainnets of the family, most used first', () => {
    const offered = reviewOf(one).rows[0]?.chains ?? [];
    const family = chains.filter(chain => chain.family === 'evm');
    expect(offered.slice(0, 5)).toEqual(['1', '56', '8453', '42161', '137']);
    expect(offered).toHaveLength(family.length - 2);
    expect(offered).not.toContain('11155111');
    expect(offered).not.toContain('1952');
  });

  it('are those that use the form, for a coin with several chains', () => {
    expect(reviewOf(`${two} ${mint.versioned(0x1e, 1)}`).rows.map(row => row.chains)).toEqual([
      ['0', '70000061', '145'],
      ['3']
    ]);
    expect(reviewOf(mint.hex32(1)).rows[0]?.chains).toEqual(['784', '637']);
  });

  it('are only those of the known chain list', () => {
    expect(review(one, { watched: [], chains: [] }).rows[0]?.chains).toEqual([]);
  });
});

describe('the names that are suggested', () => {
  it.each([
    ['name, address', `Cold wallet, ${one}`, ['Cold wallet']],
    ['address and name', `${one}\tLedger (Anna's)`, ["Ledger (Anna's)"]],
    ['name: address', `Savings: ${three}`, ['Savings']],
    ['a numbered list', `1. Hot - ${one}`, ['Hot']],
    ['quoted columns', `"Main","${one}"`, ['Main']],
    ['several with names before', `Hot ${one} Cold, ${two}`, ['Hot', 'Cold']],
    ['several with names after', `${one} Hot; ${two} Cold`, ['Hot', 'Cold']],
    ['another script', `冷钱包，${one}`, ['冷钱包']],
    ['none', `${one}\n2) ${two}`, [null, null]],
    ['emoji, of which none is halved', `a${'🦊'.repeat(30)} ${one}`, [`a${'🦊'.repeat(19)}`]],
    ['hostile marks', `Ho\u202et\u200b ${one}`, ['Hot']]
  ])('come from %s', (_form, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('are cut to the length that the name of a wallet may have', () => {
    expect(names(`${'abcdefghi '.repeat(6)}${one}`)).toEqual(['abcdefghi abcdefghi abcdefghi abcdefghi']);
  });
});

describe('a review', () => {
  it('gives every verdict, in the order of the paste, with its line', () => {
    const wrong = one.replace(/[a-f]/, letter => letter.toUpperCase());
    const text = `${one}\n\n  ${wrong} ; hello\r\n${mint.versioned(0x6f, 1)}\n${two},${one.toLowerCase()}\nnothing here\n0x12`;
    expect(reviewOf(text, [two]).rows.map(({ line, verdict, typed }) => [line, verdict, typed])).toEqual([
      [1, 'good', one],
      [3, 'wrong-checksum', wrong],
      [4, 'testnet', mint.versioned(0x6f, 1)],
      [5, 'already-watched', two],
      [5, 'duplicate', one.toLowerCase()],
      [6, 'not-an-address', 'nothing here'],
      [7, 'not-an-address', '0x12']
    ]);
  });

  it('does not use a broken address as a name', () => {
    const broken = ['0x12', 'bc1qbroken', `${one.slice(0, 20)}…${one.slice(-8)}`, `${two}${two}`];
    expect(verdictsOf(`${broken.join(' ')} ${one}`)).toEqual([
      ...Array<string>(4).fill('not-an-address'),
      'good'
    ]);
  });

  it('recognises a watched address in any spelling', () => {
    const cash = mint.cash('bitcoincash', 0, mint.bytesOf(5, 20));
    expect(
      verdictsOf(`${one} ${cash} ${mint.ton(0x11, 3)}`, [one.toLowerCase(), cash.slice(12), three])
    ).toEqual(Array(3).fill('already-watched'));
  });

  it('reads blank text as no entry', () => {
    expect(reviewOf(' \n\t,,;\r\n---|---|\n')).toEqual({ rows: [], unread: { entries: 0, characters: 0 } });
  });

  it('cuts the typed text, and shows none of its hidden marks', () => {
    const [row] = reviewOf(`0x\u202e${'z'.repeat(300)}`).rows;
    expect(row?.typed).toBe(`0x${'z'.repeat(118)}`);
  });

  it('stops after 1,000 entries and reports how many remain', () => {
    const { rows, unread } = reviewOf(Array.from({ length: 1203 }, (_, n) => mint.solana(n)).join('\n'));
    expect([rows.length, unread]).toEqual([1000, { entries: 203, characters: 0 }]);
  });

  it('stops at 100,000 characters, before the line it would cut, and reports how many remain', () => {
    const text = `${'\n'.repeat(99_990)}${one}\n${two}`;
    expect(reviewOf(text)).toEqual({ rows: [], unread: { entries: 0, characters: text.length - 99_989 } });
    const half = `${'\n'.repeat(99_950)}${one} ${two}`;
    expect(reviewOf(half)).toEqual({ rows: [], unread: { entries: 0, characters: half.length - 99_949 } });
    expect(reviewOf(`${one} ${'x'.repeat(100_000)}`)).toMatchObject({
      rows: [{ verdict: 'good' }],
      unread: { entries: 0, characters: 100_001 }
    });
    expect(reviewOf('x'.repeat(100_001)).unread.characters).toBe(100_001);
  });

  it('reads the longest paste in little time', () => {
    const start = process.cpuUsage().user;
    for (const text of ['1'.repeat(99_999), '1A'.repeat(24).concat(' ').repeat(2000), 'bc1q '.repeat(20_000)])
      reviewOf(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(5000);
  });

  it('accepts any text, returns nothing outside its contract, and loses no good address', () => {
    const bit = fc.oneof(
      fc.constantFrom(
        one,
        two,
        three,
        '\n',
        '\t',
        ',',
        ';',
        ' ',
        '"',
        '0x',
        '12',
        'abandon',
        '\u202e',
        '助记词'
      ),
      fc.string({ unit: 'binary', maxLength: 30 })
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 60 }), bits => {
        const found = reviewOf(bits.join(' ')).rows.map(row => row.address);
        for (const address of [one, two, three]) {
          expect(found.includes(address)).toBe(bits.includes(address));
        }
      }),
      { numRuns: 400 }
    );
  });
});
