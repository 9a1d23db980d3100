// Shows native notifications, at most one of each kind at a time, and handles clicks on them.
// Their text is never read as markup.
import { Notification } from 'electron';
import type { AppNotificationKind, NotificationOutcome, Notifier } from '../../core/ports/notifier';

/** A notification server answers within milliseconds; macOS may ask the person first. */
const ANSWER_MS = 5000;

export function createNotifier(): Notifier {
  // Kept in memory: a notification that is garbage-collected loses its click event.
  const current = new Map<AppNotificationKind, Notification>();
  let last: NotificationOutcome | null = null;
  return {
    async show({ kind, title, body, urgency }, onClick) {
      if (!Notification.isSupported()) return (last = 'failed');
      // Electron 33 cannot replace a notification by its id, so the earlier one is closed.
      current.get(kind)?.close();
      const notification = new Notification({ title, body: escapeMarkup(body), urgency });
      current.set(kind, notification);
      notification.on('click', onClick);
      const outcome = outcomeOf(notification);
      notification.show();
      return (last = await outcome);
    },
    canUpdate: () => false,
    withdraw(kind) {
      current.get(kind)?.close();
      current.delete(kind);
    },
    lastOutcome: () => last
  };
}

function outcomeOf(notification: Notification): Promise<NotificationOutcome> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('unknown'), ANSWER_MS);
    const finish = (outcome: NotificationOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    notification.once('show', () => finish('shown'));
    notification.once('failed', () => finish('failed'));
  });
}

/** Linux servers read the body as markup, so it is escaped. */
function escapeMarkup(text: string): string {
  if (process.platform !== 'linux') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
