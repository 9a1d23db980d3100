// Handles the window's calls about the state and about polling: reads the state, polls now, pauses and resumes.
import { UNTIL_RESUMED } from '../../shared/domain/default-settings';
import { HOUR_MS } from '../../shared/domain/durations';
import type { Request } from '../../shared/ipc/contract';
import type { Engine } from '../core/engine/engine';
import type { CallContext, Calls } from './call-types';

const DONE = { done: true };

export function handlers({ engine }: CallContext) {
  return {
    'state:read': ({ isGlance }) =>
      Promise.resolve({ text: JSON.stringify(isGlance ? engine.glance : engine.state) }),
    'poll:refresh': () => engine.refresh().then(() => DONE),
    'poll:pause': ({ until }) => pausePolling(engine, until),
    'poll:resume': () => engine.choose({ pausedUntil: 0 }).then(() => DONE)
  } satisfies Partial<Calls>;
}

export async function pausePolling(
  engine: Engine,
  until: Request<'poll:pause'>['until']
): Promise<{ done: boolean }> {
  const now = engine.world.clock.now();
  const moments = { 'an-hour': now + HOUR_MS, tomorrow: tomorrowMorning(now), resumed: UNTIL_RESUMED };
  await engine.choose({ pausedUntil: moments[until] });
  return DONE;
}

/** 08:00 of the next day, local time. */
function tomorrowMorning(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}
