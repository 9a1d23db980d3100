// Actions on the whole profile: settings export and import, reset, switch to the demo and back, updates.
// Each action loads its modules when it is first used.
import { collectGarbage } from '../adapters/system/memory';
import type { HttpClient } from '../adapters/http/http';
import type { Engine } from '../core/engine/engine';
import type { ProfileActions } from '../ipc/call-types';
import { runAfterAnswer } from '../ipc/desktop';
import type { Arguments } from '../cli/arguments';
import type { ProfileKind } from '../profile/running-profile';
import type { Updates } from './updates';

export interface ProfileActionsOptions {
  /** Folder of the live profile. */
  readonly folder: string;
  readonly args: Arguments;
  readonly switchTo: (kind: ProfileKind) => void;
  /** Closes the profile and opens it again; `remove` runs in between. */
  readonly reopen: (remove: () => Promise<void>) => void;
}

export interface LoadedProfileActions extends ProfileActions {
  /** Frees memory, and checks for updates when it is time. The demo does not call it. */
  afterPoll(): void;
}

export function createProfileActions(
  engine: Engine,
  { http }: { http: HttpClient },
  { folder, args, switchTo, reopen }: ProfileActionsOptions
): LoadedProfileActions {
  let loadedUpdates: Promise<Updates> | null = null;
  const updates = () =>
    (loadedUpdates ??= import('./update-source').then(({ createUpdates }) =>
      createUpdates(engine, http, folder)
    ));
  return {
    exportSettings: async () => (await import('../dialogs/settings-transfer')).exportByDialog(engine),
    importSettings: async () => (await import('../dialogs/settings-transfer')).importByDialog(engine, folder),
    async reset() {
      const { confirmReset, resetAndReport } = await import('../dialogs/reset');
      if (!(await confirmReset(folder))) return { done: false };
      return await runAfterAnswer(() => reopen(() => resetAndReport(folder, args)));
    },
    switchTo,
    updates,
    afterPoll() {
      collectGarbage();
      if (!engine.model.settings.choices.lookForUpdates) return;
      void updates()
        .then(all => all.afterPoll())
        .catch((thrown: unknown) => engine.world.log('warn', 'no look for updates', thrown));
    }
  };
}
