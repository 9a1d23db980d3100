// Stores the activity entries in one file of JSON lines, and removes entries older than 90 days.
// An append costs one write and one fdatasync; pruning replaces the whole file.
import { basename } from 'node:path';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Entry } from '../../../shared/schema/activity';
import { decodeActivity, entryLines, deliveryLine, type Decoded } from '../../core/alerts/activity-lines';
import { entryWithoutWallet } from '../../core/alerts/wallet-entries';
import { ACTIVITY_RETENTION_MS } from '../../core/history/activity-retention';
import type { ActivityLog, LineFiles, Loaded } from '../../core/ports/storage';
import { FileRefused } from '../../core/settings/file-formats';
import { isUnreadable } from './file-errors';

/** A day counts as over when this many entries are newer: a clock that was ahead for one poll deletes nothing. */
const MIN_NEWER_ENTRIES = 100;
/**
 * Limits the entries that were never notified: the amounts of some tokens grow with every poll. 10 MB, read in a third
 * of a second.
 */
const MAX_UNNOTIFIED = 20_000;
/**
 * A poll with more of them is large, and large polls have a limit of their own: thousands of tokens that arrive at once
 * take no place from what happened otherwise.
 */
const LARGE_POLL = 100;

const byTime = (a: Entry, b: Entry): number => a.at - b.at;

/**
 * `files` is passed in, because adapters do not import each other. Calls run one after the other; one that fails does
 * not stop the next.
 */
export function createActivityLog(file: string, files: LineFiles): ActivityLog {
  const enqueue = createQueue();
  const prune = createPruner(file, files);
  return {
    read: since =>
      enqueue(async () => {
        try {
          const { entries, isDamaged } = await readDecoded(file, files);
          if (isDamaged) return await setAsideOrRefuse(file, files);
          return { content: entries.filter(({ at }) => at >= since), setAsideAs: null };
        } catch (thrown) {
          if (thrown instanceof FileRefused) return asRefused(thrown.refusal);
          return isUnreadable(thrown) ? await setAsideOrRefuse(file, files) : asRefused(unreadable(file));
        }
      }),
    append: entries =>
      enqueue(async () => {
        if (entries.length === 0) return;
        await files.append(file, entryLines(entries));
        await prune(Math.max(...entries.map(({ at }) => at))).catch(() => undefined);
      }),
    markNotified: (ids, at, where) =>
      enqueue(async () => {
        if (ids.length > 0) await files.append(file, [deliveryLine(ids, at, where)]);
      }),
    forget: walletId =>
      enqueue(async () => {
        const { entries, unknown } = await readDecoded(file, files);
        const remaining = entries.flatMap(entry => entryWithoutWallet(entry, walletId) ?? []);
        const isChanged =
          remaining.length < entries.length || remaining.some(entry => !entries.includes(entry));
        const others = unknown.filter(entry => entry.walletId !== walletId);
        if (isChanged || others.length < unknown.length)
          await files.replace(file, allLines(remaining, others));
      })
  };
}

function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/**
 * Runs once a day, by the time of the written entries. The entry is on disk by then; pruning that fails is tried again
 * a day later.
 */
function createPruner(file: string, files: LineFiles) {
  let prunedAt: number | null = null;
  return async function prune(now: number): Promise<void> {
    if (prunedAt !== null && Math.abs(now - prunedAt) < DAY_MS) return;
    prunedAt = now;
    const { entries, unknown } = await readDecoded(file, files);
    const referenceAt = entries[MIN_NEWER_ENTRIES]?.at ?? -Infinity;
    const isOfLargePoll = largePollsOf(entries);
    const found = { large: 0, other: 0 };
    const isRecent = ({ at }: { readonly at: number }) => at >= referenceAt - ACTIVITY_RETENTION_MS;
    const isRetained = ({ at, toldAt }: Entry) =>
      isRecent({ at }) &&
      (toldAt !== null || ++found[isOfLargePoll(at) ? 'large' : 'other'] <= MAX_UNNOTIFIED);
    const remaining = entries.filter(isRetained);
    if (remaining.length < entries.length)
      await files.replace(file, allLines(remaining, unknown.filter(isRecent)));
  };
}

/** Entries of a newer version stay in the file: they come last, and say their time themselves. */
function allLines(entries: readonly Entry[], unknown: Decoded['unknown']): string[] {
  return [...entryLines([...entries].sort(byTime)), ...unknown.map(({ line }) => line)];
}

/** Whether the poll of this moment brought many entries that were not notified. */
function largePollsOf(entries: readonly Entry[]): (at: number) => boolean {
  const counts = new Map<number, number>();
  for (const { at, toldAt } of entries) if (toldAt === null) counts.set(at, (counts.get(at) ?? 0) + 1);
  return at => (counts.get(at) ?? 0) > LARGE_POLL;
}

async function readDecoded(file: string, files: LineFiles): Promise<Decoded> {
  return decodeActivity((await files.readAll(file)).join('\n'));
}

const unreadable = (file: string) => ({ file: basename(file), reason: 'unreadable' }) as const;

function asRefused(refused: Loaded<never>['refused']): Loaded<Entry[]> {
  return { content: [], setAsideAs: null, refused };
}

async function setAsideOrRefuse(file: string, files: LineFiles): Promise<Loaded<Entry[]>> {
  const setAsideAs = await files.setAside(file).catch(() => null);
  return setAsideAs === null ? asRefused(unreadable(file)) : { content: [], setAsideAs };
}
