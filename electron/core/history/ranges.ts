// The ranges of the history: which resolutions each is read from, since when, and the dots that come of it.
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Range, Subject } from '../../../shared/ipc/history-calls';
import type { HistoryDot } from '../../../shared/schema/app-state';
import { dotsInOrder, thinned } from './dots';
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { EVERYTHING } from './subject';
import { STEP_MS } from './retention';

const MOST_DOTS = 400;

/** Points of `resolution` from `since` (ms) on. */
export interface Need {
  readonly resolution: Resolution;
  readonly since: number;
}

interface Shape {
  /** ms back from now; Infinity: all. */
  readonly length: number;
  /** How far apart its points lie, ms; 0: the interval of the polls. */
  readonly stepMs: number;
  /** Resolutions, each with how far back it is read, ms: the finer ones give what the coarse one has not closed yet. */
  readonly from: readonly (readonly [Resolution, number])[];
}

const LATEST = ['polls', HOUR_MS] as const;
const TODAY = ['hours', DAY_MS] as const;
const SHAPES: Readonly<Record<Range, Shape>> = {
  '1d': { length: DAY_MS, stepMs: 0, from: [['polls', DAY_MS]] },
  '1w': along(7 * DAY_MS, 'five-minutes'),
  '1m': along(30 * DAY_MS, 'hours'),
  '1y': { length: 365 * DAY_MS, stepMs: STEP_MS.days, from: [['days', 365 * DAY_MS], TODAY, LATEST] },
  all: { length: Infinity, stepMs: STEP_MS.days, from: [['days', Infinity], TODAY, LATEST] }
};

/** Days give the exact first, lowest, highest and last of each day, which the thinner points may have missed. */
function along(length: number, resolution: 'five-minutes' | 'hours'): Shape {
  return { length, stepMs: STEP_MS[resolution], from: [[resolution, length], ['days', length], LATEST] };
}

/** What has to be read to show a range that ends at `now` (ms). */
export function needsOf(range: Range, now: number): Need[] {
  return SHAPES[range].from.map(([resolution, length]) => ({ resolution, since: sinceOf(length, now) }));
}

/** The points of all that `needsOf` named, in any order -> at most 400 dots, oldest first, one a moment. */
export function rangeDots(
  range: Range,
  points: readonly HistoryPoint[],
  now: number,
  subject: Subject = EVERYTHING
): HistoryDot[] {
  const since = beginOf(range, now);
  const shown = points.filter(({ at }) => at >= since && at <= now);
  return thinned(dotsInOrder(shown, SHAPES[range].stepMs, subject), MOST_DOTS);
}

/** When a range that ends at `now` begins, both ms. */
export function beginOf(range: Range, now: number): number {
  return sinceOf(SHAPES[range].length, now);
}

function sinceOf(length: number, now: number): number {
  return Math.max(0, now - length);
}
