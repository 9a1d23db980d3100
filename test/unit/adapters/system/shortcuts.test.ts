// Global shortcuts: registered when free, the old one kept when not, and unregistered when no longer set.
import { describe, expect, it } from 'vitest';
import { Shortcuts, type GlobalShortcutAction } from '../../../../electron/adapters/system/shortcuts';

/** A system where each key has one owner; `others` belong to other programs. */
function desktop(...others: string[]) {
  const ours = new Map<string, () => void>();
  const pressed: GlobalShortcutAction[] = [];
  let tries = 0;
  let now = 0;
  const shortcuts = new Shortcuts({
    system: {
      register(keys, press) {
        tries++;
        if (keys === 'nonsense') throw new TypeError('conversion failure');
        if (others.includes(keys) || ours.has(keys)) return false;
        ours.set(keys, press);
        return true;
      },
      unregister: keys => void ours.delete(keys)
    },
    onPress: action => pressed.push(action),
    uptimeMs: () => now
  });
  return {
    ...{ shortcuts, others, pressed },
    registered: () => [...ours.keys()].sort(),
    press: (keys: string) => ours.get(keys)?.(),
    wait: (ms: number) => void (now += ms),
    tries: () => tries
  };
}

describe('a shortcut in the settings', () => {
  it('is registered once, acts, and is unregistered', () => {
    const { shortcuts, registered, press, pressed, tries } = desktop();
    const chosen = { open: 'Ctrl+Alt+O', hide: 'Ctrl+Alt+H' };
    expect(shortcuts.apply(chosen)).toBe(false);
    shortcuts.apply(chosen);
    expect(tries()).toBe(2);
    press('Ctrl+Alt+H');
    press('Ctrl+Alt+O');
    expect(pressed).toEqual(['hide', 'open']);
    shortcuts.apply({ open: null, hide: 'Ctrl+Alt+H' });
    expect(registered()).toEqual(['Ctrl+Alt+H']);
    shortcuts.unregisterAll();
    expect(registered()).toEqual([]);
  });

  it('may swap its keys with another one', () => {
    const { shortcuts, press, pressed } = desktop();
    shortcuts.apply({ open: 'A', hide: 'B' });
    shortcuts.apply({ open: 'B', hide: 'A' });
    press('B');
    expect(pressed).toEqual(['open']);
    expect(shortcuts.unavailable).toEqual([]);
  });

  it('is reported as unavailable while another program has it, and is tried again after a minute', () => {
    const { shortcuts, others, registered, wait, tries } = desktop('A');
    const chosen = { open: 'A', hide: null };
    expect(shortcuts.apply(chosen)).toBe(true);
    expect(shortcuts.unavailable).toEqual(['A']);
    others.length = 0;
    wait(59_000);
    expect(shortcuts.apply(chosen)).toBe(false);
    expect(tries()).toBe(1);
    wait(1000);
    expect(shortcuts.apply(chosen)).toBe(true);
    expect([shortcuts.unavailable, registered()]).toEqual([[], ['A']]);
  });

  it('is no longer reported as unavailable when it is removed from the settings', () => {
    const { shortcuts } = desktop('A');
    shortcuts.apply({ open: 'A', hide: null });
    expect(shortcuts.apply({ open: null, hide: null })).toBe(true);
    expect(shortcuts.unavailable).toEqual([]);
  });

  it('is reported as unavailable when the system does not know its keys', () => {
    const { shortcuts } = desktop();
    shortcuts.apply({ open: 'nonsense', hide: null });
    expect(shortcuts.unavailable).toEqual(['nonsense']);
  });
});

describe('a shortcut that a person tries', () => {
  it('replaces the former keys, which stay when another program has the new ones', () => {
    const { shortcuts, registered } = desktop('taken');
    shortcuts.apply({ open: 'A', hide: null });
    expect(shortcuts.tryReplace('open', 'taken')).toBe(false);
    expect(shortcuts.tryReplace('open', 'nonsense')).toBe(false);
    expect(registered()).toEqual(['A']);
    expect(shortcuts.tryReplace('open', 'B')).toBe(true);
    expect(registered()).toEqual(['B']);
    expect(shortcuts.tryReplace('open', 'B')).toBe(true);
  });
});
