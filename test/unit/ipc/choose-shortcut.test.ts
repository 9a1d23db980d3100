// Tests the choice of shortcuts by the window: they are saved only when the system has accepted them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import { callsOf } from '../../fakes/call-context';
import { startWorld, type AppWorld } from '../../fakes/app-world';

let around: AppWorld;
let app: Engine;
beforeEach(async () => {
  around = await startWorld();
  app = new Engine(around.world);
  await app.load();
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const tried: string[] = [];
const choose = (does: 'open' | 'hide', keys: string, isFree = true) =>
  callsOf(app, {
    desktop: {
      isMac: false,
      tryReplaceShortcut: (action, parsed) => (tried.push(`${action} ${parsed}`), isFree)
    }
  })['shortcut:set']({ does, keys });
const stored = () => around.files.settings?.choices.shortcuts;

describe('a chosen shortcut', () => {
  it('is saved in the form that people read, and is removed by an empty text', async () => {
    expect(await choose('open', 'alt+ctrl+t')).toEqual({ problem: null });
    expect(tried.at(-1)).toBe('open Ctrl+Alt+T');
    expect(stored()).toEqual({ open: 'Ctrl+Alt+T', hide: null });
    await choose('hide', 'Ctrl+Alt+H');
    expect(await choose('open', ' ')).toEqual({ problem: null });
    expect(stored()).toEqual({ open: null, hide: 'Ctrl+Alt+H' });
  });

  it('that is not available leaves the earlier one in force', async () => {
    await choose('open', 'Ctrl+Alt+T');
    expect(await choose('open', 'Ctrl+Alt+U', false)).toEqual({ problem: 'taken' });
    const before = tried.length;
    expect(await choose('open', 'Ctrl+C')).toEqual({ problem: 'weak' });
    expect(await choose('open', 'Banana')).toEqual({ problem: 'unknown' });
    expect(await choose('hide', 'Ctrl+Alt+T')).toEqual({ problem: 'same' });
    expect(tried).toHaveLength(before);
    expect(stored()).toEqual({ open: 'Ctrl+Alt+T', hide: null });
  });

  it('is not changed without the system', async () => {
    await choose('open', 'Ctrl+Alt+T');
    const calls = callsOf(app);
    await calls['choices:change']({ shortcuts: { open: 'Ctrl+C', hide: 'Ctrl+V' }, hideSmall: false });
    expect(app.model.settings.choices).toMatchObject({
      hideSmall: false,
      shortcuts: { open: 'Ctrl+Alt+T', hide: null }
    });
  });
});
