// What a person reads first of each notice.
import type { Notice } from '../../shared/schema/activity';
import { noticeText } from '../../shared/text/notification-text';

export function titlesOf(notices: readonly Notice[]): string[] {
  return notices.map(notice => noticeText(notice, false).title);
}
