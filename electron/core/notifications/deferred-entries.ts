// Deferred entries: decides which deferred entries are notified now, stay deferred, or are dropped.
import { DAY_MS } from '../../../shared/domain/durations';
import { tokenOf, tokenOfId } from '../../../shared/domain/holding-id';
import type { AlertEntry } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Portfolio, HoldingRow } from '../../../shared/schema/app-state';
import type { Settings } from '../../../shared/schema/settings';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { membersOfScope, rulesByWallet } from '../alerts/group-rules';
import { isMeasuredAgain, isNotDueYet, isStillTrue } from '../alerts/entry-kinds';
import { ruleFor } from '../../../shared/alerts/alert-rules';
import type { Suppression } from './cooldown-and-quiet-hours';
import type { WatchedMove } from '../alerts/thresholds';

export interface DeferredReview {
  readonly settings: Settings;
  readonly portfolio: Pick<Portfolio, 'holdings' | 'waiting'>;
  readonly verification: VerificationMemory;
  /** The watched moves of this round; null: the round had no values. */
  readonly watchedMoves: readonly WatchedMove[] | null;
  readonly memory: AlertMemory;
  readonly suppressionFor: Suppression;
  readonly now: number;
}

/** `due`: notified now, with current numbers and with their ids in the activity; `deferred`: they stay deferred. */
export function reviewDeferred(review: DeferredReview): { due: AlertEntry[]; deferred: AlertEntry[] } {
  const { memory, suppressionFor, now } = review;
  const due: AlertEntry[] = [];
  const deferred: AlertEntry[] = [];
  const rows = new Map(memory.held.length === 0 ? [] : review.portfolio.holdings.map(row => [row.id, row]));
  for (const entry of memory.held) {
    if (isExpired(entry, now)) continue;
    const decision = decideDeferred(entry, rows.get(entry.holdingId ?? ''), review);
    if (decision === 'drop') continue;
    if (decision === 'wait' || suppressionFor(entry) !== null) deferred.push(entry);
    else due.push(decision);
  }
  return { due, deferred };
}

/**
 * What quiet hours held back is notified when they are over, and a doubt when its answers agree, however long the
 * computer slept meanwhile.
 */
function isExpired({ at, silence }: AlertEntry, now: number): boolean {
  return silence !== 'quiet-hours' && silence !== 'checking' && now - at > DAY_MS;
}

/** All wallets, a wallet that was not removed, or a group that has wallets. */
function isThere(settings: Settings, walletId: string | null): boolean {
  if (walletId === null || settings.wallets.some(({ id }) => id === walletId)) return true;
  return membersOfScope(settings, walletId) !== null;
}

/** An entry is dropped when its wallet is gone, its rule was switched off, or it is no longer true. */
function decideDeferred(
  entry: AlertEntry,
  row: HoldingRow | undefined,
  review: DeferredReview
): AlertEntry | 'drop' | 'wait' {
  const { settings, portfolio, verification, memory } = review;
  const { waiting } = portfolio;
  const { walletId } = entry;
  if (!isThere(settings, walletId)) return 'drop';
  if (isMeasuredAgain(entry.kind)) return updateMoveEntry(entry, row, review);
  const subject = { walletIds: walletId === null ? [] : [walletId], token: tokenOfEntry(entry, row) };
  if (!ruleFor(rulesByWallet(settings), entry.kind, subject)?.isOn) return 'drop';
  const now = { settings, memory, verification, waitingCount: waiting.count, row };
  if (!isStillTrue(entry, now)) return 'drop';
  if (isNotDueYet(entry, now)) return 'wait';
  return entry.kind === 'unverified' && entry.count !== undefined ? { ...entry, ...waiting } : entry;
}

/**
 * Notified with the current numbers while the move is still over its threshold. A move that crossed the threshold again
 * has an alert event of its own.
 */
function updateMoveEntry(
  entry: AlertEntry,
  row: HoldingRow | undefined,
  { watchedMoves, memory }: DeferredReview
): AlertEntry | 'drop' | 'wait' {
  if (!watchedMoves) return 'wait';
  const isTotal = entry.kind === 'total';
  const key = isTotal ? (entry.walletId ?? '') : (tokenOfEntry(entry, row) ?? '');
  const watchedMove = watchedMoves.find(one => one.key === key && one.alertEvent.entry.kind === entry.kind);
  // The price is over its threshold, but has no watched move: the token was not answered in this round.
  if (!watchedMove) return !isTotal && memory.prices[key]?.over ? 'wait' : 'drop';
  if (watchedMove.thresholdState === 'crossed' || watchedMove.alertEvent.suppressionReason !== null)
    return 'drop';
  if (watchedMove.thresholdState === 'lingering') return 'wait';
  const { id, at, silence } = entry;
  return { ...watchedMove.alertEvent.entry, id, at, silence };
}

/** A holding that left altogether has no row any more; its id still says which token it was. */
function tokenOfEntry({ holdingId }: AlertEntry, row: HoldingRow | undefined): string | null {
  if (row || holdingId === null) return row ? tokenOf(row) : null;
  return tokenOf(tokenOfId(holdingId));
}
