import { expect, it } from 'vitest';
import { largestOf } from '../../../../electron/core/portfolio/largest-holdings';
import { compareDecimals, decimal } from '../../../../shared/domain/decimal';

interface Item {
  readonly name: string;
  readonly size: string;
}
const items = (...sizes: string[]): Item[] => sizes.map((size, at) => ({ name: `${at}`, size }));
const size = (item: Item) => decimal(item.size);
const rough = (item: Item) => Number(item.size);
const names = (found: readonly Item[]) => found.map(({ name }) => name).join(' ');

it.each<[string, string[], number, string]>([
  ['the largest come first', ['1', '3', '2'], 3, '1 2 0'],
  ['no more than asked for', ['1', '3', '2', '4'], 2, '3 1'],
  ['fewer than asked for are all', ['1', '2'], 20, '1 0'],
  ['of equal ones the earlier comes first', ['2', '5', '2', '5', '2'], 4, '1 3 0 2'],
  ['of equal ones at the end the earlier stays', ['5', '2', '2', '2'], 2, '0 1'],
  ['a late large one pushes the smallest out', ['2', '1', '9'], 2, '2 0'],
  ['numbers, not their texts', ['9', '10', '9.5', '1'], 4, '1 2 0 3'],
  [
    'told apart beyond what a double knows',
    ['1.00000000000000000001', '1.00000000000000000002', '1'],
    1,
    '1'
  ],
  ['larger than a double can be', ['1', `1${'0'.repeat(310)}`, `2${'0'.repeat(310)}`], 1, '2'],
  ['smaller than a double can be', [`0.${'0'.repeat(330)}1`, `0.${'0'.repeat(330)}2`, '0'], 1, '1'],
  ['none of none', [], 3, ''],
  ['none asked for', ['1', '2'], 0, '']
])('%s', (_what, sizes, most, found) => {
  expect(names(largestOf(items(...sizes), most, size, rough))).toBe(found);
});

it('largestOf gives the same result as a stable sort, for any input', () => {
  let chance = 11;
  const die = (sides: number) => (chance = (chance * 16807) % 2147483647) % sides;
  for (let round = 0; round < 300; round++) {
    const all = items(...Array.from({ length: die(30) }, () => `${die(6)}`));
    const most = die(12);
    const sorted = [...all].sort((a, b) => compareDecimals(size(b), size(a))).slice(0, most);
    expect(names(largestOf(all, most, size, rough))).toBe(names(sorted));
  }
});
