// Keys of global shortcuts: one standard form, and no keys that programs need themselves.
import { describe, expect, it } from 'vitest';
import { parseShortcut, supportsGlobalShortcuts } from '../../../../electron/core/system/shortcut';

describe('keys that can be a shortcut', () => {
  it.each([
    ['Ctrl+Alt+T', 'Ctrl+Alt+T'],
    [' alt + CONTROL+t ', 'Ctrl+Alt+T'],
    ['Option+Shift+space', 'Alt+Shift+Space'],
    ['Meta+Shift+pageup', 'Shift+Super+PageUp'],
    ['Win+Alt+1', 'Alt+Super+1'],
    ['Ctrl+f5', 'Ctrl+F5'],
    ['F13', 'F13'],
    ['Ctrl+Alt+-', 'Ctrl+Alt+-'],
    ['Ctrl+Alt+Plus', 'Ctrl+Alt+Plus']
  ])('%s is %s', (text, keys) => {
    expect(parseShortcut(text, false)).toEqual({ keys, problem: null });
  });

  it('are named as on the system: Cmd on macOS, Super elsewhere', () => {
    expect(parseShortcut('Super+Alt+T', true).keys).toBe('Alt+Cmd+T');
    expect(parseShortcut('Cmd+Alt+T', false).keys).toBe('Alt+Super+T');
    expect(parseShortcut('CmdOrCtrl+Alt+T', true).keys).toBe('Alt+Cmd+T');
    expect(parseShortcut('CmdOrCtrl+Alt+T', false).keys).toBe('Ctrl+Alt+T');
  });

  it('stay the same when they are parsed again', () => {
    for (const isMac of [true, false])
      for (const text of ['Shift+Ctrl+Super+Alt+Q', 'Alt+F12', 'Ctrl+Alt+Return']) {
        const { keys } = parseShortcut(text, isMac);
        expect(parseShortcut(keys ?? '', isMac).keys).toBe(keys);
      }
  });
});

describe('keys that cannot be a shortcut', () => {
  it.each(['Ctrl+C', 'Cmd+V', 'Alt+Tab', 'T', 'Shift+T', 'F5', 'Shift+F5', 'Space', 'Super+L', 'Escape'])(
    '%s is a key of every program',
    text => {
      expect(parseShortcut(text, false)).toEqual({ keys: null, problem: 'weak' });
    }
  );

  it.each([
    '',
    '+',
    'Ctrl',
    'Ctrl+Alt',
    'Ctrl+Alt+A+B',
    'Ctrl+Alt+Foo',
    'Ctrl++',
    'F25',
    'Ctrl+Alt+é',
    'Ctrl+Alt+constructor'
  ])('"%s" is not a shortcut', text => {
    expect(parseShortcut(text, false)).toEqual({ keys: null, problem: 'unknown' });
  });

  it.each(['Alt+F4', 'Ctrl+Alt+Delete', 'Shift+Ctrl+Esc'])('%s is reserved by the system', text => {
    expect(parseShortcut(text, false)).toEqual({ keys: null, problem: 'taken' });
  });
});

describe('a desktop', () => {
  it('supports global shortcuts, but not under Wayland', () => {
    const linux = (env: Record<string, string>) => supportsGlobalShortcuts('linux', env);
    expect(linux({ XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(linux({})).toBe(true);
    expect(linux({ XDG_SESSION_TYPE: 'wayland' })).toBe(false);
    expect(linux({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(supportsGlobalShortcuts('darwin', { XDG_SESSION_TYPE: 'wayland' })).toBe(true);
  });
});
