import { describe, expect, it } from 'vitest';
import { blocksOf, get, post, targetOf } from '../../../electron/okx/request';

function indexes(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

describe('get and post', () => {
  it('put the query into the target and the JSON into the body, and leave the other one empty', () => {
    expect(get('/p', [['a', '1,2']], ['1', '2'])).toEqual({
      method: 'GET',
      target: '/p?a=1,2',
      body: '',
      chains: ['1', '2']
    });
    expect(post('/p', [{ b: 'é"' }])).toEqual({
      method: 'POST',
      target: '/p',
      body: '[{"b":"é\\""}]',
      chains: null
    });
  });
});

describe('blocksOf', () => {
  it.each([
    [1, [1]],
    [50, [50]],
    [51, [26, 25]],
    [100, [50, 50]],
    [101, [34, 34, 33]],
    [500, Array(10).fill(50)]
  ])('splits %i chains into the fewest, even blocks', (count, sizes) => {
    const blocks = blocksOf(indexes(count));
    expect(blocks.map(block => block.length).sort((a, b) => b - a)).toEqual(sizes);
    expect(blocks.flat()).toEqual(indexes(count));
  });
});

describe('targetOf', () => {
  it('leaves out empty values, and the question mark when none is left', () => {
    expect(
      targetOf('/p', [
        ['a', '1'],
        ['b', ''],
        ['c', '2']
      ])
    ).toBe('/p?a=1&c=2');
    expect(targetOf('/p', [['b', '']])).toBe('/p');
  });
});
