// Handles the window's calls about the whole profile: demo, settings export and import, reset, updates.
import type { Response } from '../../shared/ipc/contract';
import type { Calls, HandlerContext, UpdateActions } from './call-types';
import { runAfterAnswer } from './desktop';

const NOT_DONE = { done: false };
/** The demo has no settings of a person to export or reset, and it sends no request for updates. */
const DEMO_UPDATE_STATUS: Response<'updates:read'> = {
  method: 'unknown',
  outcome: 'none',
  version: null,
  notes: ''
};

export function handlers({ engine, profile, lastSaved }: HandlerContext) {
  const isDemo = engine.world.profile === 'demo';
  const readStatus = async (
    ask: (updates: UpdateActions) => Response<'updates:read'> | Promise<Response<'updates:read'>>
  ) => (isDemo ? DEMO_UPDATE_STATUS : await ask(await profile.updates()));
  return {
    'demo:start': () => runAfterAnswer(() => profile.switchTo('demo')),
    'demo:leave': () => runAfterAnswer(() => profile.switchTo('live')),
    'settings:export': async () => {
      const file = isDemo ? null : await profile.exportSettings();
      if (file !== null) lastSaved.path = file;
      return { file };
    },
    'settings:import': async () => (isDemo ? NOT_DONE : await profile.importSettings()),
    'profile:reset': async () => (isDemo ? NOT_DONE : await profile.reset()),
    'updates:read': () => readStatus(updates => updates.read()),
    'updates:check': () => readStatus(updates => updates.check()),
    'updates:open': async () => {
      if (!isDemo) await (await profile.updates()).openPage();
      return { done: !isDemo };
    }
  } satisfies Partial<Calls>;
}
