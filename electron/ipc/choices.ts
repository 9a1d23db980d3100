// Handles the choice of a global shortcut and of a CA file: each one is tried first and saved only if it works.
// After a refusal the earlier choice stays in force.
import type { Request, Response } from '../../shared/ipc/contract';
import { readCaFile } from '../adapters/http/http';
import type { GlobalShortcutAction } from '../adapters/system/shortcuts';
import type { Engine } from '../core/engine/engine';
import { parseShortcut } from '../core/system/shortcut';

const OTHER_ACTION: Readonly<Record<GlobalShortcutAction, GlobalShortcutAction>> = {
  open: 'hide',
  hide: 'open'
};

/** `take`: gives false when another program has the keys; the earlier ones then stay in force. */
export async function chooseShortcut(
  engine: Engine,
  { does, keys }: Request<'shortcut:set'>,
  {
    isMac,
    tryReplace
  }: { readonly isMac: boolean; readonly tryReplace: (action: GlobalShortcutAction, keys: string) => boolean }
): Promise<Response<'shortcut:set'>> {
  const { shortcuts } = engine.model.settings.choices;
  if (keys.trim() === '') {
    await engine.choose({ shortcuts: { ...shortcuts, [does]: null } });
    return { problem: null };
  }
  const parsed = parseShortcut(keys, isMac);
  if (parsed.problem) return { problem: parsed.problem };
  if (parsed.keys === shortcuts[OTHER_ACTION[does]]) return { problem: 'same' };
  if (!tryReplace(does, parsed.keys)) return { problem: 'taken' };
  await engine.choose({ shortcuts: { ...shortcuts, [does]: parsed.keys } });
  return { problem: null };
}

/**
 * `ask`: gives the path that the person chose, or null. A refused file changes nothing; an accepted file is used at
 * once.
 */
export async function chooseCaFile(
  engine: Engine,
  choosePath: () => Promise<string | null>
): Promise<Response<'ca-file:choose'>> {
  const path = await choosePath();
  if (path === null) return { outcome: 'cancelled' };
  const result = await readCaFile(path, engine.world.clock.now());
  if (typeof result === 'string') return { outcome: 'refused', problem: result };
  await engine.choose({ caFile: path });
  void engine.refresh();
  return { outcome: 'chosen' };
}
