import { expect, it } from 'vitest';
import { decimal } from '../../../../shared/domain/decimal';
import { areSameAmounts, isRoundingOf } from '../../../../shared/holdings/rounded-amounts';

it.each([
  ['1', '1', true],
  ['0', '0', true],
  ['0', '0.000000000000000001', false],
  ['1.00000000000001', '1.00000000000002', false],
  ['1.000000000000010', '1.000000000000019', true],
  ['6.8776463325608335', '6.877646332560834', true],
  ['123456789012345000', '123456789012345999', true],
  ['123456789012345000', '123456789012346000', false],
  ['100', '1000', false]
])('%s and %s are the same amount: %s', (a, b, isSame) => {
  expect(areSameAmounts(decimal(a), decimal(b))).toBe(isSame);
  expect(areSameAmounts(decimal(b), decimal(a))).toBe(isSame);
});

it.each([
  ['0.121705246542118738', '0.12170524654211874', true],
  ['0.121705246542118738', '0.12170524654211873', false],
  ['0.121705246542118738', '0.121705246542118741', false],
  ['0.999999999999999999', '1', true],
  // Right between two: both.
  ['123456789012345675', '123456789012345670', true],
  ['123456789012345675', '123456789012345680', true],
  ['251.211039', '251.211039', true],
  ['251.211039', '251.21104', false]
])('%s rounded to 17 digits is %s: %s', (exact, rounded, isRounding) => {
  expect(isRoundingOf(decimal(exact), decimal(rounded))).toBe(isRounding);
});
