// What a key press asks for, wherever the focus is; typing in a field is never taken for a command.

import type { Range } from '../../shared/ipc/history-calls';

export type KeyAct =
  'search' | 'refresh' | 'hide' | 'group' | 'settings' | 'details' | 'keys' | 'back' | Range;

const LETTERS: Readonly<Record<string, KeyAct>> = {
  '/': 'search',
  '?': 'keys',
  r: 'refresh',
  h: 'hide',
  g: 'group',
  i: 'details',
  1: '1d',
  2: '1w',
  3: '1m',
  4: '1y',
  5: 'all'
};

/** With Ctrl or Cmd; these work while typing, too. */
const CHORDS: Readonly<Record<string, KeyAct>> = { ',': 'settings', '/': 'keys', f: 'search' };

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** `hasLetters`: the choice of single-letter keys. */
export function actOf(event: KeyboardEvent, hasLetters: boolean): KeyAct | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return CHORDS[key] ?? null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return 'back';
  return isTyping(event.target) || !hasLetters ? null : (LETTERS[key] ?? null);
}
