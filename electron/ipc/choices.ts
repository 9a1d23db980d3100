// A global shortcut is tried first and kept then: what is kept was free, and what cannot be had changes nothing.
import type { Request, Response } from '../../shared/ipc/contract';
import { readCaFile } from '../adapters/http/http';
import type { ShortcutAction } from '../adapters/system/shortcuts';
import type { Engine } from '../core/engine/engine';
import { parseShortcut } from '../core/system/shortcut';

const OTHER: Readonly<Record<ShortcutAction, ShortcutAction>> = { open: 'hide', hide: 'open' };

/** `take`: gives false when another program has the keys, and leaves the former ones in force then. */
export async function chooseShortcut(
  app: Engine,
  { does, keys }: Request<'shortcut:set'>,
  { isMac, take }: { readonly isMac: boolean; readonly take: (deed: ShortcutAction, keys: string) => boolean }
): Promise<Response<'shortcut:set'>> {
  const { shortcuts } = app.model.settings.choices;
  if (keys.trim() === '') {
    await app.choose({ shortcuts: { ...shortcuts, [does]: null } });
    return { problem: null };
  }
  const judged = parseShortcut(keys, isMac);
  if (judged.problem) return { problem: judged.problem };
  if (judged.keys === shortcuts[OTHER[does]]) return { problem: 'same' };
  if (!take(does, judged.keys)) return { problem: 'taken' };
  await app.choose({ shortcuts: { ...shortcuts, [does]: judged.keys } });
  return { problem: null };
}

/** `ask`: gives the path that the person chose, or null. What is refused changes nothing; what is taken is tried at once. */
export async function chooseCaFile(
  app: Engine,
  ask: () => Promise<string | null>
): Promise<Response<'ca-file:choose'>> {
  const path = await ask();
  if (path === null) return { outcome: 'cancelled' };
  const found = await readCaFile(path, app.world.clock.now());
  if (typeof found === 'string') return { outcome: 'refused', problem: found };
  await app.choose({ caFile: path });
  void app.refresh();
  return { outcome: 'chosen' };
}
