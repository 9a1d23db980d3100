// Stores the history in one folder: one file of JSON lines for each resolution, and one for the token numbers.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pointsWithoutWallet } from '../../core/history/restated-points';
import {
  lineOf,
  parsePoint,
  oldestFirst,
  parsePointLines,
  timeOf,
  parseTokenNumbers,
  hasReadableLine,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries,
  type TokenNumbers
} from '../../core/history/line-format';
import {
  addToBuckets,
  NO_OPEN_BUCKETS,
  openDayIndex,
  AGREEING_POINTS,
  retainedSince,
  type OpenBuckets
} from '../../core/history/retention';
import type { HistoryPoint, LastLedger } from '../../core/ports/history-point';
import type { LineFiles, Resolution, FileRefusal, HistoryLog, Loaded } from '../../core/ports/storage';
import { FileRefused } from '../../core/settings/file-formats';
import { isNoFile, isTransient } from './file-errors';

export const RESOLUTIONS = [
  'polls',
  'five-minutes',
  'hours',
  'days'
] as const satisfies readonly Resolution[];

export interface HistoryStore {
  readonly folder: string;
  readonly files: LineFiles;
  /** Null: the numbers were not read yet, or not since the files were rewritten. */
  tokenNumbers: TokenNumbers | null;
  open: OpenBuckets | null;
  /** Whether all files were looked at since the start. */
  areChecked: boolean;
  /** Wallets that were removed from all files: a point that was made earlier and comes later is stored without them. */
  readonly forgotten: Set<string>;
  /** New names of files that could not be read, until they are reported. */
  readonly setAside: string[];
}

function fileOf({ folder }: HistoryStore, name: Resolution | 'tokens'): string {
  return join(folder, `${name}.jsonl`);
}

const NOTHING_READABLE = new Error('not one line of the file can be read');

/** Gives the new name of a file that cannot be read. Throws FileRefused when the file stays in place. */
async function setAsideUnreadable({ files }: HistoryStore, file: string, thrown: unknown): Promise<string> {
  if (thrown instanceof FileRefused) throw thrown;
  const refusal: FileRefusal = { file: `${basename(dirname(file))}/${basename(file)}`, reason: 'unreadable' };
  if (isTransient(thrown) || isNoFile(thrown)) throw new FileRefused(refusal);
  return await files.setAside(file).catch(() => {
    throw new FileRefused(refusal);
  });
}

/** Tries the action again after the file was set aside, when the file was the reason for the error. */
async function retryAfterSetAside<Result>(
  store: HistoryStore,
  file: string,
  work: () => Promise<Result>
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    store.setAside.push(await setAsideUnreadable(store, file, thrown));
    return await work();
  }
}

async function readPoints(store: HistoryStore, from: Resolution, since: number): Promise<HistoryPoint[]> {
  await checkAllFiles(store).catch(unlessRefused);
  const file = fileOf(store, from);
  const isBefore = (chunk: readonly string[]) => {
    const times = timesOf(chunk);
    return times.length > 0 && times.every(at => at < since);
  };
  const lines = await retryAfterSetAside(store, file, () => store.files.readLast(file, isBefore));
  return oldestFirst(await pointsIn(lines, await tokenNumbersOf(store), since));
}

/** So many of the longest lines take a few milliseconds. */
const LINES_PER_SLICE = 100;

/** The points as they follow in the file. A day has a thousand lines: other work has its turn between slices of them. */
async function pointsIn(
  lines: readonly string[],
  tokenNumbers: TokenNumbers,
  since: number
): Promise<HistoryPoint[]> {
  const points: HistoryPoint[] = [];
  for (let start = 0; start < lines.length; start += LINES_PER_SLICE) {
    points.push(...parsePointLines(lines.slice(start, start + LINES_PER_SLICE), tokenNumbers, since));
    await setImmediate();
  }
  return points;
}

/** A file that stays in place refuses what reads it itself. */
function unlessRefused(thrown: unknown): void {
  if (!(thrown instanceof FileRefused)) throw thrown;
}

async function tokenNumbersOf(store: HistoryStore): Promise<TokenNumbers> {
  const file = fileOf(store, 'tokens');
  store.tokenNumbers ??= parseTokenNumbers(
    (await retryAfterSetAside(store, file, () => store.files.readAll(file))).join('\n')
  );
  return store.tokenNumbers;
}

