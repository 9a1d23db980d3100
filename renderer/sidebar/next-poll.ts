// Makes the text about the next poll at the foot of the sidebar.
import { headlineOf, isPaused, pauseText } from '../../shared/text/headline';
import type { AppState } from '../../shared/schema/app-state';
import { durationText, momentText } from '../../shared/text/time';
import { SHELL_TEXT } from '../text/overview';

/**
 * "Next refresh in 48 s"; a time of day instead of a countdown when something is wrong. "" when there is nothing to
 * poll, and during a pause that the badge of the page tells.
 */
export function nextPollText(app: AppState, now: number, hasBadge = false): string {
  const { isRefreshing, isStopped, nextAt } = app.polling;
  if (isRefreshing) return SHELL_TEXT.refreshing;
  if (isPaused(app, now))
    return hasBadge && headlineOf(app, now) === 'paused' ? '' : pauseText(app.polling.pausedUntil, now);
  if (isStopped) return SHELL_TEXT.stopped;
  if (nextAt === null) return '';
  if (headlineOf(app, now) !== 'fresh') return SHELL_TEXT.nextAt(momentText(nextAt, now));
  return nextAt <= now ? SHELL_TEXT.due : SHELL_TEXT.nextIn(durationText(nextAt - now));
}
