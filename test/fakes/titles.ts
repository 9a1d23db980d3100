// The titles of notifications, which a person reads first.
import type { Notification } from '../../shared/schema/activity';
import { notificationTextOf } from '../../shared/text/notification-text';

export function titlesOf(notifications: readonly Notification[]): string[] {
  return notifications.map(notification => notificationTextOf(notification, false, false).title);
}
