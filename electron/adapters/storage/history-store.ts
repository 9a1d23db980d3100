// The files of the history in one folder: a file a resolution, a book of tokens, and what is known of them between two calls.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pointsWithoutWallet } from '../../core/history/forget-wallet';
import {
  lineOf,
  parsePoint,
  parsePointLines,
  timeOf,
  parseTokenNumbers,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries,
  type TokenNumbers
} from '../../core/history/line-format';
import {
  addToBuckets,
  NO_OPEN_BUCKETS,
  openDayIndex,
  areRetained,
  type OpenBuckets
} from '../../core/history/retention';
import type { HistoryPoint } from '../../core/ports/history-point';
import type { LineFiles, Resolution, FileRefusal, History, Loaded } from '../../core/ports/storage';
import { FileRefused } from '../../core/settings/file-formats';

export const RESOLUTIONS = [
  'polls',
  'five-minutes',
  'hours',
  'days'
] as const satisfies readonly Resolution[];

export interface Store {
  readonly folder: string;
  readonly files: LineFiles;
  /** Null: not read yet, or not since the files were rewritten. */
  book: TokenNumbers | null;
  open: OpenBuckets | null;
  /** Wallets that are in no file any more: a point that was made before comes without them. */
  readonly forgotten: Set<string>;
  /** Names that files got which could not be read, until somebody is told. */
  readonly setAside: string[];
}

export function fileOf({ folder }: Store, name: Resolution | 'tokens'): string {
  return join(folder, `${name}.jsonl`);
}

/** The disk or the system is busy: the file itself may be sound. */
const PASSING = ['EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'ENOMEM', 'ENOSPC', 'EIO'];

/** Gives the new name of a file that cannot be read. Throws FileRefused where it stays in its place. */
async function madeRoom({ files }: Store, file: string, thrown: unknown): Promise<string> {
  if (thrown instanceof FileRefused) throw thrown;
  const refusal: FileRefusal = { file: `${basename(dirname(file))}/${basename(file)}`, reason: 'unreadable' };
  if (PASSING.includes((thrown as NodeJS.ErrnoException).code ?? '')) throw new FileRefused(refusal);
  return await files.setAside(file).catch(() => {
    throw new FileRefused(refusal);
  });
}

/** Does it again after the file was set aside, when that is why it could not be done. */
async function withFile<Result>(store: Store, file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    store.setAside.push(await madeRoom(store, file, thrown));
    return await work();
  }
}

export async function readPoints(store: Store, from: Resolution, since: number): Promise<HistoryPoint[]> {
  const file = fileOf(store, from);
  const isBefore = (chunk: readonly string[]) => {
    const times = timesOf(chunk);
    return times.length > 0 && times.every(at => at < since);
  };
  const lines = await withFile(store, file, () => store.files.readLast(file, isBefore));
  return parsePointLines(lines, await bookOf(store), since);
}

export async function bookOf(store: Store): Promise<TokenNumbers> {
  const file = fileOf(store, 'tokens');
  store.book ??= parseTokenNumbers((await withFile(store, file, () => store.files.readAll(file))).join('\n'));
  return store.book;
}

/** Before the first point: one file that must stay as it is keeps all as they are, since they belong together. */
async function checkAll(store: Store): Promise<void> {
  for (const name of [...RESOLUTIONS, 'tokens'] as const) {
    const file = fileOf(store, name);
    await withFile(store, file, () => store.files.readLast(file, () => true));
  }
}

/** What the polls of the day that is not over may still become. */
export async function openOf(store: Store): Promise<OpenBuckets> {
  if (store.open) return store.open;
  await checkAll(store);
  const file = fileOf(store, 'polls');
  const hasWholeDay = (chunk: readonly string[]) => openDayIndex(timesOf(chunk)) > 0;
  const lines = (await withFile(store, file, () => store.files.readLast(file, hasWholeDay))).filter(isPoint);
  const book = await bookOf(store);
  const points = lines.slice(openDayIndex(timesOf(lines))).flatMap(line => parsePoint(line, book) ?? []);
  store.open = points.reduce<OpenBuckets>((open, point) => addToBuckets(open, point).open, NO_OPEN_BUCKETS);
  return store.open;
}

/** Tokens first, then coarse points, then the poll: cut short anywhere, every line that is there can be read. */
export async function writePoint(
  store: Store,
  point: HistoryPoint,
  closed: Readonly<Partial<Record<Resolution, readonly HistoryPoint[]>>>
): Promise<void> {
  const points = { ...closed, polls: [point] };
  const book = await numbered(store, Object.values(points).flat());
  for (const resolution of RESOLUTIONS.toReversed()) {
    const lines = (points[resolution] ?? []).map(one => lineOf(one, book));
    await appended(store, fileOf(store, resolution), lines);
  }
}

/** A full disk is not the file's fault: only what is no file at all makes room. */
async function appended(store: Store, file: string, lines: readonly string[]): Promise<void> {
  try {
    await store.files.append(file, lines);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EISDIR') throw thrown;
    store.setAside.push(await madeRoom(store, file, thrown));
    await store.files.append(file, lines);
  }
}

