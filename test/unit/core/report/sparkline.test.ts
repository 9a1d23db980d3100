import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../../electron/core/report/history';

describe('a line of blocks', () => {
  it('goes from the least to the most, exactly', () => {
    expect(sparkline(['0', '1', '2', '3', '4', '5', '6', '7'])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline(['90071992547409930000000000000001', '90071992547409930000000000000002'])).toBe('▁█');
  });

  it('that never moves is a low one, and of nothing is nothing', () => {
    expect(sparkline(['5', '5.00', '5'])).toBe('▁▁▁');
    expect(sparkline([])).toBe('');
  });

  it('of many totals has sixteen blocks, the first and the last among them', () => {
    const line = sparkline(Array.from({ length: 1000 }, (_, at) => String(at)));
    expect(line).toHaveLength(16);
    expect(line).toMatch(/^▁.*█$/);
  });
});
