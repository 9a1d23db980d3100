import { describe, expect, it } from 'vitest';
import { valueTicks } from '../../../../renderer/chart/axes';

describe('the ticks of the value axis', () => {
  it.each([
    ['412600000', '421800000', ['42200', '41800', '41400']],
    ['413762200', '420709700', ['42000', '41700', '41400']],
    ['0', '10000', ['1', '0.5', '0']],
    ['420700000', '420700400', ['42070.04', '42070.02', '42070']]
  ])('three round values lie between %s and %s hundredths of a cent', (low, high, texts) => {
    expect(valueTicks(BigInt(low), BigInt(high)).map(tick => tick.text)).toEqual(texts);
  });

  it('there is one value when the lowest and the highest are equal', () => {
    expect(valueTicks(5n, 5n)).toHaveLength(1);
  });
});
