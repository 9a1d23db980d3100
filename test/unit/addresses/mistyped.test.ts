import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../electron/addresses/recognise';
import * as mint from './mint';

const LETTERS = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_:'];
const families = (text: string) =>
  recognise(text).flatMap(({ family, problem }) => (problem ? [] : [family]));
const seed = fc.integer({ min: 1, max: 1_000_000 });

/** Forms whose checksum covers every character; 0x with 64 digits, Solana and raw TON have none. */
const forms: [form: string, make: (seed: number) => string][] = [
  ['Bitcoin, key', n => mint.versioned(0x00, n)],
  ['Bitcoin, script', n => mint.versioned(0x05, n)],
  ['Dogecoin', n => mint.versioned(0x1e, n)],
  ['Tron', n => mint.versioned(0x41, n)],
  ['Bitcoin, SegWit', n => mint.segwit('bc', 0, mint.bytesOf(n, 20))],
  ['Bitcoin, Taproot', n => mint.segwit('bc', 1, mint.bytesOf(n, 32))],
  ['Litecoin, SegWit', n => mint.segwit('ltc', 0, mint.bytesOf(n, 32))],
  ['Bitcoin Cash', n => mint.cash('bitcoincash', 0, mint.bytesOf(n, 20))],
  ['Bitcoin Cash, no prefix', n => mint.cash('bitcoincash', 0, mint.bytesOf(n, 20)).slice(12)],
  ['Cosmos', n => mint.plainBech32('cosmos', mint.bytesOf(n, 20))],
  ['Cardano', n => mint.plainBech32('addr', Buffer.from([1, ...mint.bytesOf(n, 56)]))],
  ['TON, bounceable', n => mint.ton(0x11, n)],
  ['TON, not bounceable', n => mint.ton(0x51, n)]
];

describe('a mistyped address', () => {
  it.each(forms)('is never good with one character changed: %s', (_form, make) => {
    const slip = fc.tuple(seed, fc.nat(200), fc.constantFrom(...LETTERS));
    fc.assert(
      fc.property(slip, ([number, at, letter]) => {
        const right = make(number);
        const place = at % right.length;
        const wrong = right.slice(0, place) + letter + right.slice(place + 1);
        expect(families(right)).toHaveLength(1);
        if (wrong !== right) expect(families(wrong)).not.toEqual(families(right));
      }),
      { numRuns: 400 }
    );
  });

  it.each(forms)('is never good with two neighbours swapped: %s', (_form, make) => {
    fc.assert(
      fc.property(seed, fc.nat(200), (number, at) => {
        const right = make(number);
        const place = at % (right.length - 1);
        const wrong = `${right.slice(0, place)}${right[place + 1]}${right[place]}${right.slice(place + 2)}`;
        if (wrong !== right) expect(families(wrong)).not.toEqual(families(right));
      }),
      { numRuns: 200 }
    );
  });

  it('is refused on EVM for every single letter in the wrong case', () => {
    for (const address of Array.from({ length: 20 }, (_, number) => mint.evm(number))) {
      for (const place of [...address].keys()) {
        const letter = address[place] ?? '';
        const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
        const wrong = address.slice(0, place) + other + address.slice(place + 1);
        if (place > 1 && other !== letter) expect(recognise(wrong)[0]?.problem).toBe('wrong-checksum');
      }
    }
  });

  /** EIP-55 itself lets about one typing error in four thousand pass. */
  it('is good on EVM only where the checksum of EIP-55 matches, which is very rare', () => {
    let [passed, tried] = [0, 0];
    for (const address of Array.from({ length: 3 }, (_, number) => mint.evm(number + 100))) {
      for (let place = 2; place < address.length; place += 1) {
        for (const letter of '0123456789abcdefABCDEF') {
          const wrong = address.slice(0, place) + letter + address.slice(place + 1);
          if (wrong === address) continue;
          const isGood = families(wrong).includes('evm');
          expect(isGood).toBe(mint.checksummed(wrong) === wrong);
          passed += Number(isGood);
          tried += 1;
        }
      }
    }
    expect(tried).toBeGreaterThan(2400);
    expect(passed / tried).toBeLessThan(0.002);
  });

  it('throws for no text', () => {
    const bits = fc.constantFrom(
      '0x',
      'bc1',
      'bitcoincash:',
      'addr1',
      '0:',
      '-1:',
      'T',
      '1',
      'EQ',
      '=',
      '🦊',
      '\u0000'
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 140 }),
      fc
        .array(fc.oneof(bits, fc.string({ maxLength: 40 }), fc.constantFrom(...LETTERS)), { maxLength: 60 })
        .map(parts => parts.join(''))
    );
    fc.assert(
      fc.property(text, pasted => {
        expect(Array.isArray(recognise(pasted))).toBe(true);
      }),
      { numRuns: 1500 }
    );
  });
});
