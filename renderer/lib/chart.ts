// The history line as geometry: straight pieces, stale ones apart, gaps as bands. Numbers here are pixels, never money.
import { decimal, round } from '../../shared/decimal';
import type { HistoryDot } from '../../shared/state';
import { CHART_SCALE, valueTicks } from './axis';

export interface Frame {
  /** Width of the plot, without the axis. */
  readonly widthPx: number;
  readonly topPx: number;
  readonly bottomPx: number;
  readonly from: number;
  readonly until: number;
  /** The time since the last dot is a gap when it is longer. */
  readonly tailMs: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly dot: HistoryDot;
}

export interface Drawing {
  readonly points: Point[];
  readonly lines: { d: string; isStale: boolean }[];
  readonly gaps: { x: number; widthPx: number }[];
  readonly grid: { y: number; text: string }[];
  /** The first of the lowest and of the highest points; null when nothing moved. */
  readonly extremes: { low: Point; high: Point } | null;
}

/** The line keeps this distance from the edges of the plot, so that its end is never cut. */
const INSET_PX = 6;

function unitsOf(total: string): bigint {
  const { units, scale } = round(decimal(total), CHART_SCALE, 'half-up');
  return units * 10n ** BigInt(CHART_SCALE - scale);
}

function tenth(px: number): number {
  return Math.round(px * 10) / 10;
}

/** Needs at least one dot. */
export function draw(dots: readonly HistoryDot[], frame: Frame): Drawing {
  const units = dots.map(dot => unitsOf(dot.total));
  const low = units.reduce((least, value) => (value < least ? value : least));
  const high = units.reduce((most, value) => (value > most ? value : most));
  const room = frame.bottomPx - frame.topPx - 2 * INSET_PX;
  const yOf = (value: bigint): number => {
    const part = high === low ? 0.5 : Number(high - value) / Number(high - low);
    return tenth(frame.topPx + INSET_PX + part * room);
  };
  const span = Math.max(1, frame.until - frame.from);
  const xOf = (at: number): number => tenth(((at - frame.from) / span) * frame.widthPx);
  const points = dots.map((dot, i) => ({ x: xOf(dot.at), y: yOf(units[i] ?? low), dot }));
  const grid = valueTicks(low, high).map(({ units: value, text }) => ({
    y: Math.round(yOf(value)) + 0.5,
    text
  }));
  const at = (value: bigint): Point | undefined => points[units.indexOf(value)];
  const [lowest, highest] = [at(low), at(high)];
  const extremes = low < high && lowest && highest ? { low: lowest, high: highest } : null;
  return { points, grid, extremes, ...pieces(points, frame) };
}

/** A piece ends where a gap begins or where fresh turns into stale; both ends of a stale stretch are dashed. */
function pieces(points: readonly Point[], frame: Frame): Pick<Drawing, 'lines' | 'gaps'> {
  const lines: Drawing['lines'] = [];
  const gaps: Drawing['gaps'] = [];
  let current: { d: string; isStale: boolean } | null = null;
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (!before) continue;
    if (point.dot.isAfterGap) {
      gaps.push({ x: before.x, widthPx: tenth(point.x - before.x) });
      current = null;
      continue;
    }
    const isStale = point.dot.isStale || before.dot.isStale;
    if (!current || current.isStale !== isStale) {
      current = { d: `M${before.x} ${before.y}`, isStale };
      lines.push(current);
    }
    current.d += `L${point.x} ${point.y}`;
  }
  const last = points.at(-1);
  if (last && frame.until - last.dot.at > frame.tailMs)
    gaps.push({ x: last.x, widthPx: tenth(frame.widthPx - last.x) });
  return { lines, gaps };
}

/** The index of the point nearest to `x`. */
export function nearest(points: readonly Point[], x: number): number {
  let best = 0;
  for (const [i, point] of points.entries()) {
    if (Math.abs(point.x - x) <= Math.abs((points[best]?.x ?? 0) - x)) best = i;
  }
  return best;
}