/**
 * Checks all files once, before any other use: a file without one readable line is set aside. If one must stay
 * unchanged, all stay, because they belong together.
 */
async function checkAllFiles(store: HistoryStore): Promise<void> {
  if (store.areChecked) return;
  for (const name of [...RESOLUTIONS, 'tokens'] as const) {
    const file = fileOf(store, name);
    const isKnown = (chunk: readonly string[]) => hasReadableLine(chunk, name === 'tokens');
    const lines = await retryAfterSetAside(store, file, () => store.files.readLast(file, isKnown));
    if (!isKnown(lines)) store.setAside.push(await setAsideUnreadable(store, file, NOTHING_READABLE));
  }
  store.areChecked = true;
}

/** The open buckets: what the polls of the current day add to the coarser resolutions. */
async function openOf(store: HistoryStore): Promise<OpenBuckets> {
  if (store.open) return store.open;
  await checkAllFiles(store);
  const file = fileOf(store, 'polls');
  const hasWholeDay = (chunk: readonly string[]) => openDayIndex(timesOf(chunk)) > 0;
  const lines = (await retryAfterSetAside(store, file, () => store.files.readLast(file, hasWholeDay))).filter(
    isPoint
  );
  const tokenNumbers = await tokenNumbersOf(store);
  const points = await pointsIn(lines.slice(openDayIndex(timesOf(lines))), tokenNumbers, -Infinity);
  store.open = points.reduce<OpenBuckets>((open, point) => addToBuckets(open, point).open, NO_OPEN_BUCKETS);
  return store.open;
}

/**
 * Writes the tokens first, then the coarse points, then the poll: interrupted anywhere, every written line can be
 * read.
 */
async function writePoint(
  store: HistoryStore,
  point: HistoryPoint,
  closed: Readonly<Partial<Record<Resolution, readonly HistoryPoint[]>>>
): Promise<void> {
  const points = { ...closed, polls: [point] };
  const tokenNumbers = await ensureTokenNumbers(store, Object.values(points).flat());
  for (const resolution of RESOLUTIONS.toReversed()) {
    const lines = (points[resolution] ?? []).map(one => lineOf(one, tokenNumbers));
    await appendLines(store, fileOf(store, resolution), lines);
  }
}

/** A full disk is not a fault of the file: only a file that cannot be a file of lines is set aside. */
async function appendLines(store: HistoryStore, file: string, lines: readonly string[]): Promise<void> {
  try {
    await store.files.append(file, lines);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EISDIR') throw thrown;
    store.setAside.push(await setAsideUnreadable(store, file, thrown));
    await store.files.append(file, lines);
  }
}

async function ensureTokenNumbers(
  store: HistoryStore,
  points: readonly HistoryPoint[]
): Promise<TokenNumbers> {
  const tokenNumbers = await startTokenNumbers(store, points.at(-1)?.at ?? 0);
  const missing = missingTokenEntries(
    tokenNumbers,
    points.flatMap(({ tokens }) => tokens)
  );
  const file = fileOf(store, 'tokens');
  // The folder was removed while the app ran: new lines would refer to token numbers that are gone.
  const isLost = tokenNumbers.entries.size > 0 && !existsSync(file);
  const lines = [...(isLost ? tokenNumbers.entries.values() : []), ...missing].map(entry =>
    JSON.stringify(entry)
  );
  await store.files.append(file, lines);
  store.tokenNumbers = addTokenEntries(tokenNumbers, missing);
  return store.tokenNumbers;
}

/**
 * If the token numbers were lost while points stayed, their old numbers must not be given to other tokens: the next
 * number is beyond them.
 */
async function startTokenNumbers(store: HistoryStore, at: number): Promise<TokenNumbers> {
  const tokenNumbers = await tokenNumbersOf(store);
  if (tokenNumbers.next > 0) return tokenNumbers;
  const files = await Promise.all(
    RESOLUTIONS.map(name => store.files.readLast(fileOf(store, name), () => true))
  );
  return files.flat().length === 0 ? NO_TOKEN_NUMBERS : { ...NO_TOKEN_NUMBERS, next: Math.floor(at / 1000) };
}

function timesOf(lines: readonly string[]): number[] {
  return lines.flatMap(line => timeOf(line) ?? []);
}

