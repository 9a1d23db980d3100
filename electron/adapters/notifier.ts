// Native notifications: one at a time of a kind, clicks lead to the item, nothing in them is markup.
import { Notification } from 'electron';
import type { Notice } from '../../shared/state';

export interface Notifier {
  /** False when this system shows no notifications at all. */
  show(notice: Notice, onClick: () => void): boolean;
  /** What became of the last one; null while nothing is known. */
  lastOutcome(): 'shown' | 'failed' | null;
  clear(): void;
}

export function createNotifier(): Notifier {
  // Held: a notification that is collected as garbage loses its click.
  let current: Notification | null = null;
  let outcome: 'shown' | 'failed' | null = null;
  return {
    show({ title, body }, onClick) {
      if (!Notification.isSupported()) {
        outcome = 'failed';
        return false;
      }
      current?.close();
      current = new Notification({ title, body: plain(body) });
      current.on('click', onClick);
      current.on('show', () => (outcome = 'shown'));
      current.on('failed', () => (outcome = 'failed'));
      current.show();
      return true;
    },
    lastOutcome: () => outcome,
    clear: () => current?.close()
  };
}

/** Linux servers take the body as markup, as it comes. */
function plain(text: string): string {
  if (process.platform !== 'linux') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
