// Keeps the history and the activity of the demo on disk too, where the commands that read find them.
// The demo itself reads neither: it shows what is in memory, so that it works on a full disk as well.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { entryLines } from '../core/alerts/activity-lines';
import { addTokenEntries, lineOf, missingTokenEntries, NO_TOKEN_NUMBERS } from '../core/history/line-format';
import {
  addToBuckets,
  retainedSince,
  COARSE_RESOLUTIONS,
  NO_OPEN_BUCKETS,
  type OpenBuckets
} from '../core/history/retention';
import type { HistoryPoint } from '../core/ports/history-point';
import type { ActivityLog, HistoryLog, LineFiles, Resolution } from '../core/ports/storage';
import type { Past } from './demo-history';

/** The folder of the demo's profile, and its files of lines. */
export interface DemoFiles {
  readonly folder: string;
  readonly lines: LineFiles;
}

/** Replaces what an earlier demo left. Rejects when the disk refuses. */
export async function writePast(
  { folder, lines }: DemoFiles,
  { points, entries }: Pick<Past, 'points' | 'entries'>
): Promise<void> {
  const history = join(folder, 'history');
  await mkdir(history, { recursive: true });
  const tokens = missingTokenEntries(
    NO_TOKEN_NUMBERS,
    points.flatMap(point => point.tokens)
  );
  const numbers = addTokenEntries(NO_TOKEN_NUMBERS, tokens);
  await lines.replace(
    join(history, 'tokens.jsonl'),
    tokens.map(entry => JSON.stringify(entry))
  );
  for (const [resolution, kept] of thinned(points))
    await lines.replace(
      join(history, `${resolution}.jsonl`),
      kept.map(point => lineOf(point, numbers))
    );
  await lines.replace(join(folder, 'activity.jsonl'), entryLines(entries));
}

/** What polls at these moments leave in each resolution. */
function thinned(points: readonly HistoryPoint[]): [Resolution, HistoryPoint[]][] {
  const coarse = new Map<Resolution, HistoryPoint[]>(COARSE_RESOLUTIONS.map(resolution => [resolution, []]));
  let open: OpenBuckets = NO_OPEN_BUCKETS;
  for (const point of points) {
    const folded = addToBuckets(open, point);
    open = folded.open;
    for (const resolution of COARSE_RESOLUTIONS) coarse.get(resolution)?.push(...folded.closed[resolution]);
  }
  return [['polls', [...points]] as const, ...coarse].map(([resolution, all]) => {
    const since = retainedSince(
      all.map(({ at }) => at),
      resolution
    );
    return [resolution, all.filter(({ at }) => at >= since)];
  });
}

/** `copy` gets every change once `isReady` resolved; what the disk refuses is left out. */
export function copiedHistory(shown: HistoryLog, copy: HistoryLog, isReady: Promise<unknown>): HistoryLog {
  const also = alsoOn(isReady);
  return {
    read: (resolution, since) => shown.read(resolution, since),
    append: point => also(shown.append(point), () => copy.append(point)),
    remove: at => also(shown.remove(at), () => copy.remove(at)),
    forget: walletId => also(shown.forget(walletId), () => copy.forget(walletId))
  };
}

/** The same for the activity. */
export function copiedActivity(
  shown: ActivityLog,
  copy: ActivityLog,
  isReady: Promise<unknown>
): ActivityLog {
  const also = alsoOn(isReady);
  return {
    read: since => shown.read(since),
    append: entries => also(shown.append(entries), () => copy.append(entries)),
    markNotified: (ids, at, where) =>
      also(shown.markNotified(ids, at, where), () => copy.markNotified(ids, at, where)),
    forget: walletId => also(shown.forget(walletId), () => copy.forget(walletId))
  };
}

function alsoOn(isReady: Promise<unknown>) {
  const settled = isReady.catch(() => undefined);
  return async <Result>(done: Promise<Result>, write: () => Promise<unknown>): Promise<Result> => {
    const result = await done;
    await settled.then(write).catch(() => undefined);
    return result;
  };
}
