// Evaluates the alerts of a poll round: collects its alert events and passes them to the notification policy.
// The result: entries of the activity and at most one notification.
import type { Entry } from '../../../shared/schema/activity';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { Portfolio } from '../../../shared/schema/app-state';
import { watchPolls, pollSummaryOf, watchKeys } from './watch-connections';
import type { AlertEvent, Names } from './alert-event';
import { reviewDeferred } from './deferred-entries';
import { baselineOf, type WalletComparison } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import { decideNotifications, createSuppression, type NotificationDecision } from './notification-policy';
import { NOT_OVER, crossedEvents, type WatchedMove } from './thresholds';
import type { Model } from '../state/model';
import { pruneAlertMemory } from './alert-memory';
import type { Polled } from '../snapshots/poll-outcome';
import { watchMoves } from './watch-holdings';
import { watchPrices } from './watch-prices';
import { watchTotals } from './watch-totals';
import type { World } from '../ports/world';

export interface RoundFacts {
  /** The model before the round. */
  readonly before: Model;
  /** The model with the answers of the round applied. */
  readonly after: Model;
  readonly polled: readonly Polled[];
  readonly comparisons: readonly WalletComparison[];
  readonly portfolio: Portfolio;
  /** Null before the first answer. */
  readonly point: HistoryPoint | null;
  /** Alert events of the wallets that are not about amounts: unsupported chains and unverified tokens. */
  readonly announced: readonly AlertEvent[];
  readonly names: Names;
  readonly now: number;
}

export function evaluateAlerts(facts: RoundFacts, world: World): NotificationDecision {
  const { after, portfolio, comparisons, names, announced, now } = facts;
  const { settings } = after;
  const { choices } = settings;
  const memoryBefore = pruneAlertMemory(after.alerts, now);
  const connections = watchConnections(facts, memoryBefore);
  const moves = comparisons.flatMap(({ comparison }) => comparison.moves);
  const values = watchValues(facts, memoryBefore);
  const memory = { ...memoryBefore, ...connections.memory, ...values.memory };
  const suppressionFor = createSuppression(choices, memory, { now, minute: world.clock.minuteOfDay(now) });
  const { watchedMoves } = values;
  const decision = decideNotifications({
    alertEvents: [
      ...connections.alertEvents,
      ...announced,
      ...watchMoves(moves, choices.alerts, names, now),
      ...crossedEvents(watchedMoves ?? [])
    ],
    ...reviewDeferred({ settings, rows: portfolio.holdings, watchedMoves, memory, suppressionFor, now }),
    memory,
    suppressionFor,
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
  const notified = decision.notification?.isLastToday === false ? decision.notification.entries : [];
  return { ...decision, memory: resetBaselineMarks(decision.memory, notified, watchedMoves ?? [], now) };
}

/** Decides about alert events that happened outside of a round. */
export function decideAnnounced(
  model: Model,
  alertEvents: readonly AlertEvent[],
  world: World
): NotificationDecision {
  const now = world.clock.now();
  const { choices } = model.settings;
  const memory = pruneAlertMemory(model.alerts, now);
  return decideNotifications({
    alertEvents,
    due: [],
    deferred: memory.held,
    memory,
    suppressionFor: createSuppression(choices, memory, { now, minute: world.clock.minuteOfDay(now) }),
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
}

/** Watches keys that stopped working and wallets that are not answered. */
function watchConnections({ before, after, polled, names, now }: RoundFacts, memory: AlertMemory) {
  const { keys, wallets, choices } = after.settings;
  const rules = choices.alerts;
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
  { before, after, polled, comparisons, portfolio, point, names, now }: RoundFacts,
  memory: AlertMemory
) {
  const isAnswered = polled.some(({ outcome }) => outcome.answers.length > 0);
  if (!point || !isAnswered) return { memory: {}, watchedMoves: null };
  const rules = after.settings.choices.alerts;
  const { points } = before;
  const totals = watchTotals({ point, points, comparisons, baselineMarks: memory.totals, rules, names, now });
  const baseline = baselineOf(points, now);
  const prices = watchPrices({ portfolio, baseline, baselineMarks: memory.prices, rules, names, now });
  return {
    memory: { totals: totals.baselineMarks, prices: prices.baselineMarks },
    watchedMoves: [...totals.watchedMoves, ...prices.watchedMoves]
  };
}

/** The notified value becomes the baseline mark from which the next move is measured. */
function resetBaselineMarks(
  memory: AlertMemory,
  notified: readonly Entry[],
  watchedMoves: readonly WatchedMove[],
  now: number
): AlertMemory {
  const prices = { ...memory.prices };
  const totals = { ...memory.totals };
  const baselineMark = { since: now, ...NOT_OVER };
  for (const entry of notified) {
    if (entry.kind === 'total')
      totals[entry.walletId ?? ''] = { ...baselineMark, total: entry.to, prices: '0', transfers: '0' };
    if (entry.kind !== 'price') continue;
    const watchedMove = watchedMoves.find(({ alertEvent }) => alertEvent.entry.holdingId === entry.holdingId);
    if (watchedMove) prices[watchedMove.key] = { ...baselineMark, value: entry.to };
  }
  return { ...memory, prices, totals };
}
