// Everything the history line shows, laid out at its real width: what the chart draws, and what stands on it.
import type { ChartPoint } from '../../shared/schema/app-state';
import { shownAxis, shownUsd } from '../portfolio/masked-amounts';
import { timeTicks, valueTicks, heightOf } from './axes';
import type { Point } from './chart-point';
import { traceOf, type Trace } from './series';
import { CHART } from '../text/overview';

export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The present minute, ms. */
  readonly minute: number;
  /** The time since the last dot is a gap when it is longer. */
  readonly tailMs: number;
  readonly isHidden: boolean;
  /** Without axes the line has all the room. */
  readonly hasAxes: boolean;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** For the chart: pixels around the line's own area, and in it moments (ms) by heights. */
export interface Sheet {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly topPx: number;
  readonly rightPx: number;
  readonly belowPx: number;
  readonly times: readonly [from: number, until: number];
  readonly heights: readonly [lowest: number, highest: number];
  readonly columns: Trace['columns'];
  readonly gaps: Trace['gaps'];
  readonly values: readonly { height: number; text: string }[];
  readonly moments: readonly { at: number; text: string }[];
}

export interface Plot {
  readonly sheet: Sheet;
  /** Of the line's area, without the axis. */
  readonly widthPx: number;
  readonly bottomPx: number;
  readonly points: Point[];
  readonly gaps: { x: number; widthPx: number }[];
  readonly extremes: { low: Point; high: Point } | null;
  /** The values of the lowest and the highest point, beside them. */
  readonly marks: Mark[];
  readonly last: Point | undefined;
}

const LABEL_PX = 6.4;
const TICK_PX = 104;
const TOP_PX = 8;
const AXIS_PX = 18;
/** Between the edges of the area and the line there is room for its ends and for the two values. */
const ABOVE_PX = 12;
const UNDER_PX = 14;
/** The word at the end of the time axis has this much for itself. */
const NOW_PX = 48;

function anchorOf(x: number, widthPx: number, text: string): Mark['anchor'] {
  const half = (text.length * LABEL_PX) / 2;
  return x < half ? 'start' : x > widthPx - half ? 'end' : 'middle';
}

function markOf({ x, y, dot }: Point, byPx: number, widthPx: number, isHidden: boolean): Mark {
  const text = shownUsd(dot.total, isHidden);
  return { x, y: y + byPx, text, anchor: anchorOf(x, widthPx, text) };
}

/** Null below two dots. */
export function plotOf(dots: readonly ChartPoint[], room: Room): Plot | null {
  const [first, newest] = [dots[0], dots.at(-1)];
  if (!first || !newest || dots.length < 2) return null;
  const { isHidden, hasAxes, widthPx: allPx, heightPx } = room;
  const [from, until] = [first.at, Math.max(room.minute, newest.at)];
  const trace = traceOf(dots, until, room.tailMs);
  const values = hasAxes ? valuesOf(trace, isHidden) : [];
  const rightPx = hasAxes ? Math.max(56, ...values.map(({ text }) => text.length * LABEL_PX + 14)) : 4;
  const belowPx = hasAxes ? AXIS_PX : 0;
  const widthPx = Math.max(1, allPx - rightPx);
  const bottomPx = heightPx - belowPx;
  const linePx = Math.max(1, bottomPx - TOP_PX - ABOVE_PX - UNDER_PX);
  const span = Math.max(1, until - from);
  const xOf = (at: number): number => ((at - from) / span) * widthPx;
  const points = dots.map((dot, i) => ({
    x: xOf(dot.at),
    y: TOP_PX + ABOVE_PX + (1 - (trace.heights[i] ?? 0)) * linePx,
    dot
  }));
  const at = (place: number | undefined): Point | undefined => points[place ?? -1];
  const [low, high] = [at(trace.extremes?.low), at(trace.extremes?.high)];
  const sheet: Sheet = {
    ...{ widthPx: allPx, heightPx, topPx: TOP_PX, rightPx, belowPx },
    times: [from, from + span],
    heights: [-UNDER_PX / linePx, 1 + ABOVE_PX / linePx],
    columns: trace.columns,
    gaps: trace.gaps,
    values,
    moments: hasAxes ? momentsOf(from, until, widthPx) : []
  };
  return {
    ...{ sheet, widthPx, bottomPx, points, last: points.at(-1) },
    gaps: trace.gaps.map(gap => ({ x: xOf(gap.from), widthPx: xOf(gap.until) - xOf(gap.from) })),
    extremes: low && high ? { low, high } : null,
    marks: low && high ? [markOf(high, -6, widthPx, isHidden), markOf(low, 13, widthPx, isHidden)] : []
  };
}

/** Where balances are hidden, the axis keeps its lines and says nothing. */
function valuesOf({ low, high }: Trace, isHidden: boolean): Sheet['values'] {
  const ticks = valueTicks(low, high);
  const texts = shownAxis(
    ticks.map(({ text }) => text),
    isHidden
  );
  return ticks.map(({ units }, i) => ({ height: heightOf(units, low, high), text: texts[i] ?? '' }));
}

/** Round moments whose words have room between the left edge and the last word. */
function momentsOf(from: number, until: number, widthPx: number): Sheet['moments'] {
  const most = Math.max(2, Math.floor(widthPx / TICK_PX));
  const xOf = (at: number): number => ((at - from) / Math.max(1, until - from)) * widthPx;
  const fitting = timeTicks(from, until, most).filter(
    ({ at, text }) => xOf(at) >= (text.length * LABEL_PX) / 2 && xOf(at) < widthPx - NOW_PX
  );
  return [...fitting, { at: until, text: CHART.now }];
}
