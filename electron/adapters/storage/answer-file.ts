// Writes the answers that wait for reading commands into one small file: owner only, replaced whole, at once.
// Whatever cannot be written is removed: no answer is better than an old one.
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';

export interface AnswerFile {
  /** Null: it is removed. */
  write(text: string | null): void;
  /** Whether it is there, and none of the profile's files that it was made of is younger. */
  isCurrent(): boolean;
}

/** A few thousand bytes are usual. */
const MAX_BYTES = 256 * 1024;
/** Without the coarser files of the history: the polls are always written with them. */
const SOURCES = ['config.json', 'snapshot.json', 'chains.json', 'history/polls.jsonl'];

const folderOf = (profileFolder: string) => join(profileFolder, 'ready');
const fileIn = (folder: string) => join(folder, 'answers');
/** Beside it until it is complete. */
const nextIn = (folder: string) => join(folder, 'answers.next');

export function createAnswerFile(profileFolder: string, log: (thrown: unknown) => void): AnswerFile {
  const folder = folderOf(profileFolder);
  let isLogged = false;
  return {
    write(text) {
      if (text === null || Buffer.byteLength(text) > MAX_BYTES) return removeAnswers(profileFolder);
      try {
        ensureFolder(folder);
        replace(folder, text);
      } catch (thrown) {
        removeAnswers(profileFolder);
        if (!isLogged) log(thrown);
        isLogged = true;
      }
    },
    isCurrent() {
      const laidAt = timeOf(fileIn(folder));
      if (laidAt === undefined) return false;
      return SOURCES.every(name => (timeOf(join(profileFolder, name)) ?? -Infinity) <= laidAt);
    }
  };
}

/** Before settings are written: whoever hides balances, or removes a wallet, finds no amount there afterwards. */
export function removeAnswers(profileFolder: string): void {
  const folder = folderOf(profileFolder);
  for (const file of [nextIn(folder), fileIn(folder)]) removeOrEmpty(file);
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function ensureFolder(folder: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) mkdirSync(folder, { recursive: true, mode: 0o700 });
  else if (!isOwn(stats) || !stats.isDirectory())
    throw new Error(`${folder} is a link, or belongs to somebody else`);
}

function replace(folder: string, text: string): void {
  const next = nextIn(folder);
  try {
    writeNew(next, text);
  } catch {
    // A kill may have left one there.
    rmSync(next, { force: true });
    writeNew(next, text);
  }
  // Over an existing file ext4 would write the bytes to the disk at once, each time. The launcher looks twice.
  removeOrEmpty(fileIn(folder));
  renameSync(next, fileIn(folder));
}

/** `wx`: never through a link that somebody laid there. */
function writeNew(file: string, text: string): void {
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
}

function isOwn({ uid }: { readonly uid: number }): boolean {
  return process.getuid === undefined || uid === process.getuid();
}

/** A folder in which nothing can be removed still lets its files be emptied. */
function removeOrEmpty(path: string): void {
  try {
    unlinkSync(path);
  } catch (thrown) {
    if (!['ENOENT', 'ENOTDIR'].includes((thrown as NodeJS.ErrnoException).code ?? '')) emptyFile(path);
  }
}

function emptyFile(path: string): void {
  try {
    const stats = lstatSync(path);
    if (stats.isFile() && isOwn(stats)) truncateSync(path);
  } catch {
    // Neither: the launcher does not trust a file of somebody else.
  }
}
