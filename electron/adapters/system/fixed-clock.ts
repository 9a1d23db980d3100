// A clock for pictures: it stands until it is moved by hand, and its random numbers and ids are the same in every run.
import type { Clock } from '../../core/ports/ports';
import { systemClock } from './clock';

export interface StillClock extends Clock {
  readonly isStill: true;
  move(byMs: number): void;
}

/** `at`: the moment that it shows first, ms since 1970. */
export function stillClock(at: number): StillClock {
  let now = at;
  let ids = 0;
  return {
    isStill: true,
    now: () => now,
    random: () => 0.5,
    newId: () => `still-${++ids}`,
    minuteOfDay: moment => systemClock.minuteOfDay(moment),
    move: byMs => void (now += byMs)
  };
}

/** This computer's, unless a moment such as `2026-11-22T09:00:00Z` is wished for. */
export function clockFor(wish: string | undefined): Clock {
  return wish ? stillClock(Date.parse(wish)) : systemClock;
}

export function isStill(clock: Clock): clock is StillClock {
  return clock.isStill === true;
}
