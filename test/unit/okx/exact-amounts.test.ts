// Tests that decimals follow from a pair of raw units and rounded amount, and from nothing that does not fit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, exactAmount } from '../../../electron/okx/exact-amounts';

describe('the decimals of a token', () => {
  it.each([
    ['0.12170524654211874', '121705246542118738', 18, '0.121705246542118738'],
    ['251.211039', '251211039', 6, '251.211039'],
    ['0.0168', '16800000000000000', 18, '0.0168'],
    ['1000', '1000', 0, '1000'],
    ['47042180.520700015', '47042180520700015123456789', 18, '47042180.520700015123456789'],
    ['329.10055205', '32910055205', 8, '329.10055205'],
    ['0.000003600364646315', '3600364646315', 18, '0.000003600364646315'],
    ['10000000000000000000', '10000000000000000000000000000000000000000', 21, '10000000000000000000'],
    ['0.99999999999999999', '999999999999999990', 18, '0.99999999999999999'],
    ['1', '999999999999999999', 18, '0.999999999999999999']
  ])('%s with %s are %i', (balance, raw, decimals, exact) => {
    expect(decimalsOf(balance, raw)).toBe(decimals);
    expect(exactAmount(raw, decimals)).toBe(exact);
  });

  it.each([
    ['1.5', '7'],
    ['0', '0'],
    ['1000', '0'],
    ['1.5', ''],
    ['1.5', '-15'],
    ['1.5', '1.5'],
    ['1.5', '015'],
    ['150', '15'],
    ['0.12170524654211873', '121705246542118738'],
    ['1', '9'.repeat(200)]
  ])('%s with %s say nothing', (balance, raw) => {
    expect(decimalsOf(balance, raw)).toBeNull();
  });

  it('are found again from any amount that was rounded to 17 digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 77n }),
        fc.integer({ min: 0, max: 77 }),
        (units, decimals) => {
          const balance = roundedTo17(units, decimals);
          expect(decimalsOf(balance, String(units))).toBe(decimals);
        }
      ),
      { numRuns: 2000 }
    );
  });
});

/** Rounds on the text, half up, another way than the code does. */
function roundedTo17(units: bigint, decimals: number): string {
  const digits = String(units);
  let kept = digits;
  if (digits.length > 17) {
    const isUp = digits.charAt(17) >= '5';
    const head = String(BigInt(digits.slice(0, 17)) + (isUp ? 1n : 0n));
    kept = head + '0'.repeat(digits.length - 17);
  }
  const padded = kept.padStart(decimals + 1, '0');
  const [whole, rest] = [padded.slice(0, padded.length - decimals), padded.slice(padded.length - decimals)];
  const fraction = rest.replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
