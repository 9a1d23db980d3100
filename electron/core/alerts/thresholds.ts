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
/** Of the threshold: a move that fell below this part of it may cross it anew. */
const REARM_FACTOR: Decimal = { units: 8n, scale: 1 };

/**
 * `crossed`: over for the first time, or the other way; `over`: still, as the activity has it; `lingering`: just below;
 * `below`: nothing to tell, and free to cross.
 */
export type ThresholdState = 'crossed' | 'over' | 'lingering' | 'below';

/** A mark holds for a day; after that the history says what to compare with, unless it reaches less far back. */
export function isMarkCurrent({ since }: BaselineMark, historyFrom: number | null, now: number): boolean {
  return now - since < DAY_MS || historyFrom === null || historyFrom < since;
}

/** The way it went over the threshold untold, forgotten after a day: what still goes on then is worth saying. */
export function overDirectionOf(baselineMark: BaselineMark | undefined, now: number): BaselineMark['over'] {
  return baselineMark && now - baselineMark.overAt < DAY_MS ? baselineMark.over : null;
}

/** Nothing stands untold. */
export const NOT_OVER = { over: null, overAt: 0 } as const;

/** `from`: percent of `base`. Compared exactly: a rounded percent would cross too early. */
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

export function directionOf(move: Decimal): 'up' | 'down' {
  return move.units < 0n ? 'down' : 'up';
}

/** Over and not told: for a day nothing more is said of it while it stays over. */
export function markCrossed<MarkType extends BaselineMark>(
  baselineMark: MarkType,
  move: Decimal,
  now: number
): MarkType {
  return { ...baselineMark, over: directionOf(move), overAt: now };
}

export interface WatchedMove {
  /** Under which the memory has its mark. */
  readonly key: string;
  readonly thresholdState: ThresholdState;
  readonly alertEvent: AlertEvent;
}

export interface WatchResult<MarkType> {
  readonly baselineMarks: Record<string, MarkType>;
  /** Without those that are below their thresholds. */
  readonly watchedMoves: readonly WatchedMove[];
}

/** The entries of this round: what crossed just now. */
export function crossedEvents(watchedMoves: readonly WatchedMove[]): AlertEvent[] {
  return watchedMoves
    .filter(({ thresholdState }) => thresholdState === 'crossed')
    .map(({ alertEvent }) => alertEvent);
}
