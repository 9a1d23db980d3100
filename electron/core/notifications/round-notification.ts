// Decides the notification of a poll round, from its alert events and from what was deferred earlier.
// The result: entries of the activity and at most one notification.
import { rulesByWallet } from '../alerts/group-rules';
import { pruneAlertMemory, rememberToldDoubts, resetBaselineMarks } from '../alerts/alert-memory';
import type { Notification } from '../../../shared/schema/activity';
import type { AlertEvent, Names } from '../alerts/alert-event';
import { evaluateAlerts, type RoundFacts } from '../alerts/evaluate-alerts';
import { watchVerification } from '../alerts/watch-verification';
import type { World } from '../ports/world';
import type { Model } from '../state/model';
import type { VerificationEvent } from '../doubts/events';
import { createSuppression } from './cooldown-and-quiet-hours';
import { reviewDeferred } from './deferred-entries';
import { newlyTold } from './notification-delivery';
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
    updatable: updatableOf(after, world),
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
  const notified = decision.notification ? newlyTold(decision.notification) : [];
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
  const rules = rulesByWallet(after.settings);
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
    updatable: updatableOf(model, world),
    alertsADay: choices.alertsADay,
    now,
    newId: () => world.clock.newId()
  });
}

/** The last one of a day says nothing of its entries, so nothing can be added to it. */
function updatableOf({ notifications }: Model, { surfaces }: World): Notification | null {
  const shownId = surfaces.updatable?.() ?? null;
  return notifications.find(({ id, isLastToday }) => id === shownId && !isLastToday) ?? null;
}
