import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeRows } from '../../../../shared/holdings/duplicate-rows';
import { holdingOf } from '../../../fakes/holdings';

const rows = fc.array(
  fc.record({
    tokenAddress: fc.constantFrom('', '0xe', '0xf'),
    balance: fc.constantFrom('0', '1', '1.000000000000001', '1.0000000000000001', '2'),
    price: fc.constantFrom(null, '1', '2'),
    isRisky: fc.boolean()
  }),
  { minLength: 1, maxLength: 4 }
);

it('rows are one holding whatever their order', () => {
  fc.assert(
    fc.property(rows, given => {
      const made = given.map(row => holdingOf(row)) as [ReturnType<typeof holdingOf>];
      const { price, isRisky, isDuplicate } = mergeRows(made);
      expect(mergeRows([...made].reverse() as typeof made)).toMatchObject({ price, isRisky, isDuplicate });
    })
  );
});

it('a single row is itself', () => {
  const row = holdingOf();
  expect(mergeRows([row])).toBe(row);
});

it.each([
  ['one that counts and one that waits', [{}, { isUnverified: true }], undefined],
  ['two that wait', [{ isUnverified: true }, { isUnverified: true }], true],
  ['a coin that waits and its other id that counts', [{ isUnverified: true }, { tokenAddress: '0xe' }], false]
] as const)('of %s comes one that waits only if both do', (_, [first, second], isUnverified) => {
  expect(mergeRows([holdingOf(first), holdingOf(second)]).isUnverified).toBe(isUnverified);
});
