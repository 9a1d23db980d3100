// Parses a global shortcut into its standard form, or says why it cannot be used.
import type { ShortcutProblem } from '../../../shared/ipc/system-calls';

export type ParsedShortcut =
  | { readonly keys: string; readonly problem: null }
  | { readonly keys: null; readonly problem: ShortcutProblem };

const MODIFIERS: Readonly<Record<string, 'Ctrl' | 'Alt' | 'Shift' | 'Super' | 'either'>> = {
  ctrl: 'Ctrl',
  control: 'Ctrl',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
  win: 'Super',
  windows: 'Super',
  cmd: 'Super',
  command: 'Super',
  cmdorctrl: 'either',
  commandorcontrol: 'either'
};
const MODIFIER_ORDER = ['Ctrl', 'Alt', 'Shift', 'Super'] as const;

/** Key names of Electron's documentation, and the names that browsers use. */
const TYPING_KEYS = ['Space', 'Tab', 'Backspace', 'Delete', 'Enter', 'Escape', 'Plus'];
const MOVING_KEYS = ['Insert', 'Up', 'Down', 'Left', 'Right', 'Home', 'End', 'PageUp', 'PageDown'];
const NAMED_KEYS = new Map([...TYPING_KEYS, ...MOVING_KEYS].map(name => [name.toLowerCase(), name]))
  .set('return', 'Enter')
  .set('esc', 'Escape')
  .set('del', 'Delete');
const SIGN_KEY = /^[a-z0-9,./;'[\]\\\-=`]$/i;
const FUNCTION_KEY = /^f([1-9]|1\d|2[0-4])$/i;
/** Operating systems reserve these shortcuts, even if they report no error. */
const RESERVED_SHORTCUTS = ['Alt+F4', 'Ctrl+Alt+Delete', 'Ctrl+Shift+Escape', 'Ctrl+Alt+Backspace'];

/** `text`: key names joined by `+`, in any order and any letter case. */
export function parseShortcut(text: string, isMac: boolean): ParsedShortcut {
  const names = text.split('+').map(name => name.trim());
  const modifiers = new Set<string>();
  let key: string | null = null;
  for (const name of names) {
    const modifier = MODIFIERS[name.toLowerCase()];
    if (modifier) modifiers.add(modifier === 'either' ? (isMac ? 'Super' : 'Ctrl') : modifier);
    else if (key !== null || (key = keyOf(name)) === null) return { keys: null, problem: 'unknown' };
  }
  if (key === null) return { keys: null, problem: 'unknown' };
  const orderedModifiers = MODIFIER_ORDER.filter(name => modifiers.has(name));
  if (orderedModifiers.length < minModifiersFor(key) || orderedModifiers.join() === 'Shift')
    return { keys: null, problem: 'weak' };
  const keys = [...orderedModifiers.map(name => (name === 'Super' && isMac ? 'Cmd' : name)), key].join('+');
  return RESERVED_SHORTCUTS.includes(keys) ? { keys: null, problem: 'taken' } : { keys, problem: null };
}

function keyOf(name: string): string | null {
  if (SIGN_KEY.test(name) || FUNCTION_KEY.test(name)) return name.toUpperCase();
  return NAMED_KEYS.get(name.toLowerCase()) ?? null;
}

/** With fewer modifiers, the shortcut would take keys that programs use: Ctrl+C, F5, Alt+Left. */
function minModifiersFor(key: string): number {
  const [, number] = FUNCTION_KEY.exec(key) ?? [];
  if (number !== undefined) return Number(number) > 12 ? 0 : 1;
  return 2;
}

/** Programs can register global shortcuts everywhere but under Wayland, where only the desktop itself can. */
export function supportsGlobalShortcuts(
  platform: string,
  env: Readonly<Record<string, string | undefined>>
): boolean {
  if (platform !== 'linux') return true;
  const session = env['XDG_SESSION_TYPE'];
  return session ? session !== 'wayland' : !env['WAYLAND_DISPLAY'];
}
