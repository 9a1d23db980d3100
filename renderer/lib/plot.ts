// Everything the history line draws, laid out at its real width: the line, its two axes, its lowest and highest point.
import type { HistoryDot } from '../../shared/state';
import { shownAxis, shownUsd } from './amounts';
import { draw, type Drawing, type Point } from './chart';
import { dotMoment } from './dot-moment';
import { timeTicks } from './time-axis';

export interface Room {
  readonly widthPx: number;
  readonly heightPx: number;
  /** The present minute, ms. */
  readonly minute: number;
  /** The time since the last dot is a gap when it is longer. */
  readonly tailMs: number;
  readonly isHidden: boolean;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Plot extends Drawing {
  readonly widthPx: number;
  readonly bottomPx: number;
  readonly labels: string[];
  readonly ticks: Mark[];
  /** The values of the lowest and the highest point, beside them. */
  readonly marks: Mark[];
  readonly last: Point | undefined;
}

const LABEL_PX = 6.4;
const TICK_PX = 104;
const TOP_PX = 14;
const AXIS_PX = 18;
/** Above and below the line there is room for the two values. */
const MARK_ROOM_PX = 8;

function anchorOf(x: number, widthPx: number, text: string): Mark['anchor'] {
  const half = (text.length * LABEL_PX) / 2;
  return x < half ? 'start' : x > widthPx - half ? 'end' : 'middle';
}

function markOf({ x, y, dot }: Point, byPx: number, widthPx: number, isHidden: boolean): Mark {
  const text = shownUsd(dot.total, isHidden);
  return { x, y: y + byPx, text, anchor: anchorOf(x, widthPx, text) };
}

/** Null below two dots. */
export function plotOf(dots: readonly HistoryDot[], room: Room): Plot | null {
  const [first, newest] = [dots[0], dots.at(-1)];
  if (!first || !newest || dots.length < 2) return null;
  const { minute, tailMs, isHidden } = room;
  const bottomPx = room.heightPx - AXIS_PX;
  const from = first.at;
  const until = Math.max(minute, newest.at);
  const frame = { topPx: TOP_PX, bottomPx: bottomPx - MARK_ROOM_PX, from, until, tailMs };
  // The axis is as wide as its longest label, which the line's width depends on: so labels come first, from a narrow draft.
  const labels = shownAxis(
    draw(dots, { ...frame, widthPx: 1 }).grid.map(line => line.text),
    isHidden
  );
  const widthPx = room.widthPx - Math.max(56, ...labels.map(label => label.length * LABEL_PX + 14));
  const drawing = draw(dots, { ...frame, widthPx });
  const xOf = (at: number): number => ((at - from) / Math.max(1, until - from)) * widthPx;
  const ticks = timeTicks(from, until, Math.max(2, Math.floor(widthPx / TICK_PX)))
    .map(({ at, text }) => ({
      x: xOf(at),
      y: bottomPx + 16,
      text,
      anchor: anchorOf(xOf(at), Infinity, text)
    }))
    .filter(({ x }) => x < widthPx - 48);
  const { extremes } = drawing;
  const marks = extremes
    ? [markOf(extremes.high, -6, widthPx, isHidden), markOf(extremes.low, 13, widthPx, isHidden)]
    : [];
  return { ...drawing, widthPx, bottomPx, labels, ticks, marks, last: drawing.points.at(-1) };
}

/** When, how much, fresh or stale: one point for a screen reader. */
export function pointText(dot: HistoryDot, now: number, isHidden: boolean, state: string): string {
  return `${dotMoment(dot.at, now)}, ${shownUsd(dot.total, isHidden)}, ${state}`;
}
