// Thresholds: decides whether a move crossed its alert threshold, measured from a baseline mark.
// A move can cross again only after it fell well below the threshold.
import {
  absolute,
  compareDecimals,
  decimal,
  isZero,
  multiply,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import type { BaselineMark } from '../../../shared/schema/alert-memory';
import type { AlertEvent } from './alert-event';

const HUNDRED: Decimal = { units: 100n, scale: 0 };
/** A fraction of the threshold: a move that fell below it may cross the threshold again. */
const REARM_FACTOR: Decimal = { units: 8n, scale: 1 };

/**
 * `crossed`: over the threshold for the first time, or in the other direction; `over`: still over it, already in the
 * activity; `lingering`: just below it; `below`: nothing to notify, and the move may cross again.
 */
export type ThresholdState = 'crossed' | 'over' | 'lingering' | 'below';

/**
 * A baseline mark is valid for a day. After that the move is compared with the history, unless the history begins later
 * than the mark.
 */
export function isMarkCurrent({ since }: BaselineMark, historyFrom: number | null, now: number): boolean {
  return now - since < DAY_MS || historyFrom === null || historyFrom < since;
}

/**
 * The direction in which the move crossed the threshold without a notification. It is forgotten after a day, so that a
 * move that is still over the threshold is notified then.
 */
export function overDirectionOf(baselineMark: BaselineMark | undefined, now: number): BaselineMark['over'] {
  return baselineMark && now - baselineMark.overAt < DAY_MS ? baselineMark.over : null;
}

/** No move is over its threshold without a notification. */
export const NOT_OVER = { over: null, overAt: 0 } as const;

/** `from`: the threshold in percent of `base`. Compared exactly: a rounded percent would cross it too early. */
export function thresholdStateOf(
  move: Decimal,
  base: Decimal,
  from: DecimalText,
  before: BaselineMark['over']
): ThresholdState {
  const threshold = multiply(absolute(base), decimal(from));
  const size = multiply(absolute(move), HUNDRED);
  const isSameWay = before === directionOf(move);
  if (isZero(move) || isZero(base)) return 'below';
  if (compareDecimals(size, threshold) >= 0) return isSameWay ? 'over' : 'crossed';
  return isSameWay && compareDecimals(size, multiply(threshold, REARM_FACTOR)) >= 0 ? 'lingering' : 'below';
}

function directionOf(move: Decimal): 'up' | 'down' {
  return move.units < 0n ? 'down' : 'up';
}

/** Records that the move is over the threshold and not notified: while it stays over, it is not notified for a day. */
export function markCrossed<MarkType extends BaselineMark>(
  baselineMark: MarkType,
  move: Decimal,
  now: number
): MarkType {
  return { ...baselineMark, over: directionOf(move), overAt: now };
}

export interface WatchedMove {
  /** The key of its baseline mark in the alert memory. */
  readonly key: string;
  readonly thresholdState: ThresholdState;
  readonly alertEvent: AlertEvent;
}

export interface WatchResult<MarkType> {
  readonly baselineMarks: Record<string, MarkType>;
  /** Without the moves that are below their thresholds. */
  readonly watchedMoves: readonly WatchedMove[];
}

/** The alert events of this round: the moves that crossed their thresholds just now. */
export function crossedEvents(watchedMoves: readonly WatchedMove[]): AlertEvent[] {
  return watchedMoves
    .filter(({ thresholdState }) => thresholdState === 'crossed')
    .map(({ alertEvent }) => alertEvent);
}
