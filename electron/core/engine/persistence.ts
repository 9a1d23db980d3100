// The files of a profile -> the model to start from: the last total is there before anything is asked.
import { EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import { ACTIVITY_MS, NO_MEMORY, type Activity, type Model, type Booking } from '../state/model';
import type { Entry } from '../../../shared/schema/activity';
import type { Trouble } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import { fitted } from '../snapshots/update-snapshot';
import { recentPoints } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import type { Loaded } from '../ports/storage';
import { troublesOf } from '../state/issues';
import type { World } from '../ports/world';

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
