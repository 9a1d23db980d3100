// Native notifications: one of a kind at a time, clicks lead to the item, nothing in them is markup.
import { Notification } from 'electron';

/** `changes`: what a poll brought; `app`: the app about itself. One of a kind takes the place of the earlier one. */
export type NoteKind = 'changes' | 'app';

export interface Note {
  readonly kind: NoteKind;
  readonly title: string;
  readonly body: string;
  /** Linux only. `critical` stays until somebody sees it. */
  readonly urgency: 'low' | 'normal' | 'critical';
}

/** `unknown`: the system took it, and has not said what became of it. */
export type NoteOutcome = 'shown' | 'failed' | 'unknown';

export interface Notifier {
  /** Resolves within seconds, never throws. */
  show(note: Note, onClick: () => void): Promise<NoteOutcome>;
  /** Takes back what is still on the screen of this kind. */
  withdraw(kind: NoteKind): void;
  /** What became of the last one; null before the first. */
  lastOutcome(): NoteOutcome | null;
}

/** A server that is asked takes milliseconds; macOS may ask the person first. */
const ANSWER_MS = 5000;

export function createNotifier(): Notifier {
  // Held: a notification that is collected as garbage loses its click.
  const current = new Map<NoteKind, Notification>();
  let last: NoteOutcome | null = null;
  return {
    async show({ kind, title, body, urgency }, onClick) {
      if (!Notification.isSupported()) return (last = 'failed');
      // There is no replacing by an id in Electron 33: the earlier one is closed.
      current.get(kind)?.close();
      const note = new Notification({ title, body: plain(body), urgency });
      current.set(kind, note);
      note.on('click', onClick);
      const outcome = outcomeOf(note);
      note.show();
      return (last = await outcome);
    },
    withdraw(kind) {
      current.get(kind)?.close();
      current.delete(kind);
    },
    lastOutcome: () => last
  };
}

function outcomeOf(note: Notification): Promise<NoteOutcome> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve('unknown'), ANSWER_MS);
    const end = (outcome: NoteOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    note.once('show', () => end('shown'));
    note.once('failed', () => end('failed'));
  });
}

/** Linux servers take the body as markup, as it comes. */
function plain(text: string): string {
  if (process.platform !== 'linux') return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
