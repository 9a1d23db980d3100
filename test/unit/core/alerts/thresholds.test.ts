import { describe, expect, it } from 'vitest';
import {
  isMarkCurrent,
  NOT_OVER,
  overDirectionOf,
  thresholdStateOf
} from '../../../../electron/core/alerts/thresholds';
import { decimal } from '../../../../shared/domain/decimal';
import { DAY_MS, NOW } from '../../../fakes/holdings';

describe('a move of 5 % or more', () => {
  it.each([
    ['4.999999999', null, 'below'],
    ['5', null, 'crossed'],
    ['-5', null, 'crossed'],
    ['0', null, 'below'],
    // Over the threshold before: it cannot cross again until it fell below four fifths.
    ['6', 'up', 'over'],
    ['4.2', 'up', 'lingering'],
    ['4', 'up', 'lingering'],
    ['3.99', 'up', 'below'],
    ['-5.2', 'up', 'crossed'],
    ['-4.2', 'up', 'below'],
    ['-5.2', 'down', 'over']
  ] as const)('of 100 by %s, over before: %s, is %s', (move, before, state) =>
    expect(thresholdStateOf(decimal(move), decimal('100'), '5', before)).toBe(state)
  );

  it('is below its threshold when the base is zero or the move is zero, even with a threshold of 0 %', () => {
    expect(thresholdStateOf(decimal('7'), decimal('0'), '5', null)).toBe('below');
    expect(thresholdStateOf(decimal('0'), decimal('100'), '0', null)).toBe('below');
  });
});

describe('a baseline mark', () => {
  const mark = { since: NOW, over: 'up' as const, overAt: NOW };

  it('is valid for a day, and longer while the history begins later than the mark', () => {
    expect(isMarkCurrent(mark, NOW, NOW + DAY_MS - 1)).toBe(true);
    expect(isMarkCurrent(mark, NOW, NOW + DAY_MS)).toBe(false);
    expect(isMarkCurrent(mark, null, NOW + 9 * DAY_MS)).toBe(true);
    expect(isMarkCurrent(mark, NOW - 1, NOW + DAY_MS)).toBe(true);
  });

  it('forgets after a day that its move was over the threshold', () => {
    expect(overDirectionOf(mark, NOW + DAY_MS - 1)).toBe('up');
    expect(overDirectionOf(mark, NOW + DAY_MS)).toBe(null);
    expect(overDirectionOf({ ...mark, ...NOT_OVER }, NOW)).toBe(null);
    expect(overDirectionOf(undefined, NOW)).toBe(null);
  });
});
