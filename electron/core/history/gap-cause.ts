// Cause of a gap in the history: why no point was made before this one, as far as the app knows when it makes the point.
import {
  compareReactions,
  reactionTo,
  type FailureCode,
  type GapCause
} from '../../../shared/domain/failure';
import type { HistoryPoint } from '../ports/history-point';

/** A poll that is late by one retry makes no gap; a computer that slept makes one. */
const MISSED_INTERVALS = 3;

/** `stepMs`: the distance between thinned points, so that it is no gap; 0 for polls. */
export function isGap(
  { at, intervalMs }: Pick<HistoryPoint, 'at' | 'intervalMs'>,
  until: number,
  stepMs = 0
): boolean {
  return until - at > MISSED_INTERVALS * Math.max(intervalMs, stepMs);
}

/** What interrupts polling, ms; 0: not since the start. A restart forgets all but itself. */
export interface Interruptions {
  /** When this run of the app read its files. */
  readonly openedAt: number;
  /** When the person ended a pause. */
  readonly resumedAt: number;
  /** When a poll was found long overdue: nothing ran meanwhile, so the computer slept. */
  readonly sleptUntil: number;
}

export const NO_INTERRUPTIONS: Interruptions = { openedAt: 0, resumedAt: 0, sleptUntil: 0 };

export interface BeforeGap extends Interruptions {
  readonly pausedUntil: number;
  /** How the polls before this one failed. */
  readonly failures: readonly FailureCode[];
}

/** Null: no gap, or its cause is not known. */
export function gapCauseOf(last: HistoryPoint | null, now: number, before: BeforeGap): GapCause | null {
  if (!last || !isGap(last, now)) return null;
  const { openedAt, pausedUntil, resumedAt, sleptUntil } = before;
  if (isGap(last, openedAt) && pausedUntil <= openedAt) return 'off';
  if (Math.max(pausedUntil, resumedAt) > last.at) return 'paused';
  if (sleptUntil > last.at) return 'asleep';
  const [worst] = [...before.failures].sort(compareReactions);
  if (worst === undefined) return null;
  return reactionTo(worst) === 'stop' ? 'refused' : 'unreachable';
}
