import { describe, expect, it } from 'vitest';
import { sparkline } from '../../../../electron/core/report/history';

describe('a line of blocks', () => {
  it('is scaled exactly from the smallest to the largest total', () => {
    expect(sparkline(['0', '1', '2', '3', '4', '5', '6', '7'])).toBe('▁▂▃▄▅▆▇█');
    expect(sparkline(['90071992547409930000000000000001', '90071992547409930000000000000002'])).toBe('▁█');
  });

  it('has low blocks for equal totals, and is empty without totals', () => {
    expect(sparkline(['5', '5.00', '5'])).toBe('▁▁▁');
    expect(sparkline([])).toBe('');
  });

  it('has sixteen blocks for many totals, with the first and the last of them', () => {
    const line = sparkline(Array.from({ length: 1000 }, (_, at) => String(at)));
    expect(line).toHaveLength(16);
    expect(line).toMatch(/^▁.*█$/);
  });
});
