// The ranges of the history: which resolutions each is read from, since when, and the dots that come of it.
import { compareDecimals, decimal } from '../../../shared/domain/decimal';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Range, Subject } from '../../../shared/ipc/history-calls';
import type { HistoryDot } from '../../../shared/schema/app-state';
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { STEP_MS } from './retention';
import { EVERYTHING, isStaleAt, valueAt } from './subject';

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

/** A poll that is late by one retry leaves no gap; a computer that slept does. */
const MISSED_INTERVALS = 3;
/** The last dot, the lowest and the highest stay, whatever the step; and the steps begin and end inside one. */
const ALWAYS_KEPT = 5;
/** Steps between one and its double, so that one serves while the time grows by a fifth. */
const STEPS_PER_DOUBLE = 4;

/**
 * The last day for the line in the window, oldest first, thinned to at most `most` points; the first, the last, the lowest
 * and the highest stay. Points from ahead of now were made while the clock ran fast.
 */
export function dotsOf(points: readonly HistoryPoint[], now: number, most: number): HistoryDot[] {
  const day = points.filter(point => point.at >= now - DAY_MS && point.at <= now);
  return thinned(dotsInOrder(day, 0), most);
}

/**
 * One dot a moment, oldest first. `stepMs`: how far apart thinned points lie, so that their distance is no gap; 0 for polls.
 * Points that do not know the subject leave no dot, and a gap.
 */
export function dotsInOrder(
  points: readonly HistoryPoint[],
  stepMs: number,
  subject: Subject = EVERYTHING
): HistoryDot[] {
  const inOrder = [...new Map(points.map(point => [point.at, point])).values()].sort((a, b) => a.at - b.at);
  const dots: HistoryDot[] = [];
  let isAfterGap = false;
  inOrder.forEach((point, place) => {
    const before = inOrder[place - 1];
    const total = valueAt(point, subject);
    isAfterGap ||= total === undefined || (before !== undefined && isGap(before, point, stepMs));
    if (total === undefined) return;
    dots.push({
      at: point.at,
      total,
      isStale: isStaleAt(point, subject),
      isAfterGap: isAfterGap && dots.length > 0
    });
    isAfterGap = false;
  });
  return dots;
}

function isGap(before: HistoryPoint, after: HistoryPoint, stepMs: number): boolean {
  return after.at - before.at > MISSED_INTERVALS * Math.max(before.intervalMs, stepMs);
}

/**
 * At most `most` (6 or more) of the dots: the first one of each step of time stays, so that a new dot moves none of the
 * others while the whole has about the same length. A gap between two that stay is marked on the later one.
 */
export function thinned(dots: readonly HistoryDot[], most: number): HistoryDot[] {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last || dots.length <= most) return [...dots];
  const stepMs = stepOf((last.at - first.at) / (most - ALWAYS_KEPT));
  const { lowest, highest } = extremesOf(dots);
  const kept: HistoryDot[] = [];
  let [isAfterGap, step] = [false, -Infinity];
  dots.forEach((dot, place) => {
    isAfterGap ||= dot.isAfterGap;
    const own = Math.floor(dot.at / stepMs);
    if (own === step && dot !== last && place !== lowest && place !== highest) return;
    step = own;
    kept.push({ ...dot, isAfterGap });
    isAfterGap = false;
  });
  return kept;
}

/** At least `leastMs`, from a fixed row of steps. */
function stepOf(leastMs: number): number {
  return 2 ** (Math.ceil(Math.log2(leastMs) * STEPS_PER_DOUBLE) / STEPS_PER_DOUBLE);
}

function extremesOf(dots: readonly HistoryDot[]): { lowest: number; highest: number } {
  const totals = dots.map(({ total }) => decimal(total));
  let [lowest, highest] = [0, 0];
  totals.forEach((total, place) => {
    if (compareDecimals(total, totals[lowest] ?? total) < 0) lowest = place;
    if (compareDecimals(total, totals[highest] ?? total) > 0) highest = place;
  });
  return { lowest, highest };
}
