// The activity in one file of JSON lines: one write and one fdatasync an append, pruned to 90 days by a whole new file.
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFile } from 'atomically';
import { decodeActivity, entryLines, tellingLine, type Decoded } from '../core/activity-lines';
import type { Entry } from '../../shared/activity';
import type { ActivityLog } from '../core/records';

const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 90 * DAY_MS;
/** A day is over when so many entries say so: a clock that ran ahead for a poll throws nothing away. */
const WITNESSES = 100;
/** Of those that were never told: some tokens grow with every poll. 10 MB, and read in a third of a second. */
const MOST_UNTOLD = 20_000;

/**
 * `setAside` renames a file that cannot be read and gives its new path; it is handed in, because adapters do not know each
 * other. Calls wait for each other; one that fails does not stop the next.
 */
export function createActivityLog(file: string, setAside: (file: string) => Promise<string>): ActivityLog {
  let last: Promise<unknown> = Promise.resolve();
  let prunedAt: number | null = null;
  const inTurn = <Result>(deed: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(deed);
    last = turn.catch(() => undefined);
    return turn;
  };

  /** Once a day, by the time of what is written. The entry is safe by then: what fails here is tried again a day later. */
  async function prune(now: number): Promise<void> {
    if (prunedAt !== null && Math.abs(now - prunedAt) < DAY_MS) return;
    prunedAt = now;
    const { entries } = decodeActivity(await readFile(file, 'utf8'));
    const end = entries[WITNESSES]?.at ?? -Infinity;
    let untold = 0;
    const isKept = ({ at, toldAt }: Entry) =>
      at >= end - KEPT_MS && (toldAt !== null || ++untold <= MOST_UNTOLD);
    const kept = entries.filter(isKept).sort((a, b) => a.at - b.at);
    if (kept.length < entries.length) await writeFile(file, entryLines(kept), { mode: 0o600 });
  }

  return {
    read: since =>
      inTurn(async () => {
        const found = await readLines(file);
        if (found?.isDamaged) return { content: [], setAsideAs: await setAside(file) };
        return { content: (found?.entries ?? []).filter(({ at }) => at >= since), setAsideAs: null };
      }),
    append: entries =>
      inTurn(async () => {
        if (entries.length === 0) return;
        await appendLines(file, entryLines(entries));
        await prune(Math.max(...entries.map(({ at }) => at))).catch(() => undefined);
      }),
    told: (ids, at, where) =>
      inTurn(async () => {
        if (ids.length > 0) await appendLines(file, tellingLine(ids, at, where));
      }),
    forget: walletId =>
      inTurn(async () => {
        const { entries } = (await readLines(file)) ?? { entries: [] };
        const kept = entries.filter(entry => entry.walletId !== walletId).sort((a, b) => a.at - b.at);
        if (kept.length < entries.length) await writeFile(file, entryLines(kept), { mode: 0o600 });
      })
  };
}

/** Of the file itself, not of a system that is short of something for a moment. */
const UNREADABLE = ['EISDIR', 'EACCES', 'EPERM', 'EIO', 'ELOOP', 'ERR_FS_FILE_TOO_LARGE'];

/** Null: there is no file yet. One that cannot be read counts as damaged. */
async function readLines(file: string): Promise<Decoded | null> {
  try {
    return decodeActivity(await readFile(file, 'utf8'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') return null;
    if (UNREADABLE.includes(code)) return { entries: [], isDamaged: true };
    throw error;
  }
}

/** A line that a crash cut short is closed first, so that the next one does not suffer from it. */
async function appendLines(file: string, lines: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const end = size === 0 ? null : await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    const isTorn = end !== null && end.buffer.toString() !== '\n';
    await handle.appendFile(isTorn ? `\n${lines}` : lines);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
