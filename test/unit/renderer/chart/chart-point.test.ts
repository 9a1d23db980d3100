import { describe, expect, it } from 'vitest';
import { indexAtMoment } from '../../../../renderer/chart/chart-point';

const chartPoints = [100, 200, 400].map(at => ({ at, total: '1', isStale: false, isAfterGap: false }));

describe('the index of the chart point at a moment', () => {
  it.each([
    ['of a chart point', 200, 1],
    ['of the first chart point', 100, 0],
    ['of the last chart point', 400, 2],
    ['of one that was thinned out, nearer to the chart point before it', 299, 1],
    ['and nearer to the one after it', 301, 2],
    ['half-way', 300, 2],
    ['that has left the line', 99, -1],
    ['after its end', 401, -1]
  ])('%s', (_, at, place) => {
    expect(indexAtMoment(chartPoints, at)).toBe(place);
  });

  it('there is no index without a moment or without chart points', () => {
    expect([indexAtMoment(chartPoints, null), indexAtMoment([], 100)]).toEqual([-1, -1]);
  });
});
