// Every key that does something, in the order of the sheet that lists them.
import type { KEYS_SHEET } from '../text/shortcuts';

export interface Shortcut {
  /** Alternatives; the keys of one are pressed together. */
  readonly keys: readonly (readonly string[])[];
  readonly act: keyof typeof KEYS_SHEET.acts;
  /** Does nothing while single-letter keys are off. */
  readonly isLetter: boolean;
}

export type Section = 'anywhere' | 'overview' | 'lists';

const letter = (act: Shortcut['act'], ...keys: string[]): Shortcut => ({
  act,
  keys: keys.map(key => [key]),
  isLetter: true
});
const always = (act: Shortcut['act'], ...keys: string[]): Shortcut => ({
  ...letter(act, ...keys),
  isLetter: false
});

/** `command`: what this system calls the key of chords. */
export function shortcuts(command: 'Ctrl' | '⌘'): Record<Section, Shortcut[]> {
  const chord = (act: Shortcut['act'], key: string, ...letters: string[]): Shortcut => ({
    act,
    keys: [...letters.map(one => [one]), [command, key]],
    isLetter: false
  });
  return {
    anywhere: [
      chord('search', 'F', '/'),
      letter('refresh', 'R'),
      letter('hide', 'H'),
      letter('details', 'I'),
      chord('settings', ','),
      chord('keys', '/', '?'),
      always('back', 'Esc')
    ],
    overview: [letter('group', 'G'), letter('range', '1', '2', '3', '4', '5'), always('point', '←', '→')],
    lists: [always('rows', '↓', '↑'), always('ends', 'Home', 'End'), always('open', 'Enter')]
  };
}
