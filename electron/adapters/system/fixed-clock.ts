// Clocks for pictures and tests. A fixed one stands until it is moved by hand, and its random numbers and ids are the same
// in every run; a hurried one goes many times as fast as this computer's.
import type { Clock } from '../../core/ports/ports';
import { systemClock } from './clock';

export interface FixedClock extends Clock {
  readonly isFixed: true;
  move(byMs: number): void;
}

/** `at`: the moment that it shows first, ms since 1970. */
export function createFixedClock(at: number): FixedClock {
  let now = at;
  let ids = 0;
  return {
    isFixed: true,
    now: () => now,
    random: () => 0.5,
    newId: () => `still-${++ids}`,
    minuteOfDay: moment => systemClock.minuteOfDay(moment),
    move: byMs => void (now += byMs)
  };
}

/** It shows `at` when this computer's clock shows `since`, ms since 1970, and goes `times` as fast. */
export function createHurriedClock(at: number, since: number, times: number): Clock {
  return { ...systemClock, times, now: () => at + (systemClock.now() - since) * times };
}

/**
 * This computer's, unless a moment such as `2026-11-22T09:00:00Z` is wished for, or a hurry such as
 * `1795330000000@1795338000000x60`.
 */
export function clockFor(wish: string | undefined): Clock {
  const [, at, since, times] = /^(\d+)@(\d+)x(\d+)$/.exec(wish ?? '') ?? [];
  if (times) return createHurriedClock(Number(at), Number(since), Number(times));
  return wish ? createFixedClock(Date.parse(wish)) : systemClock;
}

export function isFixed(clock: Clock): clock is FixedClock {
  return clock.isFixed === true;
}
