// Evaluates the alerts of a poll round: asks each detector for its alert events.
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Portfolio } from '../../../shared/schema/app-state';
import { watchPolls, pollSummaryOf, watchKeys } from './watch-connections';
import type { AlertEvent, Names } from './alert-event';
import { baselineOf, type WalletComparison } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import { membersOfScope, rulesByWallet } from './group-rules';
import type { VerificationEvent } from '../doubts/events';
import { crossedEvents, type WatchedMove } from './thresholds';
import type { Model } from '../state/model';
import { pruneAlertMemory } from './alert-memory';
import type { Polled } from '../snapshots/poll-outcome';
import { watchMoves } from './watch-holdings';
import { watchPrices } from './watch-prices';
import { watchTotals } from './watch-totals';
import { uninvitedTokens, watchVerification } from './watch-verification';

export interface RoundFacts {
  /** The model before the round. */
  readonly before: Model;
  /** The model with the answers of the round applied. */
  readonly after: Model;
  readonly polled: readonly Polled[];
  /** What each wallet saw. */
  readonly comparisons: readonly WalletComparison[];
  /** The same with each unit once (`compareUnits`); absent: no two wallets watch one. */
  readonly unitComparisons?: readonly WalletComparison[];
  readonly portfolio: Portfolio;
  /** Null before the first answer. */
  readonly point: HistoryPoint | null;
  /** Alert events of the wallets that are not about amounts: unsupported chains. */
  readonly announced: readonly AlertEvent[];
  /** What the verification decided in this round. */
  readonly verificationEvents: readonly VerificationEvent[];
  readonly names: Names;
  readonly now: number;
}

/** What a round brought, before the notification policy decides about it. */
export interface AlertEvaluation {
  readonly alertEvents: readonly AlertEvent[];
  readonly memory: AlertMemory;
  /** Null: this round got no answer. */
  readonly watchedMoves: readonly WatchedMove[] | null;
}

export function evaluateAlerts(facts: RoundFacts): AlertEvaluation {
  const {
    before,
    after,
    comparisons,
    unitComparisons = comparisons,
    names,
    announced,
    verificationEvents,
    now
  } = facts;
  const rules = rulesByWallet(after.settings);
  const memoryBefore = pruneAlertMemory(after.alerts, now);
  const connections = watchConnections(facts, memoryBefore);
  const moves = unitComparisons.flatMap(({ comparison }) => comparison.moves);
  const values = watchValues(facts, memoryBefore);
  const changes = [
    ...announced,
    ...watchMoves({ moves, uninvited: uninvitedSince(before, after), rules, names, now }),
    ...crossedEvents(values.watchedMoves ?? [])
  ];
  const verified = watchVerification({
    events: verificationEvents,
    before,
    after,
    memory: memoryBefore,
    others: changes,
    rules,
    names,
    now
  });
  return {
    alertEvents: [...connections.alertEvents, ...verified, ...changes],
    memory: { ...memoryBefore, ...connections.memory, ...values.memory },
    watchedMoves: values.watchedMoves
  };
}

/** The uninvited tokens that were there before this round; one that the person wanted meanwhile is invited. */
function uninvitedSince({ verification: before }: Model, { verification: after }: Model): Set<string> {
  const isInvited = (token: string) => after.tokens[token] !== undefined && !after.tokens[token].isUninvited;
  return new Set([...uninvitedTokens(before)].filter(token => !isInvited(token)));
}

/** Watches keys that stopped working and wallets that are not answered. */
function watchConnections({ before, after, polled, names, now }: RoundFacts, memory: AlertMemory) {
  const { keys, wallets } = after.settings;
  const rules = rulesByWallet(after.settings);
  const snapshotOf = (id: string) => after.snapshots.find(({ walletId }) => walletId === id);
  const summaries = polled.map(one =>
    pollSummaryOf(one, snapshotOf(one.wallet.id), before.pollSchedules[one.wallet.id]?.dueAt ?? null)
  );
  const stopped = watchKeys({ summaries, keys, stopped: memory.keys, rules, now });
  const failing = wallets.map(({ id, keyId }) => {
    return { walletId: id, keyId, code: snapshotOf(id)?.failure?.code ?? null };
  });
  const unanswered = watchPolls({ summaries, wallets: failing, polls: memory.polls, rules, names, now });
  return {
    memory: { keys: stopped.stopped, polls: unanswered.polls },
    alertEvents: [...stopped.alertEvents, ...unanswered.alertEvents]
  };
}

/**
 * Watches totals and prices. `watchedMoves` is null when this round got no answer: then only the point of a day ago
 * changes, and no value.
 */
function watchValues(
  {
    before,
    after,
    polled,
    comparisons,
    unitComparisons = comparisons,
    portfolio,
    point,
    names,
    now
  }: RoundFacts,
  memory: AlertMemory
) {
  const isAnswered = polled.some(({ outcome }) => outcome.answers.length > 0);
  if (!point || !isAnswered) return { memory: {}, watchedMoves: null };
  const rules = rulesByWallet(after.settings);
  const { points } = before;
  const totals = watchTotals({
    point,
    points,
    comparisons,
    unitComparisons,
    baselineMarks: memory.totals,
    rules,
    names,
    membersOf: scope => membersOfScope(after.settings, scope),
    now
  });
  const baseline = baselineOf(points, now);
  const prices = watchPrices({
    portfolio,
    uninvited: uninvitedTokens(after.verification),
    baseline,
    baselineMarks: memory.prices,
    rules,
    names,
    now
  });
  return {
    memory: { totals: totals.baselineMarks, prices: prices.baselineMarks },
    watchedMoves: [...totals.watchedMoves, ...prices.watchedMoves]
  };
}