function isPoint(line: string): boolean {
  return timeOf(line) !== null;
}

/** `files` is passed in, because adapters do not import each other. */
export function createHistory(folder: string, files: LineFiles): HistoryLog {
  const store: HistoryStore = {
    folder,
    files,
    tokenNumbers: null,
    open: null,
    areChecked: false,
    forgotten: new Set(),
    setAside: []
  };
  const enqueue = createQueue();
  return {
    read: (resolution, since) =>
      enqueue(async () => {
        const read = await readPoints(store, resolution, since).catch(asRefused);
        const setAsideAs = store.setAside.shift() ?? null;
        return Array.isArray(read) ? { content: read, setAsideAs } : { ...read, setAsideAs };
      }),
    append: point => enqueue(() => append(store, point)),
    remove: at => enqueue(() => removePoint(store, at)),
    forget: (walletId, last) => enqueue(() => forgetWallet(store, walletId, last))
  };
}

/** A file that must stay unchanged gives no points; an append is refused. */
function asRefused(thrown: unknown): Pick<Loaded<HistoryPoint[]>, 'content' | 'refused'> {
  if (thrown instanceof FileRefused) return { content: [], refused: thrown.refusal };
  throw thrown;
}

/** Calls run one at a time, in order: a file that is being replaced is neither read nor written. */
function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function append(store: HistoryStore, newPoint: HistoryPoint): Promise<void> {
  const [point] = [...store.forgotten].reduce<HistoryPoint[]>(
    (points, walletId) => pointsWithoutWallet(points, walletId),
    [newPoint]
  );
  if (!point) return;
  const isFirst = store.open === null;
  const { open, closed } = addToBuckets(await openOf(store), point);
  await writePoint(store, point, closed);
  store.open = open;
  // The point is on disk; files that could not be pruned are tried again a day later.
  if (isFirst || closed.days.length > 0) await prune(store).catch(() => undefined);
}

/** Removes from every file the points whose retention time is over, and what is no point. */
export async function prune(store: HistoryStore): Promise<void> {
  for (const resolution of RESOLUTIONS) {
    if (resolution === 'days') continue;
    const file = fileOf(store, resolution);
    const times = await lastTimes(store, file);
    if (times.length === 0) continue;
    const since = retainedSince(times, resolution);
    await store.files.rewrite(file, line => ((timeOf(line) ?? -Infinity) >= since ? line : null));
  }
}

/** The moments of the last points, as many as the retention is measured from. */
async function lastTimes({ files }: HistoryStore, file: string): Promise<number[]> {
  let count = 0;
  const hasAll = (chunk: readonly string[]) => (count += timesOf(chunk).length) >= AGREEING_POINTS;
  return timesOf(await files.readLast(file, hasAll));
}

/** Gives whether any file had a point of that time. */
async function removePoint(store: HistoryStore, at: number): Promise<boolean> {
  let isFound = false;
  for (const resolution of RESOLUTIONS) {
    const isRemoved = await store.files.rewrite(fileOf(store, resolution), line =>
      timeOf(line) === at ? null : line
    );
    isFound ||= isRemoved;
  }
  store.open = null;
  return isFound;
}

/** The wallet's tokens are removed from the token numbers last: until then every line can be read. */
async function forgetWallet(store: HistoryStore, walletId: string, last?: LastLedger | null): Promise<void> {
  await checkAllFiles(store);
  const tokenNumbers = await tokenNumbersOf(store);
  store.open = null;
  for (const resolution of RESOLUTIONS) {
    const lines = await store.files.readAll(fileOf(store, resolution));
    if (lines.length === 0) continue;
    const points = lines.flatMap(line => parsePoint(line, tokenNumbers) ?? []);
    await store.files.replace(
      fileOf(store, resolution),
      pointsWithoutWallet(points, walletId, last).map(point => lineOf(point, tokenNumbers))
    );
  }
  const entries = [...tokenNumbers.entries.values()].filter(([, id]) => !id.startsWith(`${walletId}/`));
  store.tokenNumbers = null;
  if (entries.length < tokenNumbers.entries.size)
    await store.files.replace(
      fileOf(store, 'tokens'),
      entries.map(entry => JSON.stringify(entry))
    );
  store.forgotten.add(walletId);
}
