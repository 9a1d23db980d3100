// Decides the notification of a poll round, from its alert events and from what was deferred earlier.
// The result: entries of the activity and at most one notification.
import { pruneAlertMemory, rememberToldDoubts, resetBaselineMarks } from '../alerts/alert-memory';
import type { AlertEvent, Names } from '../alerts/alert-event';
import { evaluateAlerts, type RoundFacts } from '../alerts/evaluate-alerts';
import { watchVerification } from '../alerts/watch-verification';
import type { World } from '../ports/world';
import type { Model } from '../state/model';
import type { VerificationEvent } from '../doubts/events';
import { createSuppression } from './cooldown-and-quiet-hours';
import { reviewDeferred } from './deferred-entries';
import { decideNotifications, type NotificationDecision } from './notification-policy';

export function decideRound(facts: RoundFacts, world: World): NotificationDecision {
  const { after, portfolio, now } = facts;
  const { settings, verification } = after;
  const { choices } = settings;
  const { alertEvents, memory, watchedMoves } = evaluateAlerts(facts);
  const suppressionFor = createSuppression(choices, memory, { now, minute: world.clock.minuteOfDay(now) });
  const decision = decideNotifications({
    alertEvents,
    ...reviewDeferred({ settings, portfolio, verification, watchedMoves, memory, suppressionFor, now }),
    memory,
    suppressionFor,
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
  const notified = decision.notification?.isLastToday === false ? decision.notification.entries : [];
  const remembered = rememberToldDoubts(decision.memory, notified, verification.doubts);
  return { ...decision, memory: resetBaselineMarks(remembered, notified, watchedMoves ?? [], now) };
}

/** Decides about what the person decided on doubts, outside of a round: `before` and `after` the decision. */
export function decideVerified(
  before: Model,
  after: Model,
  events: readonly VerificationEvent[],
  names: Names,
  world: World
): NotificationDecision {
  const now = world.clock.now();
  const rules = after.settings.choices.alerts;
  const memory = pruneAlertMemory(after.alerts, now);
  const watched = watchVerification({ events, before, after, memory, others: [], rules, names, now });
  return decideAnnounced(after, watched, world);
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
