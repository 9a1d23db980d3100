// Converts a key press to the text of a shortcut, such as Ctrl+Alt+T.

const MODIFIER_KEYS = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Super', 'OS'];

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/**
 * Null when the keys are no shortcut yet, or type a text. Letters and digits follow the keyboard layout, other keys
 * their position.
 */
export function pressedKeys({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyPress): string | null {
  const isFunction = /^F\d+$/.test(key);
  if (MODIFIER_KEYS.includes(key) || !(ctrlKey || altKey || metaKey || isFunction)) return null;
  const name = /^[a-z0-9]$/i.test(key) || isFunction ? key : code.replace(/^(Key|Digit|Arrow)/, '');
  const modifiers = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super'];
  return [...modifiers.filter(Boolean), name.toUpperCase()].join('+');
}
