// The two points that a change lies between, found in the lines of the history by their moments; only these two are read whole.
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { pointIn, timeOf, type TokenBook } from './line-format';

export type Since =
  | { readonly kind: 'span'; readonly ms: number }
  /** What the last poll brought. */
  | { readonly kind: 'poll' }
  /** ms */
  | { readonly kind: 'moment'; readonly at: number };

export type LinesOf = (resolution: Resolution) => readonly string[];

export const FINEST_FIRST: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];

/**
 * From the last point at that moment or before it, in the finest file that reaches back so far, to the last poll. A younger
 * history begins at its first point. Spans count back from the last poll, as in the tray. Null: there are no two points.
 */
export function stretchSince(since: Since, linesOf: LinesOf, book: TokenBook): Stretch | null {
  const polls = linesOf('polls');
  const latest = lastSound(polls, book);
  if (!latest) return null;
  if (since.kind === 'poll') {
    const before = lastSound(polls.slice(0, latest.place), book);
    return before && { baseline: before.point, latest: latest.point };
  }
  const target = since.kind === 'span' ? latest.point.at - since.ms : since.at;
  const baseline = pointAt(target, linesOf, book) ?? firstBefore(latest.point.at, linesOf, book);
  return baseline && { baseline, latest: latest.point };
}

/** By arrival, not by time: a clock that ran ahead for a while left points that seem later. */
function lastSound(lines: readonly string[], book: TokenBook): { point: HistoryPoint; place: number } | null {
  for (let place = lines.length - 1; place >= 0; place--) {
    const point = pointIn(lines[place] ?? '', book);
    if (point) return { point, place };
  }
  return null;
}

function pointAt(target: number, linesOf: LinesOf, book: TokenBook): HistoryPoint | null {
  for (const resolution of FINEST_FIRST) {
    const latestFirst = timed(linesOf(resolution), at => at <= target).reverse();
    const point = firstSound(latestFirst, book);
    if (point) return point;
  }
  return null;
}

function firstBefore(end: number, linesOf: LinesOf, book: TokenBook): HistoryPoint | null {
  const lines = FINEST_FIRST.flatMap(linesOf);
  return firstSound(
    timed(lines, at => at < end),
    book
  );
}

function firstSound(lines: readonly string[], book: TokenBook): HistoryPoint | null {
  for (const line of lines) {
    const point = pointIn(line, book);
    if (point) return point;
  }
  return null;
}

/** Earliest first; those of one moment in their order. */
function timed(lines: readonly string[], isWanted: (at: number) => boolean): string[] {
  return lines
    .map(line => ({ line, at: timeOf(line) }))
    .filter((one): one is { line: string; at: number } => one.at !== null && isWanted(one.at))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** The two ends of what is told. */
export interface Stretch {
  readonly baseline: HistoryPoint;
  readonly latest: HistoryPoint;
}
