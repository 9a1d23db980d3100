import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import {
  lineOf,
  parsePoint,
  parsePoints,
  timeOf,
  parseTokenNumbers,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries,
  tokenNumberOf
} from '../../../../electron/core/history/line-format';
import { NOW } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt, timesFrom } from '../../../fakes/points';

const tokenNumbersOf = (points: readonly HistoryPoint[]) =>
  addTokenEntries(NO_TOKEN_NUMBERS, missingTokenEntries(NO_TOKEN_NUMBERS, points.flatMap(({ tokens }) => tokens))); // prettier-ignore
const textOf = (points: readonly HistoryPoint[]) => points.map(point => lineOf(point, tokenNumbersOf(points)) + '\n').join(''); // prettier-ignore

describe('a line of the history', () => {
  it('gives its point back unchanged, digit for digit', () => {
    const chance = seededRandom(1);
    const points = seriesAt(timesFrom(NOW, 300, chance), chance);
    const tokenNumbers = tokenNumbersOf(points);
    for (const point of points) {
      const line = lineOf(point, tokenNumbers);
      expect(parsePoint(line, tokenNumbers)).toEqual(point);
      expect(timeOf(line)).toBe(point.at);
    }
  });

  it('keeps an amount that has more digits than any amount that is read from outside', () => {
    const point = pointAt(NOW, { total: `${'9'.repeat(200)}.${'1'.repeat(100)}`, intervalMs: 30_000.5 });
    expect(parsePoint(lineOf(point, tokenNumbersOf([point])), tokenNumbersOf([point]))).toEqual(point);
  });

  it('names its tokens by number', () => {
    const points = [pointAt(NOW), pointAt(NOW + 1)];
    expect(textOf(points)).not.toContain('0xa');
    const read = parsePoints(textOf(points), tokenNumbersOf(points), 0);
    expect(read.map(point => point.tokens)).toEqual(points.map(point => point.tokens));
  });

  const parts = () => JSON.parse(lineOf(pointAt(NOW), tokenNumbersOf([pointAt(NOW)]))) as unknown[];
  const changed = (place: number, value: unknown) => JSON.stringify(parts().with(place, value));
  it.each<[string, string]>([
    ['no JSON', '[oops'],
    ['null', 'null'],
    ['an object', '{}'],
    ['a part too few', JSON.stringify(parts().slice(0, -1))],
    ['a part too many', JSON.stringify([...parts(), 0])],
    ['no time', changed(0, null)],
    ['half a millisecond', changed(0, NOW + 0.5)],
    ['a time before 1970', changed(0, -1)],
    ['a total that is none', changed(1, 'NaN')],
    ['a total that is a float', changed(1, 100)],
    ['an endless total', changed(1, '9'.repeat(1000))],
    ['an empty price', changed(2, '')],
    ['a ledger that is cut', changed(4, undefined)],
    ['an interval that is none', changed(5, '60000')],
    ['stale parts that are none', changed(6, [1])],
    ['no wallets', changed(7, null)],
    ['wallets as a list', changed(7, [])],
    ['a wallet that is cut', changed(7, { w1: ['1', '0', '0'] })],
    ['a wallet worth nothing known', changed(7, { w1: ['x', '0', '0', {}] })],
    ['a chain worth nothing known', changed(7, { w1: ['1', '0', '0', { '1': null }] })],
    ['tokens that are none', changed(8, [null])],
    ['a token with a name for a number', changed(8, [['ETH', '1', '1']])],
    ['a token without price', changed(8, [[0, '', '1']])]
  ])('with %s is left out, and only that', (_, line) => {
    const points = [pointAt(NOW - 1), pointAt(NOW + 1)];
    const lines = textOf(points).split('\n');
    const tokenNumbers = tokenNumbersOf(points);
    expect(parsePoint(line, tokenNumbers)).toBe(null);
    expect(parsePoints([lines[0], line, lines[1]].join('\n'), tokenNumbers, 0)).toEqual(points);
  });

  it('is left out when it is cut short anywhere', () => {
    const line = lineOf(pointAt(NOW), tokenNumbersOf([pointAt(NOW)]));
    for (let length = 0; length < line.length; length++)
      expect(parsePoint(line.slice(0, length), tokenNumbersOf([pointAt(NOW)]))).toBe(null);
  });
});

