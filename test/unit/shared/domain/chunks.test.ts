import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../shared/domain/chunks';

function indexes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

describe('chunksOf', () => {
  it.each([
    [1, [1]],
    [50, [50]],
    [51, [26, 25]],
    [100, [50, 50]],
    [101, [34, 34, 33]],
    [500, Array(10).fill(50)]
  ])('splits %i items into the fewest chunks of nearly equal size', (count, sizes) => {
    const blocks = chunksOf(indexes(count), 50);
    expect(blocks.map(block => block.length).sort((a, b) => b - a)).toEqual(sizes);
    expect(blocks.flat()).toEqual(indexes(count));
  });
});
