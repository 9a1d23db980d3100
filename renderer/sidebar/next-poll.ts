// When the next poll is, in a few words for the foot of the sidebar.
import { headlineOf, isPaused, pauseText } from '../../shared/text/headline';
import type { AppState } from '../../shared/schema/app-state';
import { durationText, momentText } from '../../shared/text/time';
import { SHELL } from '../text/overview';

/** "Next refresh in 48 s"; a moment instead of a countdown when something is wrong. "" when there is nothing to poll. */
export function pollText(app: AppState, now: number): string {
  const { isRefreshing, isStopped, nextAt } = app.polling;
  if (isRefreshing) return SHELL.refreshing;
  if (isPaused(app, now)) return pauseText(app.polling.pausedUntil, now);
  if (isStopped) return SHELL.stopped;
  if (nextAt === null) return '';
  if (headlineOf(app, now) !== 'fresh') return SHELL.nextAt(momentText(nextAt, now));
  return nextAt <= now ? SHELL.due : SHELL.nextIn(durationText(nextAt - now));
}
