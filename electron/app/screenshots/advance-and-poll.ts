// Moves the fixed clock, polls at that moment, and waits until the round is applied and its notification delivered.
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '../../core/engine/engine';
import type { StillClock } from '../../adapters/system/fixed-clock';

const LOOK_AGAIN_MS = 20;
/** Of this computer: a desktop that takes longer to show a notification has refused it. */
const TOLD_MS = 8000;

/** The clock stands again when this resolves, so that nothing is polled until the next call. */
export async function pollAfter(app: Engine, clock: StillClock, byMs: number): Promise<void> {
  clock.move(byMs);
  await app.refresh();
  const end = Date.now() + TOLD_MS;
  while (!(await isTold(app, clock.now())) && Date.now() < end) await wait(LOOK_AGAIN_MS);
}

/** Where each notice was shown is noted as soon as the desktop has answered. */
async function isTold({ world }: Engine, at: number): Promise<boolean> {
  const { content } = await world.activity.read(at);
  return (content ?? []).every(({ toldAt, toldIn }) => toldAt === null || toldIn !== null);
}
