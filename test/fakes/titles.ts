// What a person reads first of each notice.
import type { Notification } from '../../shared/schema/activity';
import { notificationTextOf } from '../../shared/text/notification-text';

export function titlesOf(notifications: readonly Notification[]): string[] {
  return notifications.map(notification => notificationTextOf(notification, false).title);
}
