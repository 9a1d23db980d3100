import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  divide,
  multiply,
  negate,
  parseDecimal,
  percentOf,
  round,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../../../shared/domain/decimal';

describe('decimal text', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.00', '0'],
    ['007', '7'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.50', '1.5'],
    ['-1.50', '-1.5'],
    ['1e3', '1000'],
    ['1E-7', '0.0000001'],
    ['1.25e1', '12.5'],
    ['-2.5e-3', '-0.0025'],
    ['67435907.43236613', '67435907.43236613'],
    ['0.000000000000000001', '0.000000000000000001']
  ])('%j is read as exactly %s', (text, exact) => {
    expect(toText(decimal(text))).toBe(exact);
    expect(parseDecimal(text)).toEqual(decimal(text));
  });

  it.each([
    '',
    '.',
    '-',
    '+',
    'e5',
    '1e',
    '0x10',
    '1,000',
    '1 000',
    ' 1',
    '1 ',
    'NaN',
    'Infinity',
    '1e12345',
    '--1',
    '1.2.3'
  ])('%j is refused', text => {
    expect(parseDecimal(text)).toBe(null);
    expect(() => decimal(text)).toThrow(RangeError);
  });

  it('is refused above 160 digits when it comes from outside, in every spelling', () => {
    expect(parseDecimal('9'.repeat(160))).not.toBe(null);
    expect(parseDecimal('9'.repeat(161))).toBe(null);
    expect(parseDecimal('1e159')).not.toBe(null);
    expect(parseDecimal('1e160')).toBe(null);
    expect(parseDecimal('1e-9999')).toBe(null);
    expect(parseDecimal('0'.repeat(1_000_000))).toBe(null);
  });

  it('is read at any length when it is our own text: a product has the digits of both factors', () => {
    const smallest = parseDecimal('1e-159')!;
    const product = toText(multiply(smallest, smallest));
    expect(toText(decimal(product))).toBe(`0.${'0'.repeat(317)}1`);
    expect(toText(decimal(toText(parseDecimal(`.${'1'.repeat(160)}`)!)))).toBe(`0.${'1'.repeat(160)}`);
  });
});

describe('sums and products', () => {
  it('0.1 + 0.2 is 0.3', () => expect(toText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3'));

  it('keep every digit of a 36-digit fraction', () => {
    const product = multiply(decimal('0.6908810093750312'), decimal('0.035834243057603148'));
    expect(toText(add(product, decimal('21203.44')))).toBe('21203.4647571980138270671868009097182176');
  });

  it('of nothing are zero', () => expect(toText(sum([]))).toBe('0'));
});

describe('rounding', () => {
  it.each([
    ['2.345', 2, '2.35', '2.34'],
    ['2.344999', 2, '2.34', '2.34'],
    ['-2.345', 2, '-2.35', '-2.34'],
    ['0.5', 0, '1', '0'],
    ['-0.5', 0, '-1', '0'],
    ['-0.4', 0, '0', '0'],
    ['9.999', 2, '10', '9.99'],
    ['7', 2, '7', '7']
  ])('%s to %d places is %s half up and %s down', (text, places, up, down) => {
    expect(toText(round(decimal(text), places, 'half-up'))).toBe(up);
    expect(toText(round(decimal(text), places, 'down'))).toBe(down);
  });
});

describe('percent', () => {
  it.each([
    ['612.18', '41458.78', '1.48'],
    ['-1', '3', '-33.33'],
    ['-2', '3', '-66.67'],
    ['5', '-10', '50'],
    ['-5', '-10', '-50'],
    ['0', '7', '0'],
    ['1', '1000000', '0'],
    ['1', '0', null],
    ['0', '0', null]
  ])('%s of %s is %s', (part, whole, percent) =>
    expect(percentOf(decimal(part), decimal(whole), 2)).toBe(percent)
  );
});

describe('against whole numbers of any size', () => {
  const SCALE = 40;
  const any = fc.record({
    units: fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }),
    scale: fc.integer({ min: 0, max: SCALE })
  });
  /** The number as a whole multiple of 10 ** -SCALE. */
  const whole = ({ units, scale }: Decimal) => units * 10n ** BigInt(SCALE - scale);
  const sign = (value: bigint) => (value < 0n ? -1 : value > 0n ? 1 : 0);

  it('addition, subtraction, order and sign agree', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(whole(add(a, b))).toBe(whole(a) + whole(b));
        expect(whole(subtract(a, b))).toBe(whole(a) - whole(b));
        expect(whole(negate(a))).toBe(-whole(a));
        expect(whole(absolute(a))).toBe(whole(a) < 0n ? -whole(a) : whole(a));
        expect(Math.sign(compareDecimals(a, b))).toBe(sign(whole(a) - whole(b)));
      })
    );
  });

  it('multiplication agrees', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const product = multiply(a, b);
        expect(product.units * 10n ** BigInt(2 * SCALE - product.scale)).toBe(whole(a) * whole(b));
      })
    );
  });

  it('the text is plain and the shortest, and is parsed as the same number', () => {
    fc.assert(
      fc.property(any, value => {
        const text = toText(value);
        expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(text).not.toBe('-0');
        expect(compareDecimals(decimal(text), value)).toBe(0);
      })
    );
  });

  it('division and rounding are wrong by at most half of the last digit', () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 20 }), (a, b, places) => {
        const ratio = divide(a, b, places);
        expect(ratio === null).toBe(b.units === 0n);
        if (ratio === null) return;
        const got = ratio.units * 10n ** BigInt(places - ratio.scale);
        const twiceOff = 2n * (got * whole(b) - whole(a) * 10n ** BigInt(places));
        const size = (value: bigint) => (value < 0n ? -value : value);
        expect(size(twiceOff) <= size(whole(b))).toBe(true);
      })
    );
  });
});
