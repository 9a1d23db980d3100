// Handles the window's calls about choices. A global shortcut and a CA file are tried first, and saved only if they work.
// After a refusal the earlier choice stays in force.
import type { Request, Response } from '../../shared/ipc/contract';
import { readCaFile } from '../adapters/http/http';
import type { GlobalShortcutAction } from '../adapters/system/shortcuts';
import { changeAllowedToPage } from '../core/engine/change-settings';
import type { Engine } from '../core/engine/engine';
import { parseShortcut } from '../core/system/shortcut';
import type { CallContext, Calls, Desktop, Dialogs } from './call-types';

const OTHER_ACTION: Readonly<Record<GlobalShortcutAction, GlobalShortcutAction>> = {
  open: 'hide',
  hide: 'open'
};

export function handlers({ engine, dialogs, desktop }: CallContext) {
  return {
    'choices:change': async change => {
      await engine.choose(changeAllowedToPage(engine.model.settings.choices, change));
      return { done: true };
    },
    'shortcut:set': request => chooseShortcut(engine, request, desktop),
    'ca-file:choose': () => chooseCaFile(engine, dialogs)
  } satisfies Partial<Calls>;
}

async function chooseShortcut(
  engine: Engine,
  { does, keys }: Request<'shortcut:set'>,
  { isMac, tryReplaceShortcut }: Pick<Desktop, 'isMac' | 'tryReplaceShortcut'>
): Promise<Response<'shortcut:set'>> {
  const { shortcuts } = engine.model.settings.choices;
  if (keys.trim() === '') {
    await engine.choose({ shortcuts: { ...shortcuts, [does]: null } });
    return { problem: null };
  }
  const parsed = parseShortcut(keys, isMac);
  if (parsed.problem) return { problem: parsed.problem };
  if (parsed.keys === shortcuts[OTHER_ACTION[does]]) return { problem: 'same' };
  if (!tryReplaceShortcut(does, parsed.keys)) return { problem: 'taken' };
  await engine.choose({ shortcuts: { ...shortcuts, [does]: parsed.keys } });
  return { problem: null };
}

/** A refused file changes nothing; an accepted file is used at once. */
async function chooseCaFile(
  engine: Engine,
  { chooseCaFilePath }: Pick<Dialogs, 'chooseCaFilePath'>
): Promise<Response<'ca-file:choose'>> {
  const path = await chooseCaFilePath();
  if (path === null) return { outcome: 'cancelled' };
  const result = await readCaFile(path, engine.world.clock.now());
  if (typeof result === 'string') return { outcome: 'refused', problem: result };
  await engine.choose({ caFile: path });
  void engine.refresh();
  return { outcome: 'chosen' };
}
