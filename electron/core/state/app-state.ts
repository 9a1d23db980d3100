// Where the app stands as a whole: without its settings, before its first wallet, before the first answer, or ready; and its worst failure.
import { byReaction } from '../../../shared/domain/failure';
import type { FailureNote, WalletSnapshot } from '../../../shared/schema/snapshot';
import type { AppState, Portfolio } from '../../../shared/schema/app-state';
import type { Model } from './model';
import { isRefused } from './issues';

export function phaseOf(model: Model, portfolio: Portfolio): AppState['phase'] {
  if (!model.isLoaded) return 'loading';
  if (isRefused(model)) return 'refused';
  if (model.settings.wallets.length === 0) return 'first-run';
  const isWaiting = portfolio.takenAt === null && portfolio.partsExpected > 0;
  return isWaiting && worstFailure(model.snapshots) === null ? 'loading' : 'ready';
}

export function worstFailure(snapshots: readonly WalletSnapshot[]): FailureNote | null {
  const notes = snapshots.map(snapshot => snapshot.failure).filter(note => note !== null);
  return notes.sort((a, b) => byReaction(a.code, b.code))[0] ?? null;
}
