// A clock for pictures: it stands until it is moved by hand, and its random numbers and ids are the same in every run.
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

/** This computer's, unless a moment such as `2026-11-22T09:00:00Z` is wished for. */
export function clockFor(moment: string | undefined): Clock {
  return moment ? createFixedClock(Date.parse(moment)) : systemClock;
}

export function isFixed(clock: Clock): clock is FixedClock {
  return clock.isFixed === true;
}
