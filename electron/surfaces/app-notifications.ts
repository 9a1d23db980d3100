// What the app says about itself by notification, each with a click that leads to the window.
import type { Notifier, NotificationOutcome } from '../adapters/system/notifications';
import { DESK } from '../dialogs/app-text';

/** `closed`: closing is not quitting; `no-tray`: nor is it where no icon is left; `window-fails`: what became of it. */
export type OwnNote = 'closed' | 'no-tray' | 'window-fails' | 'window-broken' | 'test';

export function tellOwn(notifier: Notifier, what: OwnNote, open: () => void): Promise<NotificationOutcome> {
  const { title, body } = DESK.notes[what];
  const urgency = what === 'closed' ? 'low' : 'normal';
  return notifier.show({ kind: 'app', title, body, urgency }, open);
}
