// What a key press asks for, wherever the focus is; typing in a field is never taken for a command.

import type { Range } from '../../shared/record-calls';

export type KeyAct = 'search' | 'refresh' | 'hide' | 'group' | 'settings' | 'back' | Range;

const LETTERS: Record<string, KeyAct> = {
  '/': 'search',
  r: 'refresh',
  h: 'hide',
  g: 'group',
  1: '1d',
  2: '1w',
  3: '1m',
  4: '1y',
  5: 'all'
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

export function actOf(event: KeyboardEvent): KeyAct | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === ',') return 'settings';
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'Escape') return 'back';
  return isTyping(event.target) ? null : (LETTERS[event.key.toLowerCase()] ?? null);
}
