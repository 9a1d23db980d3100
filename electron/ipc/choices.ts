// A global shortcut is tried first and kept then: what is kept was free, and what cannot be had changes nothing.
import type { Request, Response } from '../../shared/ipc/contract';
import type { Deed } from '../adapters/system/shortcuts';
import type { App } from '../core/engine/engine';
import { judgeShortcut } from '../core/system/shortcut';

const OTHER: Readonly<Record<Deed, Deed>> = { open: 'hide', hide: 'open' };

/** `take`: gives false when another program has the keys, and leaves the former ones in force then. */
export async function chooseShortcut(
  app: App,
  { does, keys }: Request<'shortcut:set'>,
  { isMac, take }: { readonly isMac: boolean; readonly take: (deed: Deed, keys: string) => boolean }
): Promise<Response<'shortcut:set'>> {
  const { shortcuts } = app.model.settings.choices;
  if (keys.trim() === '') {
    await app.choose({ shortcuts: { ...shortcuts, [does]: null } });
    return { problem: null };
  }
  const judged = judgeShortcut(keys, isMac);
  if (judged.problem) return { problem: judged.problem };
  if (judged.keys === shortcuts[OTHER[does]]) return { problem: 'same' };
  if (!take(does, judged.keys)) return { problem: 'taken' };
  await app.choose({ shortcuts: { ...shortcuts, [does]: judged.keys } });
  return { problem: null };
}
