// The one state that is shown first, in the tray as in the window: worst first.
import { reactionTo } from './failure';
import { failureBrief } from './failure-words';
import type { AppState } from './state';
import { durationText, momentText } from './time-words';

export type HeadlineKind = 'failing' | 'stale' | 'partial' | 'paused' | 'fresh' | 'waiting';

/** What the badge and the tray's state line are drawn from. */
export function headlineOf(state: AppState, now: number): HeadlineKind {
  const { portfolio, failure } = state;
  if (failure && reactionTo(failure.code) !== 'back-off') return 'failing';
  if (portfolio.takenAt === null) return failure ? 'failing' : 'waiting';
  if (portfolio.isStale && !isPaused(state, now)) {
    return portfolio.partsAnswered > 0 && portfolio.partsAnswered < portfolio.partsExpected
      ? 'partial'
      : 'stale';
  }
  if (isPaused(state, now)) return 'paused';
  return portfolio.partsAnswered < portfolio.partsExpected ? 'partial' : 'fresh';
}

export function isPaused(state: AppState, now: number): boolean {
  return state.polling.pausedUntil > now;
}

/** "12 s ago · complete", "24 min old · 6 of 7 answered", "Key not accepted · 3 h old", "Paused until 08:00". */
export function badgeText(state: AppState, now: number): string {
  const { takenAt, partsAnswered, partsExpected } = state.portfolio;
  const age = takenAt === null ? null : durationText(now - takenAt);
  const answered = `${partsAnswered} of ${partsExpected} answered`;
  switch (headlineOf(state, now)) {
    case 'failing':
      return failureBrief(state.failure?.code ?? 'bug') + (age === null ? '' : ` · ${age} old`);
    case 'stale':
      return partsExpected > 1 ? `${age} old · ${answered}` : `${age} old`;
    case 'partial':
      return answered;
    case 'paused':
      return pauseText(state.polling.pausedUntil, now);
    case 'fresh':
      return `${age} ago · complete`;
    case 'waiting':
      return 'Waiting for the first answer';
  }
}

/** "Paused until 08:00", "Paused until tomorrow", "Paused". */
export function pauseText(until: number, now: number): string {
  if (until >= Number.MAX_SAFE_INTEGER) return 'Paused';
  return `Paused until ${momentText(until, now)}`;
}
