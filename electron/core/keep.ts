// What must outlive the process: settings, last snapshot, history. A file that cannot be written becomes a trouble until it can.
import type { Trouble } from '../../shared/state';
import type { HistoryPoint } from './history';
import type { Model } from './model';
import type { World } from './world';

/** Applied to the model of the moment: it may have changed while the disk was busy. */
export type Booking = (model: Model) => Model;

export async function keepSettings({ settings }: Model, world: World): Promise<Booking> {
  return await kept('config.json', () => world.settings.write(settings), world);
}

/** Writes the last snapshot, and the round's point when there is one; neither waits for the other's success. */
export async function keepRound(model: Model, point: HistoryPoint | null, world: World): Promise<Booking> {
  const { snapshots, staleAfterMs } = model;
  const stored = { version: 1 as const, savedAt: world.clock.now(), staleAfterMs, wallets: [...snapshots] };
  const bookings = [await kept('snapshot.json', () => world.snapshots.write(stored), world)];
  if (point) bookings.push(await kept('history', () => world.history.append(point), world));
  return before => bookings.reduce((next, book) => book(next), before);
}

async function kept(file: string, write: () => Promise<void>, world: World): Promise<Booking> {
  const isThis = (trouble: Trouble) => trouble.code === 'cannot-save' && trouble.file === file;
  const without = (model: Model) => model.troubles.filter(trouble => !isThis(trouble));
  try {
    await write();
    return model => (model.troubles.some(isThis) ? { ...model, troubles: without(model) } : model);
  } catch (thrown) {
    world.log('error', `cannot write ${file}`, thrown);
    return model => ({ ...model, troubles: [...without(model), { code: 'cannot-save', file }] });
  }
}
