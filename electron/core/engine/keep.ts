// What must outlive the process: settings, last snapshot, history. A file that cannot be written becomes a trouble until it can.
import type { Entry, Notice } from '../../../shared/schema/activity';
import type { Trouble } from '../../../shared/schema/issue';
import type { HistoryPoint } from '../ports/history-point';
import type { World } from '../ports/world';
import { isAboutWriting, troubleOfRefusal } from '../state/issues';
import type { Model, Booking } from '../state/model';
import { FileRefused } from '../stored-format';

export async function keepSettings({ settings }: Model, world: World): Promise<Booking> {
  return await kept('config.json', () => world.settings.write(settings), world);
}

/** What a round leaves beside the last snapshot. */
export interface Leavings {
  readonly point: HistoryPoint | null;
  readonly entries: readonly Entry[];
}

/** Writes the last snapshot, and what the round left; none waits for another's success. */
export async function keepRound(model: Model, left: Leavings, world: World): Promise<Booking> {
  const { point, entries } = left;
  const { snapshots, staleAfterMs, alerts } = model;
  const savedAt = world.clock.now();
  // One file: what the alerts remember and the snapshots that they have seen are written together or not at all.
  const stored = { version: 1 as const, savedAt, staleAfterMs, wallets: [...snapshots], alerts };
  const bookings = [await kept('snapshot.json', () => world.snapshots.write(stored), world)];
  if (point) bookings.push(await kept('history', () => world.history.append(point), world));
  if (entries.length > 0)
    bookings.push(await kept('activity.jsonl', () => world.activity.append(entries), world));
  return all(bookings);
}

/** Shows it, and notes what became of that. A desktop that refuses is a trouble until it takes one. */
export async function tellNotice(notice: Notice, world: World): Promise<Booking> {
  const where = await world.surfaces.tell(notice).catch((bug: unknown) => {
    world.log('error', 'a notice could not be told', bug);
    return null;
  });
  const at = world.clock.now();
  const noted =
    where && (await kept('activity.jsonl', () => world.activity.told(idsOf(notice), at, where), world));
  return model => {
    const { troubles: others } = noticesTaken(model);
    const troubles: readonly Trouble[] = where
      ? others
      : [...others, { code: 'notices-not-shown', file: null }];
    const next = { ...model, troubles, activity: { ...model.activity, latestAt: at } };
    return noted ? noted(next) : next;
  };
}

/** That one was refused is no trouble any more: the desktop has somebody for them again. */
export const noticesTaken: Booking = model => ({
  ...model,
  troubles: model.troubles.filter(({ code }) => code !== 'notices-not-shown')
});

/** The last notice of a full day tells none of what it stands for. */
function idsOf({ entries, isLastToday }: Notice): string[] {
  return isLastToday ? [] : entries.map(({ id }) => id);
}

function all(bookings: readonly Booking[]): Booking {
  return before => bookings.reduce((next, book) => book(next), before);
}

/** What `write` resolves with may be the new path of a file that was nonsense by then. */
async function kept(file: string, write: () => Promise<unknown>, world: World): Promise<Booking> {
  const isThis = (trouble: Trouble) => isAboutWriting(trouble, file);
  const without = (model: Model) => model.troubles.filter(trouble => !isThis(trouble));
  try {
    const setAsideAs = await write();
    const told: Trouble[] =
      typeof setAsideAs === 'string' ? [{ code: 'settings-damaged', file: setAsideAs }] : [];
    return model =>
      told.length > 0 || model.troubles.some(isThis)
        ? { ...model, troubles: [...without(model), ...told] }
        : model;
  } catch (thrown) {
    world.log('error', `cannot write ${file}`, thrown);
    const trouble: Trouble =
      thrown instanceof FileRefused ? troubleOfRefusal(thrown.refusal) : { code: 'cannot-save', file };
    return model => ({ ...model, troubles: [...without(model), trouble] });
  }
}
