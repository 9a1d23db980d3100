// What a person reads first of each notice.
import type { Notice } from '../../shared/activity';
import { noticeText } from '../../shared/notice-words';

export function titlesOf(notices: readonly Notice[]): string[] {
  return notices.map(notice => noticeText(notice, false).title);
}
