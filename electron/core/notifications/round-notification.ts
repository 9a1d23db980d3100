// Decides the notification of a poll round, from its alert events and from what was deferred earlier.
// The result: entries of the activity and at most one notification.
import { pruneAlertMemory, resetBaselineMarks } from '../alerts/alert-memory';
import type { AlertEvent } from '../alerts/alert-event';
import { evaluateAlerts, type RoundFacts } from '../alerts/evaluate-alerts';
import type { World } from '../ports/world';
import type { Model } from '../state/model';
import { createSuppression } from './cooldown-and-quiet-hours';
import { reviewDeferred } from './deferred-entries';
import { decideNotifications, type NotificationDecision } from './notification-policy';

export function decideRound(facts: RoundFacts, world: World): NotificationDecision {
  const { after, portfolio, now } = facts;
  const { settings } = after;
  const { choices } = settings;
  const { alertEvents, memory, watchedMoves } = evaluateAlerts(facts);
  const suppressionFor = createSuppression(choices, memory, { now, minute: world.clock.minuteOfDay(now) });
  const decision = decideNotifications({
    alertEvents,
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
