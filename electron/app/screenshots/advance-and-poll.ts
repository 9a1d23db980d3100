// Moves the fixed clock, polls at that moment, and waits until the round is applied and its notification delivered.
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from '../../core/engine/engine';
import type { FixedClock } from '../../adapters/system/fixed-clock';

const CHECK_INTERVAL_MS = 20;
/** Of this computer: a desktop that takes longer to show a notification has refused it. */
const DELIVERY_TIMEOUT_MS = 8000;

/** The clock stands again when this resolves, so that nothing is polled until the next call. */
export async function advanceAndPoll(app: Engine, clock: FixedClock, byMs: number): Promise<void> {
  clock.move(byMs);
  await app.refresh();
  const end = Date.now() + DELIVERY_TIMEOUT_MS;
  while (!(await isDelivered(app, clock.now())) && Date.now() < end) await wait(CHECK_INTERVAL_MS);
}

/** Where each notice was shown is noted as soon as the desktop has answered. */
async function isDelivered({ world }: Engine, at: number): Promise<boolean> {
  const { content } = await world.activity.read(at);
  return (content ?? []).every(({ toldAt, toldIn }) => toldAt === null || toldIn !== null);
}
