import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  believedPoints,
  priceAt,
  seriesOf,
  textOf,
  withPoints
} from '../../../../electron/core/prices/series';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/domain/durations';

const series = (...prices: (string | null)[]) =>
  prices.flatMap((price, hour) => (price === null ? [] : [{ at: (hour + 1) * HOUR_MS, price }]));
const believed = (...prices: string[]) => believedPoints(series(...prices)).map(({ price }) => price);

describe('a series of past prices', () => {
  it('comes back from its text as it was, and text of an editor costs only its own points', () => {
    const points = series('1994.43', null, '0.000000000000000001', '12');
    expect(seriesOf(textOf(points))).toEqual(points);
    expect(seriesOf('')).toEqual([]);
    expect(seriesOf('120:5,x:1,180:-1,60:4,240:0,300')).toEqual(series('4', '5'));
  });

  it('takes the new price of a minute, in the order of time', () => {
    expect(withPoints(series('1', '2'), [...series('1', '3'), { at: 30 * MINUTE_MS, price: '9' }])).toEqual([
      { at: 30 * MINUTE_MS, price: '9' },
      ...series('1', '3')
    ]);
  });

  it('has a hole where one point leaps by ten and its neighbours do not', () => {
    expect(believed('1', '1.1', '12', '1.2', '1')).toEqual(['1', '1.1', '1.2', '1']);
    expect(believed('1', '0.1', '1')).toEqual(['1', '1']);
    expect(believed('50', '1', '1')).toEqual(['1', '1']);
    expect(believed('1', '1', '50')).toEqual(['1', '1']);
    expect(believed('1', '1', '50', '1')).toEqual(['1', '1', '1']);
  });

  it('believes a leap that stays, a move below ten, and a single point', () => {
    expect(believed('1', '1', '11', '12')).toEqual(['1', '1', '11', '12']);
    expect(believed('1', '9.9', '1')).toEqual(['1', '9.9', '1']);
    expect(believed('7')).toEqual(['7']);
    expect(believed()).toEqual([]);
  });

  it('never shows a lone leap, whatever the prices are', () => {
    const price = fc.integer({ min: 1, max: 100_000 }).map(String);
    fc.assert(
      fc.property(fc.array(price, { minLength: 2 }), prices => {
        const all = series(...prices);
        for (const { at } of believedPoints(all)) {
          const index = all.findIndex(point => point.at === at);
          const own = Number(all[index]!.price);
          const ends = index === 0 ? all[2] : index === all.length - 1 ? all[index - 2] : undefined;
          const near = [all[index - 1], all[index + 1], ends].flatMap(one => (one ? Number(one.price) : []));
          expect(near.some(one => own < 10 * one && one < 10 * own)).toBe(true);
        }
      })
    );
  });

  it('has the price of a moment, and none in a hole', () => {
    const points = series('1', '2', null, null, '5');
    expect(priceAt(points, 2 * HOUR_MS, 2 * HOUR_MS)).toBe('2');
    expect(priceAt(points, 3.9 * HOUR_MS, 2 * HOUR_MS)).toBe('2');
    expect(priceAt(points, 4 * HOUR_MS, 2 * HOUR_MS)).toBeNull();
    expect(priceAt(points, HOUR_MS - 1, 2 * HOUR_MS)).toBeNull();
  });
});
