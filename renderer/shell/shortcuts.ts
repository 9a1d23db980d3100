// Lists all keyboard shortcuts in the order of the shortcut sheet.
import type { SHORTCUTS_TEXT } from '../text/shortcuts';

export interface Shortcut {
  /** Alternative combinations; the keys of one combination are pressed together. */
  readonly keys: readonly (readonly string[])[];
  readonly action: keyof typeof SHORTCUTS_TEXT.actions;
  /** True when the shortcut does nothing while single-letter keys are off. */
  readonly isLetter: boolean;
}

export type Section = 'anywhere' | 'overview' | 'lists';

const letter = (action: Shortcut['action'], ...keys: string[]): Shortcut => ({
  action,
  keys: keys.map(key => [key]),
  isLetter: true
});
const always = (action: Shortcut['action'], ...keys: string[]): Shortcut => ({
  ...letter(action, ...keys),
  isLetter: false
});

/** `command`: the name of the modifier key on this system. */
export function shortcuts(command: 'Ctrl' | '⌘'): Record<Section, Shortcut[]> {
  const chord = (action: Shortcut['action'], key: string, ...letters: string[]): Shortcut => ({
    action,
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
    overview: [
      letter('group', 'G'),
      letter('range', '1', '2', '3', '4', '5', '6'),
      always('point', '←', '→')
    ],
    lists: [
      always('rows', '↓', '↑'),
      always('ends', 'Home', 'End'),
      always('open', 'Enter'),
      always('beside', '→', '←'),
      chord('copyRow', 'C'),
      { ...chord('copyAddress', 'C'), keys: [[command, 'Shift', 'C']] }
    ]
  };
}
