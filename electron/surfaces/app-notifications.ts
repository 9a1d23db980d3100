// Shows the notifications that the app sends about itself; a click on one opens the window.
import type { Notifier, NotificationOutcome } from '../core/ports/notifier';

/**
 * `closed`: closing is not quitting; `no-tray`: the same where there is no tray icon; `window-fails`: what happened to
 * the window.
 */
export type OwnNotification = 'closed' | 'no-tray' | 'window-fails' | 'window-broken' | 'test';

export function notifyOwn(
  notifier: Notifier,
  { title, body }: { title: string; body: string },
  kind: OwnNotification,
  open: () => void
): Promise<NotificationOutcome> {
  const urgency = kind === 'closed' ? 'low' : 'normal';
  return notifier.show({ kind: 'app', title, body, urgency }, open);
}