async function numbered(store: Store, points: readonly HistoryPoint[]): Promise<TokenNumbers> {
  const book = await begun(store, points.at(-1)?.at ?? 0);
  const missing = missingTokenEntries(
    book,
    points.flatMap(({ tokens }) => tokens)
  );
  const file = fileOf(store, 'tokens');
  // Somebody removed the folder while the app ran: lines that come would name tokens of a book that is gone.
  const isLost = book.entries.size > 0 && !existsSync(file);
  const lines = [...(isLost ? book.entries.values() : []), ...missing].map(entry => JSON.stringify(entry));
  await store.files.append(file, lines);
  store.book = addTokenEntries(book, missing);
  return store.book;
}

/** A book that was lost while its points stayed must not lend their numbers to other tokens: the next begins beyond. */
async function begun(store: Store, at: number): Promise<TokenNumbers> {
  const book = await bookOf(store);
  if (book.next > 0) return book;
  const files = await Promise.all(
    RESOLUTIONS.map(name => store.files.readLast(fileOf(store, name), () => true))
  );
  return files.flat().length === 0 ? NO_TOKEN_NUMBERS : { ...NO_TOKEN_NUMBERS, next: Math.floor(at / 1000) };
}

export function timesOf(lines: readonly string[]): number[] {
  return lines.flatMap(line => timeOf(line) ?? []);
}

export function isPoint(line: string): boolean {
  return timeOf(line) !== null;
}

/** `files` is handed in: adapters do not know each other. */
export function createHistory(folder: string, files: LineFiles): History {
  const store: Store = { folder, files, book: null, open: null, forgotten: new Set(), setAside: [] };
  const inTurn = queue();
  return {
    read: (resolution, since) =>
      inTurn(async () => {
        const read = await readPoints(store, resolution, since).catch(leftAlone);
        const setAsideAs = store.setAside.shift() ?? null;
        return Array.isArray(read) ? { content: read, setAsideAs } : { ...read, setAsideAs };
      }),
    append: point => inTurn(() => append(store, point)),
    remove: at => inTurn(() => removePoint(store, at)),
    forget: walletId => inTurn(() => forgetWallet(store, walletId))
  };
}

/** A file that must stay as it is gives no points; whoever appends is refused. */
function leftAlone(thrown: unknown): Pick<Loaded<HistoryPoint[]>, 'content' | 'refused'> {
  if (thrown instanceof FileRefused) return { content: [], refused: thrown.refusal };
  throw thrown;
}

/** One at a time, in order of asking: a file that is being replaced is neither read nor written. */
function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function append(store: Store, made: HistoryPoint): Promise<void> {
  const [point] = [...store.forgotten].reduce<HistoryPoint[]>(pointsWithoutWallet, [made]);
  if (!point) return;
  const isFirst = store.open === null;
  const { open, closed } = addToBuckets(await openOf(store), point);
  await writePoint(store, point, closed);
  store.open = open;
  // The point is safe; files that could not be made smaller are tried again a day later.
  if (isFirst || closed.days.length > 0) await prune(store).catch(() => undefined);
}

/** Throws out of every file what its time is over for. */
export async function prune(store: Store): Promise<void> {
  for (const resolution of RESOLUTIONS) {
    if (resolution === 'days') continue;
    const lines = (await store.files.readAll(fileOf(store, resolution))).filter(isPoint);
    const kept = areRetained(timesOf(lines), resolution);
    if (kept.includes(false))
      await store.files.replace(
        fileOf(store, resolution),
        lines.filter((_, place) => kept[place])
      );
  }
}

/** Gives whether any file had a point of that moment. */
export async function removePoint(store: Store, at: number): Promise<boolean> {
  let isFound = false;
  for (const resolution of RESOLUTIONS) {
    const lines = await store.files.readAll(fileOf(store, resolution));
    const others = lines.filter(line => timeOf(line) !== at);
    if (others.length === lines.length) continue;
    isFound = true;
    await store.files.replace(fileOf(store, resolution), others);
  }
  store.open = null;
  return isFound;
}

/** The wallet's name goes from the book of tokens last: until then every line can be read. */
export async function forgetWallet(store: Store, walletId: string): Promise<void> {
  const book = await bookOf(store);
  store.open = null;
  for (const resolution of RESOLUTIONS) {
    const lines = await store.files.readAll(fileOf(store, resolution));
    if (lines.length === 0) continue;
    const points = lines.flatMap(line => parsePoint(line, book) ?? []);
    await store.files.replace(
      fileOf(store, resolution),
      pointsWithoutWallet(points, walletId).map(point => lineOf(point, book))
    );
  }
  const entries = [...book.entries.values()].filter(([, id]) => !id.startsWith(`${walletId}/`));
  store.book = null;
  if (entries.length < book.entries.size)
    await store.files.replace(
      fileOf(store, 'tokens'),
      entries.map(entry => JSON.stringify(entry))
    );
  store.forgotten.add(walletId);
}
