import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../../shared/alerts/quiet-hours';

describe('quiet hours', () => {
  const quiet = (from: number, to: number, minute: number, isOn = true) =>
    isQuiet({ isOn, from, to }, minute);

  it.each([
    ['within a day', 60, 120, [60, 119], [59, 120]],
    ['over midnight', 1320, 420, [1320, 1439, 0, 419], [420, 1319]],
    ['from a time to the same, which is never', 600, 600, [], [0, 600, 1439]]
  ])('%s', (_, from, to, silent, loud) => {
    for (const minute of silent) expect(quiet(from, to, minute)).toBe(true);
    for (const minute of loud) expect(quiet(from, to, minute)).toBe(false);
  });

  it('do not apply while they are switched off', () => expect(quiet(0, 1439, 5, false)).toBe(false));
});
