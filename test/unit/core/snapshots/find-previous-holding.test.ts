import { describe, expect, it } from 'vitest';
import { createIndexFinder } from '../../../../electron/core/snapshots/holding-values';
import { holdingOf } from '../../../fakes/holdings';

const named = (name: string) => holdingOf({ tokenAddress: name });
const idOf = (name: string) => named(name).id;
const indexesOf = (before: readonly string[], searched: readonly string[]) => {
  const find = createIndexFinder(before.map(named));
  return searched.map(name => find(idOf(name)));
};

describe('the index of a previous holding', () => {
  it.each<[string, string[], string[], number[]]>([
    ['in the order of before', ['a', 'b', 'c'], ['a', 'b', 'c'], [0, 1, 2]],
    ['in any other order', ['a', 'b', 'c', 'd'], ['d', 'b', 'a', 'c'], [3, 1, 0, 2]],
    ['searched for twice', ['a', 'b'], ['a', 'a', 'b', 'b'], [0, 0, 1, 1]],
    ['after one that came in between', ['a', 'b', 'c'], ['a', 'x', 'b', 'c'], [0, -1, 1, 2]],
    ['after one that left', ['a', 'b', 'c', 'd'], ['a', 'c', 'd'], [0, 2, 3]],
    ['that was the last one, and then nothing more', ['a'], ['a', 'x', 'a'], [0, -1, 0]],
    ['of nothing', [], ['a'], [-1]]
  ])('%s', (_how, before, searched, indexes) => {
    expect(indexesOf(before, searched)).toEqual(indexes);
  });

  it('is the same as from a map, for any order', () => {
    let chance = 7;
    const die = (sides: number) => (chance = (chance * 16807) % 2147483647) % sides;
    for (let round = 0; round < 200; round++) {
      const some = () => Array.from({ length: die(12) }, () => `t${die(16)}`);
      const before = [...new Set(some())];
      const searched = some();
      expect(indexesOf(before, searched)).toEqual(searched.map(name => before.indexOf(name)));
    }
  });
});
