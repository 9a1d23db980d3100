// A key press -> the text of a shortcut, such as Ctrl+Alt+T. What the text is worth, the main process judges.

const HELD = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Super', 'OS'];

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Null: nothing to take yet, or something that is typed. Letters and digits go by the layout, the rest by its place. */
export function pressedKeys({ key, code, ctrlKey, altKey, shiftKey, metaKey }: Press): string | null {
  const isFunction = /^F\d+$/.test(key);
  if (HELD.includes(key) || !(ctrlKey || altKey || metaKey || isFunction)) return null;
  const name = /^[a-z0-9]$/i.test(key) || isFunction ? key : code.replace(/^(Key|Digit|Arrow)/, '');
  const held = [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', metaKey && 'Super'];
  return [...held.filter(Boolean), name.toUpperCase()].join('+');
}
