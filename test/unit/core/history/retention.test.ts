import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../../electron/core/ports/storage';
import { retainedSince } from '../../../../electron/core/history/retention';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../fakes/holdings';

const MIDNIGHT = Date.UTC(2026, 10, 22);
const YEAR_MS = 365 * DAY_MS;

/** Moments a step apart, the last one at `end`. */
const upTo = (end: number, stepMs: number, count: number) =>
  Array.from({ length: count }, (_, i) => end - (count - 1 - i) * stepMs);
const retained = (times: number[], resolution: Resolution) => {
  const since = retainedSince(times, resolution);
  return times.filter(at => at >= since);
};

describe('the points that are pruned', () => {
  it.each<[Resolution, number, number]>([
    ['polls', MINUTE_MS, DAY_MS],
    ['five-minutes', 5 * MINUTE_MS, 7 * DAY_MS],
    ['hours', HOUR_MS, 90 * DAY_MS]
  ])('of %s leaves its whole time, and little more', (resolution, step, time) => {
    const isRetained = retained(upTo(MIDNIGHT, step, Math.ceil((3 * time) / step)), resolution);
    expect(MIDNIGHT - isRetained[0]!).toBeGreaterThanOrEqual(time);
    expect(MIDNIGHT - isRetained[0]!).toBeLessThanOrEqual(time + HOUR_MS + 200 * step);
  });

  it('are none for the resolution of days', () => {
    const times = upTo(MIDNIGHT, DAY_MS, 3000);
    expect(retained(times, 'days')).toEqual(times);
  });

  it.each<[Resolution, number]>([
    ['polls', MINUTE_MS],
    ['five-minutes', 5 * MINUTE_MS],
    ['hours', HOUR_MS]
  ])('of %s is nothing more because a clock ran years ahead for a while', (resolution, step) => {
    const times = upTo(MIDNIGHT, step, 1000);
    for (const count of [1, 2, 100, 199]) {
      const ahead = upTo(MIDNIGHT + 3 * YEAR_MS, step, count);
      expect(retained([...times, ...ahead], resolution)).toEqual(
        expect.arrayContaining(retained(times, resolution))
      );
      const back = [...times, ...ahead, MIDNIGHT + step];
      expect(retained(back, resolution)).toEqual(expect.arrayContaining(retained(times, resolution)));
    }
  });

  it('of polls are none of the day that is not closed', () => {
    const before = [MIDNIGHT - YEAR_MS - 1];
    const open = [MIDNIGHT - YEAR_MS, MIDNIGHT - YEAR_MS + HOUR_MS];
    expect(retained([...before, ...open], 'polls')).toEqual([...before, ...open]);
    const long = [...before, ...upTo(MIDNIGHT + DAY_MS - 1, 1000, 86_400)];
    expect(retained(long, 'polls')).toEqual(long.slice(1));
  });

  it('are none when there is no point', () => {
    expect(retained([], 'polls')).toEqual([]);
  });
});
