// What a person reads first of each notice.
import type { Notification } from '../../shared/schema/activity';
import { notificationTextOf } from '../../shared/text/notification-text';

export function titlesOf(notices: readonly Notification[]): string[] {
  return notices.map(notice => notificationTextOf(notice, false).title);
}
