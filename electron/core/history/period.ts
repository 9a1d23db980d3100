// Period of a change: finds its first and its last history point in the lines of the history files.
// Only these two lines are parsed as a whole.
import type { HistoryPoint } from '../ports/history-point';
import type { Resolution } from '../ports/storage';
import { parsePoint, timeOf, type TokenNumbers } from './line-format';

export type Since =
  | { readonly kind: 'span'; readonly ms: number }
  /** The change of the last poll. */
  | { readonly kind: 'poll' }
  /** `at`: ms. */
  | { readonly kind: 'moment'; readonly at: number };

/** What a balance is asked of: the end of a day, or a moment; ms. */
export interface AskedMoment {
  /** A point that is older than this is stale. */
  readonly from: number;
  readonly until: number;
  readonly isDay: boolean;
}

export type LinesOf = (resolution: Resolution) => readonly string[];

export const FINEST_FIRST: readonly Resolution[] = ['polls', 'five-minutes', 'hours', 'days'];

/**
 * The period begins with the last point at that moment or before it, in the finest file that reaches back so far, and
 * ends with the last poll. When the history is younger, the period begins with its first point. Spans are measured
 * back from the last poll, as in the tray. Null: there are no two points.
 */
export function periodSince(since: Since, linesOf: LinesOf, tokenNumbers: TokenNumbers): Period | null {
  const polls = linesOf('polls');
  const latest = lastValidPoint(polls, tokenNumbers);
  if (!latest) return null;
  if (since.kind === 'poll') {
    const before = lastValidPoint(polls.slice(0, latest.index), tokenNumbers);
    return before && { baseline: before.point, latest: latest.point };
  }
  const target = since.kind === 'span' ? latest.point.at - since.ms : since.at;
  const baseline =
    pointAt(target, linesOf, tokenNumbers) ?? firstPointBefore(latest.point.at, linesOf, tokenNumbers);
  return baseline && { baseline, latest: latest.point };
}

/** The last one in order of arrival, not of time: a clock that ran ahead for a while made points that seem later. */
function lastValidPoint(
  lines: readonly string[],
  tokenNumbers: TokenNumbers
): { point: HistoryPoint; index: number } | null {
  for (let index = lines.length - 1; index >= 0; index--) {
    const point = parsePoint(lines[index] ?? '', tokenNumbers);
    if (point) return { point, index };
  }
  return null;
}

/** The last point at that moment or before it; null: there is none. */
export function pointAt(target: number, linesOf: LinesOf, tokenNumbers: TokenNumbers): HistoryPoint | null {
  for (const resolution of FINEST_FIRST) {
    const latestFirst = linesByTime(linesOf(resolution), at => at <= target).reverse();
    const point = firstValidPoint(latestFirst, tokenNumbers);
    if (point) return point;
  }
  return null;
}

/** The first point before that moment; null: there is none. */
export function firstPointBefore(
  end: number,
  linesOf: LinesOf,
  tokenNumbers: TokenNumbers
): HistoryPoint | null {
  const lines = FINEST_FIRST.flatMap(linesOf);
  return firstValidPoint(
    linesByTime(lines, at => at < end),
    tokenNumbers
  );
}

function firstValidPoint(lines: readonly string[], tokenNumbers: TokenNumbers): HistoryPoint | null {
  for (const line of lines) {
    const point = parsePoint(line, tokenNumbers);
    if (point) return point;
  }
  return null;
}

/** Earliest first; lines of the same moment stay in their order. */
function linesByTime(lines: readonly string[], isWanted: (at: number) => boolean): string[] {
  return lines
    .map(line => ({ line, at: timeOf(line) }))
    .filter((one): one is { line: string; at: number } => one.at !== null && isWanted(one.at))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
}

/** The first and the last history point of a period. */
export interface Period {
  readonly baseline: HistoryPoint;
  readonly latest: HistoryPoint;
}
