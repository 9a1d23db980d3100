// The window's calls about a profile as a whole, and what is done once a round is over. Each loads what it needs when it is called.
import type { Response } from '../../shared/ipc/contract';
import type { PROFILE_CALLS } from '../../shared/ipc/profile-calls';
import { collectGarbage } from '../adapters/system/memory';
import type { HttpClient } from '../adapters/http/http';
import type { Engine } from '../core/engine/engine';
import type { Calls } from '../ipc/call-types';
import type { Flags } from '../cli/arguments';
import type { Updates } from './updates';

export interface CareOptions {
  /** Of the live profile. */
  readonly folder: string;
  readonly kind: 'live' | 'demo';
  readonly flags: Flags;
  readonly anew: (remove: () => Promise<void>) => void;
  /** After the answer has left. */
  readonly later: (deed: () => void) => Promise<{ done: boolean }>;
}

export interface Care {
  readonly calls: Pick<Calls, keyof typeof PROFILE_CALLS>;
  afterPoll(): void;
}

const NOT_DONE = { done: false };
/** Nothing of the demo is anybody's settings, and it asks nobody. */
const OF_DEMO: Response<'updates:read'> = { method: 'unknown', outcome: 'none', version: null, notes: '' };

export function careOf(app: Engine, { http }: { http: HttpClient }, options: CareOptions): Care {
  const { folder, kind, flags, anew, later } = options;
  const isDemo = kind === 'demo';
  let known: Promise<Updates> | null = null;
  const updates = () =>
    (known ??= import('./update-source').then(({ updatesOf }) => updatesOf(app, http, folder)));
  const news = async (
    ask: (updates: Updates) => Response<'updates:read'> | Promise<Response<'updates:read'>>
  ) => (isDemo ? OF_DEMO : await ask(await updates()));
  return {
    calls: {
      'settings:export': async () =>
        isDemo ? NOT_DONE : (await import('../dialogs/settings-transfer')).exportByDialog(app),
      'settings:import': async () =>
        isDemo ? NOT_DONE : (await import('../dialogs/settings-transfer')).importByDialog(app, folder),
      'profile:reset': async () => {
        if (isDemo) return NOT_DONE;
        const { askForReset, resetAndTell } = await import('../dialogs/confirmations');
        if (!(await askForReset(folder))) return NOT_DONE;
        return await later(() => anew(() => resetAndTell(folder, flags)));
      },
      'updates:read': () => news(all => all.read()),
      'updates:check': () => news(all => all.check()),
      'updates:open': async () => {
        if (!isDemo) await (await updates()).openPage();
        return { done: !isDemo };
      }
    },
    afterPoll() {
      collectGarbage();
      if (isDemo || !app.model.settings.choices.lookForUpdates) return;
      void updates()
        .then(all => all.afterPoll())
        .catch((thrown: unknown) => app.world.log('warn', 'no look for updates', thrown));
    }
  };
}
