// The files of a profile -> the model to start from: the last total is there before anything is asked.
import { EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import type { Entry, Notice } from '../../../shared/schema/activity';
import type { Trouble } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import { recentPoints } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import type { Loaded } from '../ports/storage';
import type { World } from '../ports/world';
import { fitted } from '../snapshots/update-snapshot';
import { troublesOf, isAboutWriting, troubleOfRefusal } from '../state/issues';
import { ACTIVITY_MS, NO_MEMORY, type Activity, type Model, type Booking } from '../state/model';
import { FileRefused } from '../settings/file-formats';

/** A day for the changes, and an hour more so that the point before it is found. */
const HISTORY_MS = 25 * HOUR_MS;

/** Damaged files were set aside by their adapters, others left alone; each is told as a trouble, and the rest is used. */
export async function loadModel(model: Model, world: World): Promise<Model> {
  const chains = await world.chainBook.load();
  const settings = await world.settings.read();
  const stored = await world.snapshots.read();
  const points = await lastPoints(world);
  const wallets = settings.content?.wallets ?? [];
  const snapshots = wallets.map(wallet =>
    fitted(
      stored.content?.wallets.find(({ walletId }) => walletId === wallet.id),
      wallet
    )
  );
  return {
    ...model,
    isLoaded: true,
    settings: settings.content ?? EMPTY_SETTINGS,
    snapshots,
    points: points.content ?? [],
    alerts: stored.content?.alerts ?? NO_MEMORY,
    staleAfterMs: stored.content?.staleAfterMs ?? model.staleAfterMs,
    troubles: [
      ...troublesOf(settings, 'settings-damaged'),
      ...troublesOf(stored, 'snapshot-damaged'),
      ...troublesOf(points, 'history-damaged'),
      ...troublesOf(chains, 'chains-damaged'),
      ...sessionKeys(model, settings.content)
    ]
  };
}

/** What the person has not seen. Apart from the model, because the total need not wait for so long a file. */
export async function loadActivity({ settings }: Model, world: World): Promise<Booking> {
  const known = await knownActivity(settings.choices.activitySeenAt, world);
  const activity = activityOf(known.content ?? []);
  const troubles = troublesOf(known, 'activity-damaged');
  return model => ({ ...model, activity, troubles: [...model.troubles, ...troubles] });
}

/** The ledger goes on from the last point and changes are told against one a day old, however long ago they were made. */
async function lastPoints(world: World): Promise<Loaded<HistoryPoint[]>> {
  const now = world.clock.now();
  const recent = await world.history.read('polls', now - HISTORY_MS);
  if (recent.content?.some(({ at }) => at <= now - DAY_MS)) return recent;
  const all = await world.history.read('polls', 0);
  const setAsideAs = recent.setAsideAs ?? all.setAsideAs;
  const refused = recent.refused ?? all.refused;
  return { content: [...recentPoints(all.content ?? [], now)], setAsideAs, refused };
}

/** For the count of what the person has not seen; the whole log is read when somebody opens it. */
async function knownActivity(seenAt: number, world: World): Promise<Loaded<Entry[]>> {
  return await world.activity.read(Math.max(seenAt, world.clock.now() - ACTIVITY_MS));
}

function activityOf(entries: readonly Entry[]): Activity {
  const toldAt = entries.filter(entry => entry.toldAt !== null).map(({ at }) => at);
  const moments = entries.map(({ at, toldAt: told }) => told ?? at);
  // Not spread: there may be more of them than a call takes arguments.
  return { latestAt: moments.reduce((latest, at) => Math.max(latest, at), 0), toldAt };
}

/** A key that was kept in memory went with the last session; the demo makes its own anew. */
function sessionKeys({ profile }: Model, settings: Settings | null): Trouble[] {
  const isGone = profile === 'live' && (settings?.keys ?? []).some(({ keptIn }) => keptIn === 'session');
  return isGone ? [{ code: 'session-key-gone', file: null }] : [];
}

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
