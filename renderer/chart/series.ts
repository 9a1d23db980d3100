// The dots of the history as columns for the chart: one line of fresh stretches, one of stale ones, and the gaps in both.
import type { ChartPoint } from '../../shared/schema/app-state';
import { chartUnits, heightOf } from './axes';

/** A height from 0 to 1; null breaks the line there; undefined does neither. */
export type Cell = number | null | undefined;

export interface Trace {
  /** Moments, ms, rising; then as many cells for the fresh and the stale line. */
  readonly columns: [times: number[], fresh: Cell[], stale: Cell[]];
  /** ms */
  readonly gaps: { from: number; until: number }[];
  /** Chart units. */
  readonly low: bigint;
  readonly high: bigint;
  /** One a dot. */
  readonly heights: number[];
  /** Places of the first of the lowest and of the highest dots; null when nothing moved. */
  readonly extremes: { low: number; high: number } | null;
}

/**
 * Needs at least one dot. Both ends of a stale stretch are dashed. `until`: the present, ms; the time since the last dot is a
 * gap when it is longer than `tailMs`.
 */
export function traceOf(dots: readonly ChartPoint[], until: number, tailMs: number): Trace {
  const units = dots.map(dot => chartUnits(dot.total));
  const low = units.reduce((least, value) => (value < least ? value : least));
  const high = units.reduce((most, value) => (value > most ? value : most));
  const heights = units.map(value => heightOf(value, low, high));
  const gaps = dots.flatMap((dot, i) => {
    const before = dots[i - 1];
    return before && dot.isAfterGap ? [{ from: before.at, until: dot.at }] : [];
  });
  const last = dots.at(-1);
  if (last && until - last.at > tailMs) gaps.push({ from: last.at, until });
  return {
    columns: columnsOf(dots, heights),
    gaps,
    low,
    high,
    heights,
    extremes: low < high ? { low: units.indexOf(low), high: units.indexOf(high) } : null
  };
}

/** Between two dots that follow each other: is the way from the first to the second dashed? Null: there is none. */
function wayTo(dots: readonly ChartPoint[], i: number): 'fresh' | 'stale' | null {
  const [before, dot] = [dots[i - 1], dots[i]];
  if (!before || !dot || dot.isAfterGap) return null;
  return before.isStale || dot.isStale ? 'stale' : 'fresh';
}

function columnsOf(dots: readonly ChartPoint[], heights: readonly number[]): Trace['columns'] {
  const columns: Trace['columns'] = [[], [], []];
  const row = (at: number, fresh: Cell, stale: Cell): void => {
    columns[0].push(at);
    columns[1].push(fresh);
    columns[2].push(stale);
  };
  dots.forEach((dot, i) => {
    const [way, next] = [wayTo(dots, i), wayTo(dots, i + 1)];
    const middle = ((dots[i - 1]?.at ?? dot.at) + dot.at) / 2;
    if (i > 0 && way === null) row(middle, null, null);
    // A fresh way of two dots between stale ones: each of the two is on both lines, the way is on one.
    else if (way === 'fresh') row(middle, undefined, null);
    const height = heights[i] ?? 0;
    row(dot.at, dot.isStale ? null : height, way === 'stale' || next === 'stale' ? height : null);
  });
  return columns;
}
