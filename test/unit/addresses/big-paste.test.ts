import { describe, expect, it } from 'vitest';
import { review } from '../../../electron/addresses/review';
import { CHAINS } from '../../../electron/okx/chains';
import * as mint from './mint';

const chains = [...CHAINS.values()];

/** The families in turn, all addresses different. */
const makers: ((seed: number) => string)[] = [
  mint.evm,
  seed => mint.evm(seed).toLowerCase(),
  seed => mint.versioned(0x00, seed),
  seed => mint.segwit('bc', 1, mint.bytesOf(seed, 32)),
  seed => mint.segwit('ltc', 0, mint.bytesOf(seed, 20)),
  seed => mint.cash('bitcoincash', 0, mint.bytesOf(seed, 20)).slice(12),
  mint.solana,
  seed => mint.versioned(0x41, seed),
  seed => mint.ton(0x51, seed),
  mint.hex32
];
const goods = Array.from({ length: 150 }, (_, seed) => makers[seed % makers.length]?.(seed) ?? '');
/** The last character changed; only for families with a checksum, and for EVM the case of a letter. */
const wrongs = Array.from({ length: 26 }, (_, seed) => {
  if (seed % 2 === 0) return mint.evm(seed + 500).replace(/[A-F](?!.*[A-F])/, letter => letter.toLowerCase());
  const right = mint.versioned(0x41, seed + 500);
  return right.slice(0, -1) + (right.endsWith('2') ? '3' : '2');
});
const doubles = goods
  .slice(0, 20)
  .map((address, place) => (place % 10 === 0 ? address.toLowerCase() : address));
const others = [mint.versioned(0x6f, 1), mint.ton(0x91, 2), 'ask Anna', '0x1234…abcd'];
const watched = goods.slice(30, 36);

/** All the separators that people use, with blanks between. */
const separators = ['\n', '\n\n', '\r\n', ', ', ';', '\t', '  ', '\n \n'];
const pasted = [...goods, ...wrongs, ...doubles];
const paste = `${pasted.map((text, place) => text + (separators[place % separators.length] ?? '')).join('')}\n${others.join('\n')}`;

describe('200 pasted addresses of ten families', () => {
  const { rows, unread } = review(paste, { watched, chains });
  const typed = (verdict: string) => rows.filter(row => row.verdict === verdict).map(row => row.typed);

  it('give one row each, in their order', () => {
    expect(unread).toEqual({ entries: 0, characters: 0 });
    expect(rows.map(row => row.typed)).toEqual([...pasted, ...others]);
    expect(rows.map(row => row.line)).toEqual(rows.map(row => row.line).toSorted((a, b) => a - b));
  });

  it('are each given the right verdict', () => {
    expect(typed('good')).toEqual(goods.filter(address => !watched.includes(address)));
    expect(typed('already-watched')).toEqual(watched);
    expect(typed('wrong-checksum')).toEqual(wrongs);
    expect(typed('duplicate')).toEqual(doubles);
    expect(typed('testnet')).toEqual(others.slice(0, 2));
    expect(typed('not-an-address')).toEqual(others.slice(2));
  });

  it('are each given their family and the chains to poll', () => {
    const expected = ['evm', 'evm', 'utxo', 'utxo', 'utxo', 'utxo', 'solana', 'tron', 'ton', 'sui'];
    expect(rows.slice(0, 10).map(row => row.families[0])).toEqual(expected);
    expect(rows.slice(0, 150).filter(row => row.chains.length === 0 || row.address === '')).toEqual([]);
    expect(rows.filter(row => /wrong|testnet|not-an/.test(row.verdict) && row.chains.length > 0)).toEqual([]);
  });
});
