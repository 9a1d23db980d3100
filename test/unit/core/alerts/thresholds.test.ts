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
    // Handled once: silent until it fell below four fifths.
    ['6', 'up', 'over'],
    ['4.2', 'up', 'lingering'],
    ['4', 'up', 'lingering'],
    ['3.99', 'up', 'below'],
    ['-5.2', 'up', 'crossed'],
    ['-4.2', 'up', 'below'],
    ['-5.2', 'down', 'over']
  ] as const)('of 100 by %s, over before: %s, is %s', (move, before, stand) =>
    expect(thresholdStateOf(decimal(move), decimal('100'), '5', before)).toBe(stand)
  );

  it('of nothing is none, even from 0 % on', () => {
    expect(thresholdStateOf(decimal('7'), decimal('0'), '5', null)).toBe('below');
    expect(thresholdStateOf(decimal('0'), decimal('100'), '0', null)).toBe('below');
  });
});

describe('a mark', () => {
  const mark = { since: NOW, over: 'up' as const, overAt: NOW };

  it('holds for a day, and longer while the history reaches less far back', () => {
    expect(isMarkCurrent(mark, NOW, NOW + DAY_MS - 1)).toBe(true);
    expect(isMarkCurrent(mark, NOW, NOW + DAY_MS)).toBe(false);
    expect(isMarkCurrent(mark, null, NOW + 9 * DAY_MS)).toBe(true);
    expect(isMarkCurrent(mark, NOW - 1, NOW + DAY_MS)).toBe(true);
  });

  it('forgets after a day that it was over', () => {
    expect(overDirectionOf(mark, NOW + DAY_MS - 1)).toBe('up');
    expect(overDirectionOf(mark, NOW + DAY_MS)).toBe(null);
    expect(overDirectionOf({ ...mark, ...NOT_OVER }, NOW)).toBe(null);
    expect(overDirectionOf(undefined, NOW)).toBe(null);
  });
});
