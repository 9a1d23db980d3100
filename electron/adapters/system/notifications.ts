// Shows native notifications, at most one of each kind at a time, and handles clicks on them.
// Their text is never read as markup.
import { Notification } from 'electron';

/** `changes`: what a poll brought; `app`: the app about itself. One of a kind takes the place of the earlier one. */
export type AppNotificationKind = 'changes' | 'app';

export interface AppNotification {
  readonly kind: AppNotificationKind;
  readonly title: string;
  readonly body: string;
  /** Linux only. `critical` stays until somebody sees it. */
  readonly urgency: 'low' | 'normal' | 'critical';
}

/** `unknown`: the system took it, and has not said what became of it. */
export type NotificationOutcome = 'shown' | 'failed' | 'unknown';

export interface Notifier {
  /** Resolves within seconds, never throws. */
  show(notification: AppNotification, onClick: () => void): Promise<NotificationOutcome>;
  /** Takes back what is still on the screen of this kind. */
  withdraw(kind: AppNotificationKind): void;
  /** What became of the last one; null before the first. */
  lastOutcome(): NotificationOutcome | null;
}

/** A server that is asked takes milliseconds; macOS may ask the person first. */
const ANSWER_MS = 5000;

export function createNotifier(): Notifier {
  // Held: a notification that is collected as garbage loses its click.
  const current = new Map<AppNotificationKind, Notification>();
  let last: NotificationOutcome | null = null;
  return {
    async show({ kind, title, body, urgency }, onClick) {
      if (!Notification.isSupported()) return (last = 'failed');
      // There is no replacing by an id in Electron 33: the earlier one is closed.
      current.get(kind)?.close();
      const notification = new Notification({ title, body: escapeMarkup(body), urgency });
      current.set(kind, notification);
      notification.on('click', onClick);
      const outcome = outcomeOf(notification);
      notification.show();
      return (last = await outcome);
    },
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

/** Linux servers take the body as markup, as it comes. */
function escapeMarkup(text: string): string {
  if (process.platform !== 'linux') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