describe('the points of a file', () => {
  it('are those from a moment on, oldest first, one a moment, from the later of two lines', () => {
    const points = [3, 1, 2, 0].map(after => pointAt(NOW + after));
    const twice = [...points, pointAt(NOW + 2, { total: '7' })];
    const read = parsePoints(textOf(twice), tokenNumbersOf(twice), NOW + 1);
    expect(read.map(({ at, total }) => [at - NOW, total])).toEqual([
      [1, '100'],
      [2, '7'],
      [3, '100']
    ]);
    expect(parsePoints('', NO_TOKEN_NUMBERS, 0)).toEqual([]);
  });
});

describe('the token numbers', () => {
  const entries = [
    [0, 'w1/1/0xa/', 'ETH'],
    [1, 'w1/1/0xb/', 'USDC'],
    [2, 'w1/1/0xb/', 'USDC.e']
  ] as const;
  const text = entries.map(entry => JSON.stringify(entry)).join('\n');

  it('give a token with another symbol another number, and each number only once', () => {
    const tokens = entries.map(([, id, symbol]) => [id, symbol, '1', '1'] as const);
    expect(missingTokenEntries(NO_TOKEN_NUMBERS, [...tokens, ...tokens])).toEqual(entries);
    expect(missingTokenEntries(parseTokenNumbers(text), tokens)).toEqual([]);
    expect(tokenNumberOf(parseTokenNumbers(text), 'w1/1/0xb/', 'USDC.e')).toBe(2);
    expect(() => tokenNumberOf(NO_TOKEN_NUMBERS, 'x', 'y')).toThrow(RangeError);
  });

  it('do not mix up tokens when a number was given to another token after a failed write', () => {
    const tokenNumbers = parseTokenNumbers('[0,"w1/1/0xa/","ETH"]\n[0,"w1/1/0xb/","USDC"]\n');
    expect(tokenNumberOf(tokenNumbers, 'w1/1/0xb/', 'USDC')).toBe(0);
    expect(missingTokenEntries(tokenNumbers, [['w1/1/0xa/', 'ETH']])).toEqual([[2, 'w1/1/0xa/', 'ETH']]);
  });

  it.each(['oops', '[1]', '["1","id","ETH"]', '[1,"id",2]', '[-1,"id","ETH"]', '[1.5,"id","ETH"]', 'null'])(
    'leave out the token of the damaged line %s, and do not give its number to another token',
    line => {
      const tokenNumbers = parseTokenNumbers(`${text.split('\n')[0]}\n${line}\n${text.split('\n')[2]}\n`);
      expect([...tokenNumbers.entries.keys()]).toEqual([0, 2]);
      expect(parseTokenNumbers(`${text}\n${line}\n`).next).toBe(4);
      const point = pointAt(NOW, {
        tokens: entries.map(([, id, symbol]) => [id, symbol, '1', '2'] as const)
      });
      const read = parsePoint(lineOf(point, parseTokenNumbers(text)), tokenNumbers);
      expect(read).toEqual({ ...point, tokens: [point.tokens[0], point.tokens[2]] });
    }
  );

  it('have the ids of today; a point of one coin under two of them has it once', () => {
    const contract = '0x0000000000000000000000000000000000001010';
    const tokenNumbers = parseTokenNumbers(`[0,"w1/137/0xa/","POL"]\n[1,"w1/137/0xa/${contract}","POL"]`);
    const line = '[1,"9","0","0","9",1,[],{},[[1,"0.5","5"],[0,"0.5","4"]]]';
    expect(parsePoint(line, tokenNumbers)?.tokens).toEqual([['w1/137/0xa/', 'POL', '0.5', '5']]);
    expect(missingTokenEntries(tokenNumbers, [['w1/137/0xa/', 'POL']])).toEqual([]);
  });

  it('continue after the highest number', () => {
    expect(missingTokenEntries(parseTokenNumbers('[70,"a","A"]'), [['b', 'B']])).toEqual([[71, 'b', 'B']]);
  });
});
