// Handles the window's calls about the whole profile: settings export and import, reset, updates.
// Each call loads its modules when it is first used.
import type { Response } from '../../shared/ipc/contract';
import type { PROFILE_CALLS } from '../../shared/ipc/profile-calls';
import { collectGarbage } from '../adapters/system/memory';
import type { HttpClient } from '../adapters/http/http';
import type { Engine } from '../core/engine/engine';
import type { Calls } from '../ipc/call-types';
import type { Arguments } from '../cli/arguments';
import type { Updates } from './updates';

export interface ProfileCallsOptions {
  /** Folder of the live profile. */
  readonly folder: string;
  readonly kind: 'live' | 'demo';
  readonly args: Arguments;
  readonly reopen: (remove: () => Promise<void>) => void;
  /** Runs the action after the answer was sent. */
  readonly runAfterAnswer: (action: () => void) => Promise<{ done: boolean }>;
}

export interface ProfileCalls {
  readonly calls: Pick<Calls, keyof typeof PROFILE_CALLS>;
  afterPoll(): void;
}

const NOT_DONE = { done: false };
/** The demo has no settings of a person to export or reset, and it sends no request for updates. */
const DEMO_UPDATE_STATUS: Response<'updates:read'> = {
  method: 'unknown',
  outcome: 'none',
  version: null,
  notes: ''
};

export function createProfileCalls(
  engine: Engine,
  { http }: { http: HttpClient },
  options: ProfileCallsOptions
): ProfileCalls {
  const { folder, kind, args, reopen, runAfterAnswer } = options;
  const isDemo = kind === 'demo';
  let loadedUpdates: Promise<Updates> | null = null;
  const updates = () =>
    (loadedUpdates ??= import('./update-source').then(({ createUpdates }) =>
      createUpdates(engine, http, folder)
    ));
  const readStatus = async (
    ask: (updates: Updates) => Response<'updates:read'> | Promise<Response<'updates:read'>>
  ) => (isDemo ? DEMO_UPDATE_STATUS : await ask(await updates()));
  return {
    calls: {
      'settings:export': async () =>
        isDemo ? NOT_DONE : (await import('../dialogs/settings-transfer')).exportByDialog(engine),
      'settings:import': async () =>
        isDemo ? NOT_DONE : (await import('../dialogs/settings-transfer')).importByDialog(engine, folder),
      'profile:reset': async () => {
        if (isDemo) return NOT_DONE;
        const { confirmReset, resetAndReport } = await import('../dialogs/confirmations');
        if (!(await confirmReset(folder))) return NOT_DONE;
        return await runAfterAnswer(() => reopen(() => resetAndReport(folder, args)));
      },
      'updates:read': () => readStatus(all => all.read()),
      'updates:check': () => readStatus(all => all.check()),
      'updates:open': async () => {
        if (!isDemo) await (await updates()).openPage();
        return { done: !isDemo };
      }
    },
    afterPoll() {
      collectGarbage();
      if (isDemo || !engine.model.settings.choices.lookForUpdates) return;
      void updates()
        .then(all => all.afterPoll())
        .catch((thrown: unknown) => engine.world.log('warn', 'no look for updates', thrown));
    }
  };
}
