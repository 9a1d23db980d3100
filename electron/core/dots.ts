// The dots of a line over time: thinned, in order, each told whether it is stale and whether something is missing before it.
import { compareDecimals, decimal } from '../../shared/decimal';
import type { Subject } from '../../shared/record-calls';
import type { HistoryDot } from '../../shared/state';
import type { HistoryPoint } from './history';
import { EVERYTHING, isStaleAt, valueAt } from './subject';

const DAY_MS = 24 * 60 * 60_000;
/** A poll that is late by one retry leaves no gap; a computer that slept does. */
const MISSED_INTERVALS = 3;
/** The first and the last dot, the lowest and the highest stay, whatever the step. */
const ALWAYS_KEPT = 4;

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

/** At most `most` (5 or more) of the dots. A gap between two that stay is marked on the later one. */
export function thinned(dots: readonly HistoryDot[], most: number): HistoryDot[] {
  if (dots.length <= most) return [...dots];
  const end = dots.length - 1;
  const step = Math.ceil(end / (most - ALWAYS_KEPT));
  const { lowest, highest } = extremesOf(dots);
  const kept: HistoryDot[] = [];
  let isAfterGap = false;
  dots.forEach((dot, place) => {
    isAfterGap ||= dot.isAfterGap;
    if ((end - place) % step !== 0 && place !== 0 && place !== lowest && place !== highest) return;
    kept.push({ ...dot, isAfterGap });
    isAfterGap = false;
  });
  return kept;
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
