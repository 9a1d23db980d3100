// Records the decisions about alerts in the model: alert memory, notifications, activity.
import type { AlertEntry, Notification } from '../../../shared/schema/activity';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { newlyTold } from './notification-delivery';
import type { NotificationDecision } from './notification-policy';
import type { Model } from '../state/model';
import { ACTIVITY_RETENTION_MS } from '../history/activity-retention';

const MAX_NOTIFICATIONS = 50;
export interface RecordedAlerts {
  readonly model: Model;
  /** Entries for the activity, notified or not. */
  readonly entries: readonly AlertEntry[];
  readonly notification: Notification | null;
}

/** Returns the model with the decision: its alert memory, its notifications, and its state of the activity. */
export function recordAlerts(
  model: Model,
  { memory, entries, notification }: NotificationDecision,
  now: number
): RecordedAlerts {
  const { activitySeenAt } = model.settings.choices;
  const notified = notification ? newlyTold(notification) : [];
  const notifiedNow = notified.map(() => now);
  const { latestAt, notifiedAt } = model.activity;
  const since = Math.max(activitySeenAt, now - ACTIVITY_RETENTION_MS);
  const next = {
    ...model,
    alerts: memory,
    verification: withToldDepartures(model.verification, notified),
    notifications: notification
      ? [notification, ...model.notifications.filter(({ id }) => id !== notification.id)].slice(
          0,
          MAX_NOTIFICATIONS
        )
      : model.notifications,
    activity: {
      ...model.activity,
      latestAt: entries.length > 0 || notifiedNow.length > 0 ? now : latestAt,
      notifiedAt: [...notifiedAt.filter(at => at > since), ...notifiedNow]
    }
  };
  return { model: next, entries, notification };
}

/** The return of a holding is notified only if its departure was. */
function withToldDepartures(
  verification: VerificationMemory,
  notified: readonly AlertEntry[]
): VerificationMemory {
  const gone = notified.flatMap(({ kind, holdingId }) => {
    const known = kind === 'left' && holdingId !== null ? verification.gone[holdingId] : undefined;
    return known && holdingId !== null ? [[holdingId, { ...known, isTold: true }] as const] : [];
  });
  if (gone.length === 0) return verification;
  return { ...verification, gone: { ...verification.gone, ...Object.fromEntries(gone) } };
}
