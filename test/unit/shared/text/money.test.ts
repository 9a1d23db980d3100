import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../../../shared/domain/decimal';
import { amountText, compactUsd, percentText, priceUsd, signedUsd, usd } from '../../../../shared/text/money';

describe('dollars', () => {
  it.each([
    ['0', '$0.00'],
    ['42070.957650807884827068186800909718217601', '$42,070.96'],
    ['21203.4647571980138270671868009097182176', '$21,203.46'],
    ['0.01', '$0.01'],
    ['0.00999', '<$0.01'],
    ['0.005', '<$0.01'],
    ['-0.005', '−<$0.01'],
    ['-139.1', '−$139.10'],
    ['999.995', '$1,000.00'],
    ['1234567890123456789', '$1,234,567,890,123,456,789.00']
  ])('%s is %s', (exact, text) => expect(usd(exact)).toBe(text));

  it.each([
    ['612.18', '+$612.18'],
    ['-612.18', '−$612.18'],
    ['0', '$0.00'],
    ['0.001', '+<$0.01']
  ])('as a change, %s is %s', (exact, text) => expect(signedUsd(exact)).toBe(text));

  it.each([
    ['0', '$0'],
    ['0.001', '<$0.01'],
    ['-0.001', '−<$0.01'],
    ['0.42', '$0.42'],
    ['0.999', '$1.00'],
    ['5', '$5'],
    ['5.5', '$5.50'],
    ['9.999', '$10'],
    ['42.07', '$42'],
    ['999.4', '$999'],
    ['999.5', '$1k'],
    ['42070.96', '$42.1k'],
    ['999499', '$999k'],
    ['999500', '$1M'],
    ['1240000', '$1.24M'],
    ['-1240000', '−$1.24M'],
    ['999500000', '$1B'],
    ['1234567890123', '$1.23T']
  ])('where width counts, %s is %s', (exact, text) => expect(compactUsd(exact)).toBe(text));
});

describe('a price', () => {
  it.each([
    ['2790.1', '$2,790.10'],
    ['96450.2049', '$96,450.20'],
    ['999.999', '$1,000.00'],
    ['168.204', '$168.20'],
    ['1', '$1.00'],
    ['0.5', '$0.50'],
    ['0.99999987', '$1.00'],
    ['0.035834243057603148', '$0.035834'],
    ['0.0001', '$0.0001'],
    ['0.00012345678', '$0.00012346'],
    ['0.000012345678', '$0.0₄12346'],
    ['0.00000123', '$0.0₅123'],
    ['0.0000000000001', '$0.0₁₂1']
  ])('%s is %s', (exact, text) => expect(priceUsd(exact)).toBe(text));
});

describe('an amount', () => {
  it.each([
    ['0', '0'],
    ['250', '250'],
    ['0.6908810093750312', '0.690881'],
    ['0.69088109', '0.69088109'],
    ['1.234567891', '1.2345678'],
    ['12345.678949', '12,345.678'],
    ['123456789.9', '123,456,789'],
    ['0.999999999', '0.99999999'],
    ['0.00000001', '0.00000001'],
    ['0.000000001', '<0.00000001'],
    ['-0.000000001', '−<0.00000001'],
    ['-2.5', '−2.5']
  ])('%s is %s, cut and never rounded up', (exact, text) => expect(amountText(exact)).toBe(text));
});

describe('a percentage', () => {
  it.each([
    ['1.48', 2, true, '+1.48\u202f%'],
    ['-0.61', 1, true, '−0.6\u202f%'],
    ['0', 1, true, '0.0\u202f%'],
    ['-0.04', 1, true, '0.0\u202f%'],
    ['50.25', 1, false, '50.3\u202f%'],
    ['999', 0, true, '+999\u202f%'],
    ['89999999999999999909900', 1, true, '>999\u202f%'],
    ['-1234', 0, true, '−1,234\u202f%']
  ])('%s with %d places is %s', (exact, places, isSigned, text) =>
    expect(percentText(exact, places, isSigned)).toBe(text)
  );
});

describe('any amount above zero', () => {
  const positive = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: 0, max: 60 }))
    .map(([units, scale]) => toText({ units, scale }));
  const texts = { usd, signedUsd, compactUsd, priceUsd, amountText };

  it.each(Object.entries(texts))('%s never shows it as zero, and never with an exponent', (_, write) => {
    fc.assert(
      fc.property(positive, exact => {
        const text = write(exact);
        expect(text).toMatch(/[1-9₁-₉]/u);
        expect(text).toMatch(/^[+−]?<?\$?\d[\d,]*(\.[\d₀-₉]+)?[kMBT]?$/u);
        expect(write(`-${exact}`)).toContain(write === priceUsd ? '$' : '−');
      })
    );
  });
});
