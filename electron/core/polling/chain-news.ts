// OKX's own list of chains, read once a day with a key that has just been answered.
import { DAY_MS } from '../../../shared/domain/durations';
import { exchange } from './signed-request';
import type { Model } from '../state/model';
import type { Polled } from '../snapshots/poll-outcome';
import type { World } from '../ports/world';

/** A list that cannot be read is no failure of the round: the built-in table and the last list go on serving. */
export async function refreshChains(model: Model, polled: readonly Polled[], world: World): Promise<void> {
  const readAt = world.chainBook.readAt();
  if (readAt !== null && world.clock.now() - readAt < DAY_MS && readAt <= world.clock.now()) return;
  const answered = polled.find(({ outcome }) => outcome.answers.length > 0);
  const key = model.settings.keys.find(({ id }) => id === answered?.key.id);
  if (!answered || !key) return;
  const driver = world.drivers[answered.wallet.source];
  const question = { key, request: driver.planChains(), sign: driver.sign, read: driver.readChains };
  const asked = await exchange(question, world, model.clockOffsets[key.id] ?? 0);
  if (asked.failure) {
    world.log('warn', `chain list: ${asked.failure.message}`);
    world.chainBook.skip(world.clock.now());
    return;
  }
  await world.chainBook
    .learn(asked.content, world.clock.now())
    .catch((thrown: unknown) => world.log('warn', 'cannot write the chain list', thrown));
}
