// The activity in one file of JSON lines: one write and one fdatasync an append, pruned to 90 days by a whole new file.
import { basename } from 'node:path';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Entry } from '../../../shared/schema/activity';
import { decodeActivity, entryLine, deliveryLine, type Decoded } from '../../core/alerts/activity-lines';
import type { ActivityLog, LineFiles, Loaded } from '../../core/ports/storage';
import { FileRefused } from '../../core/settings/file-formats';

const KEPT_MS = 90 * DAY_MS;
/** A day is over when so many entries say so: a clock that ran ahead for a poll throws nothing away. */
const WITNESSES = 100;
/** Of those that were never told: some tokens grow with every poll. 10 MB, and read in a third of a second. */
const MOST_UNTOLD = 20_000;

/** Of the file itself, not of a system that is short of something for a moment. */
const UNREADABLE = ['EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ERR_FS_FILE_TOO_LARGE'];

const byTime = (a: Entry, b: Entry): number => a.at - b.at;

/**
 * `files` is handed in, because adapters do not know each other. Calls wait for each other; one that fails does not stop
 * the next.
 */
export function createActivityLog(file: string, files: LineFiles): ActivityLog {
  const inTurn = createTurns();
  const prune = createPruning(file, files);
  return {
    read: since =>
      inTurn(async () => {
        try {
          const { entries, isDamaged } = await decoded(file, files);
          if (isDamaged) return await outOfTheWay(file, files);
          return { content: entries.filter(({ at }) => at >= since), setAsideAs: null };
        } catch (thrown) {
          if (thrown instanceof FileRefused) return leftAlone(thrown.refusal);
          const { code = '' } = thrown as NodeJS.ErrnoException;
          return UNREADABLE.includes(code) ? await outOfTheWay(file, files) : leftAlone(unreadable(file));
        }
      }),
    append: entries =>
      inTurn(async () => {
        if (entries.length === 0) return;
        await files.append(file, entries.map(entryLine));
        await prune(Math.max(...entries.map(({ at }) => at))).catch(() => undefined);
      }),
    markNotified: (ids, at, where) =>
      inTurn(async () => {
        if (ids.length > 0) await files.append(file, [deliveryLine(ids, at, where)]);
      }),
    forget: walletId =>
      inTurn(async () => {
        const { entries } = await decoded(file, files);
        const kept = entries.filter(entry => entry.walletId !== walletId).sort(byTime);
        if (kept.length < entries.length) await files.replace(file, kept.map(entryLine));
      })
  };
}

function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(deed: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(deed);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Once a day, by the time of what is written. The entry is safe by then: what fails here is tried again a day later. */
function createPruning(file: string, files: LineFiles) {
  let prunedAt: number | null = null;
  return async function prune(now: number): Promise<void> {
    if (prunedAt !== null && Math.abs(now - prunedAt) < DAY_MS) return;
    prunedAt = now;
    const { entries } = await decoded(file, files);
    const end = entries[WITNESSES]?.at ?? -Infinity;
    let untold = 0;
    const isKept = ({ at, toldAt }: Entry) =>
      at >= end - KEPT_MS && (toldAt !== null || ++untold <= MOST_UNTOLD);
    const kept = entries.filter(isKept).sort(byTime);
    if (kept.length < entries.length) await files.replace(file, kept.map(entryLine));
  };
}

async function decoded(file: string, files: LineFiles): Promise<Decoded> {
  return decodeActivity((await files.readAll(file)).join('\n'));
}

const unreadable = (file: string) => ({ file: basename(file), reason: 'unreadable' }) as const;

function leftAlone(refused: Loaded<never>['refused']): Loaded<Entry[]> {
  return { content: [], setAsideAs: null, refused };
}

async function outOfTheWay(file: string, files: LineFiles): Promise<Loaded<Entry[]>> {
  const setAsideAs = await files.setAside(file).catch(() => null);
  return setAsideAs === null ? leftAlone(unreadable(file)) : { content: [], setAsideAs };
}
