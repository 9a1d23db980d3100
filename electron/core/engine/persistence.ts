// Persistence: loads the model from the files of a profile, and writes snapshots, history and activity.
// The last total is loaded before anything is polled.
import { EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import { HOUR_MS, DAY_MS } from '../../../shared/domain/durations';
import { IDENTITY_VERSION } from '../../../shared/domain/token-identity';
import type { Entry, Notification } from '../../../shared/schema/activity';
import type { Issue } from '../../../shared/schema/issue';
import type { Settings } from '../../../shared/schema/settings';
import { awaitingWorth } from '../alerts/wallet-entries';
import { recentPoints } from '../history/history-point';
import { newlyTold } from '../notifications/notification-delivery';
import { nextMoves } from '../portfolio/transfer-parts';
import type { HistoryPoint } from '../ports/history-point';
import type { Loaded } from '../ports/storage';
import type { World } from '../ports/world';
import { fitSnapshot } from '../snapshots/update-snapshot';
import { issuesOf, isAboutWriting, issueOfRefusal } from '../state/issues';
import {
  EMPTY_ALERT_MEMORY,
  EMPTY_VERIFICATION,
  type ActivitySummary,
  type Model,
  type ModelUpdate
} from '../state/model';
import { ACTIVITY_RETENTION_MS } from '../history/activity-retention';
import { canonicalSettings, canonicalSnapshots, storedIdsOf } from '../settings/canonical-ids';
import { FileRefused } from '../settings/file-formats';

/** A day for the changes, and one more hour so that the point before that day is found. */
const HISTORY_MS = 25 * HOUR_MS;

/**
 * Adapters set damaged files aside and leave newer or unreadable files as they are. Each such file becomes an issue,
 * and all other files are used.
 */
export async function loadModel(model: Model, world: World): Promise<Model> {
  const chains = await world.chainList.load();
  const { settings, stored, saved } = await readCanonical(world);
  const points = await lastPoints(world);
  const wallets = settings.content?.wallets ?? [];
  const snapshots = wallets.map(wallet =>
    fitSnapshot(
      stored.content?.wallets.find(({ walletId }) => walletId === wallet.id),
      wallet
    )
  );
  const loaded: Model = {
    ...model,
    isLoaded: true,
    interruptions: { ...model.interruptions, openedAt: world.clock.now() },
    settings: settings.content ?? EMPTY_SETTINGS,
    snapshots,
    points: points.content ?? [],
    alerts: stored.content?.alerts ?? EMPTY_ALERT_MEMORY,
    verification: stored.content?.verification ?? EMPTY_VERIFICATION,
    staleAfterMs: stored.content?.staleAfterMs ?? model.staleAfterMs,
    issues: [
      ...issuesOf(settings, 'settings-damaged'),
      ...issuesOf(stored, 'snapshot-damaged'),
      ...issuesOf(points, 'history-damaged'),
      ...issuesOf(chains, 'chains-damaged'),
      ...sessionKeyIssues(model, settings.content)
    ]
  };
  return saved ? saved(loaded) : loaded;
}

/**
 * Ids that an older version stored are those of today from here on. Migrated settings are saved before the snapshots
 * are: beside new snapshots nobody could tell which of two ids had counted.
 */
async function readCanonical(world: World) {
  const settings = await world.settings.read();
  const stored = await world.snapshots.read();
  const heldIds = () => storedIdsOf(stored.content);
  const content = settings.content && canonicalSettings(settings.content, heldIds);
  const isMigrated = content !== null && content !== settings.content;
  const saved = isMigrated
    ? await persistFile('config.json', () => world.settings.write(content), world)
    : null;
  return {
    settings: { ...settings, content },
    stored: { ...stored, content: stored.content && canonicalSnapshots(stored.content) },
    saved
  };
}

/** Loads what the model has of the activity. Separate from `loadModel`, because the total need not wait for such a long file. */
export async function loadActivity(
  { settings, points, verification }: Model,
  world: World
): Promise<ModelUpdate> {
  const known = await world.activity.read(0);
  const entries = known.content ?? [];
  // For the count of unseen entries; the window reads all when the user opens the activity.
  const since = Math.max(settings.choices.activitySeenAt, world.clock.now() - ACTIVITY_RETENTION_MS);
  const activity = {
    ...activityOf(entries.filter(({ at }) => at >= since)),
    awaitingWorth: awaitingWorth(entries, settings.wallets),
    moves: nextMoves([], entries, points[0]?.at ?? 0, verification)
  };
  const issues = issuesOf(known, 'activity-damaged');
  return model => ({ ...model, activity, issues: [...model.issues, ...issues] });
}

/**
 * The ledger continues from the last point, and changes are computed against a point a day old, however long ago these
 * points were made.
 */
async function lastPoints(world: World): Promise<Loaded<HistoryPoint[]>> {
  const now = world.clock.now();
  const recent = await world.history.read('polls', now - HISTORY_MS);
  if (recent.content?.some(({ at }) => at <= now - DAY_MS)) return recent;
  const all = await world.history.read('polls', 0);
  const setAsideAs = recent.setAsideAs ?? all.setAsideAs;
  const refused = recent.refused ?? all.refused;
  return { content: [...recentPoints(all.content ?? [], now)], setAsideAs, refused };
}

function activityOf(entries: readonly Entry[]): Pick<ActivitySummary, 'latestAt' | 'notifiedAt'> {
  const notifiedAt = entries.filter(entry => entry.toldAt !== null).map(({ at }) => at);
  const moments = entries.map(({ at, toldAt }) => toldAt ?? at);
  // No spread into Math.max: there may be more moments than a call can take arguments.
  return { latestAt: moments.reduce((latest, at) => Math.max(latest, at), 0), notifiedAt };
}

/** A key that was stored in memory only is lost since the last session; the demo creates its own keys again. */
function sessionKeyIssues({ profile }: Model, settings: Settings | null): Issue[] {
  const isGone = profile === 'live' && (settings?.keys ?? []).some(({ keptIn }) => keptIn === 'session');
  return isGone ? [{ code: 'session-key-gone', file: null }] : [];
}

/** The records of a round besides the last snapshot. */
export interface RoundRecord {
  readonly point: HistoryPoint | null;
  readonly entries: readonly Entry[];
}

/** Writes the last snapshot, and the records of the round; each is written even if another write failed. */
export async function persistRound(model: Model, record: RoundRecord, world: World): Promise<ModelUpdate> {
  const { point, entries } = record;
  const { snapshots, staleAfterMs, alerts, verification } = model;
  const savedAt = world.clock.now();
  // One file: snapshots, and the memories that were made with them, are written together or not at all.
  const stored = {
    version: 1 as const,
    savedAt,
    staleAfterMs,
    wallets: [...snapshots],
    alerts,
    verification,
    identityVersion: IDENTITY_VERSION
  };
  const updates = [await persistFile('snapshot.json', () => world.snapshots.write(stored), world)];
  if (point) updates.push(await persistPoint(point, world));
  if (entries.length > 0)
    updates.push(await persistFile('activity.jsonl', () => world.activity.append(entries), world));
  return combineUpdates(updates);
}

export async function persistPoint(point: HistoryPoint, world: World): Promise<ModelUpdate> {
  return await persistFile('history', () => world.history.append(point), world);
}

/** Shows the notification and records the result. A desktop that refuses it is an issue until it accepts one. */
export async function deliverNotification(notification: Notification, world: World): Promise<ModelUpdate> {
  const where = await world.surfaces.notify(notification).catch((internalError: unknown) => {
    world.log('error', 'a notification could not be shown', internalError);
    return null;
  });
  const at = world.clock.now();
  const deliveryUpdate =
    where &&
    (await persistFile(
      'activity.jsonl',
      () =>
        world.activity.markNotified(
          newlyTold(notification).map(({ id }) => id),
          at,
          where
        ),
      world
    ));
  return model => {
    const { issues: others } = withoutNotificationIssue(model);
    const issues: readonly Issue[] = where ? others : [...others, { code: 'notices-not-shown', file: null }];
    const next = { ...model, issues, activity: { ...model.activity, latestAt: at } };
    return deliveryUpdate ? deliveryUpdate(next) : next;
  };
}

/** Removes the issue of a refused notification: the desktop can show notifications again. */
export const withoutNotificationIssue: ModelUpdate = model => ({
  ...model,
  issues: model.issues.filter(({ code }) => code !== 'notices-not-shown')
});

function combineUpdates(updates: readonly ModelUpdate[]): ModelUpdate {
  return before => updates.reduce((next, update) => update(next), before);
}

/** `write` may resolve with the new path of a file that was damaged by then, and was set aside. */
export async function persistFile(
  file: string,
  write: () => Promise<unknown>,
  world: World
): Promise<ModelUpdate> {
  const isOfThisFile = (issue: Issue) => isAboutWriting(issue, file);
  const withoutFileIssues = (model: Model) => model.issues.filter(issue => !isOfThisFile(issue));
  try {
    const setAsideAs = await write();
    const newIssues: Issue[] =
      typeof setAsideAs === 'string' ? [{ code: 'settings-damaged', file: setAsideAs }] : [];
    return model =>
      newIssues.length > 0 || model.issues.some(isOfThisFile)
        ? { ...model, issues: [...withoutFileIssues(model), ...newIssues] }
        : model;
  } catch (thrown) {
    world.log('error', `cannot write ${file}`, thrown);
    const issue: Issue =
      thrown instanceof FileRefused ? issueOfRefusal(thrown.refusal) : { code: 'cannot-save', file };
    return model => ({ ...model, issues: [...withoutFileIssues(model), issue] });
  }
}
