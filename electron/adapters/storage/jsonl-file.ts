// Reads and writes files of JSON lines: appends with one fdatasync, replaces atomically, reads from the end, and
// rewrites in slices.
import { mkdir, open, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { LineFiles } from '../../core/ports/storage';
import {
  FileRefused,
  headerVersion,
  LINES_FORMAT,
  LINES_HEADER,
  newerRefusal
} from '../../core/settings/file-formats';
import { openFile, readText, type OpenMode } from './regular-file';

const CHUNK_BYTES = 128 * 1024;
/** More bytes than the line with the version needs. */
const HEAD_BYTES = 64;
const NEWLINE = 10;

type Handle = Awaited<ReturnType<typeof open>>;
type IsEnough = (lines: readonly string[]) => boolean;

/**
 * `below`: the profile's folder; reported file names are relative to it. `setAside` is passed in, because adapters do
 * not import each other.
 */
export function createLineFiles(profileFolder: string, setAside: LineFiles['setAside']): LineFiles {
  const checkVersion = (file: string, head: string) => {
    const name = basename(dirname(file)) === basename(profileFolder) ? '' : basename(dirname(file));
    const displayPath = join(name, basename(file)).replaceAll('\\', '/');
    const refusal = newerRefusal(displayPath, headerVersion(head.split('\n')[0] ?? '') ?? 1, LINES_FORMAT);
    if (refusal) throw new FileRefused(refusal);
  };
  return {
    setAside,
    async append(file, lines) {
      if (lines.length === 0) return;
      await mkdir(dirname(file), { recursive: true });
      await withHandle(file, 'append', handle =>
        appendLines(handle, lines, head => checkVersion(file, head))
      );
    },
    async replace(file, lines) {
      await replaceLines(file, [LINES_HEADER, ...lines]);
    },
    async rewrite(file, change) {
      const slices = () => slicesOf(file, head => checkVersion(file, head));
      const isChanged = await isAnyChanged(slices(), change).catch(whenMissing(false));
      if (isChanged) await replaceWith(file, changedTexts(slices(), change));
      return isChanged;
    },
    async readAll(file) {
      const text = await readText(file).catch(whenMissing(''));
      checkVersion(file, text.slice(0, HEAD_BYTES));
      return linesIn(withoutMark(text));
    },
    async readLast(file, isEnough) {
      const read = async (handle: Handle) => {
        checkVersion(file, await headOf(handle));
        return await readFromEnd(handle, isEnough);
      };
      return await withHandle(file, 'read', read).catch(whenMissing<string[]>([]));
    }
  };
}

async function withHandle<Result>(
  file: string,
  mode: OpenMode,
  work: (handle: Handle) => Promise<Result>
): Promise<Result> {
  const handle = await openFile(file, mode);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

/**
 * Makes one write, which is on disk when this resolves. A last line that a crash cut short is ended first, so that it
 * damages no other line.
 */
async function appendLines(
  handle: Handle,
  lines: readonly string[],
  checkVersion: (head: string) => void
): Promise<void> {
  const { size } = await handle.stat();
  checkVersion(await headOf(handle));
  const before = size === 0 ? `${LINES_HEADER}\n` : (await isLastLineTorn(handle, size)) ? '\n' : '';
  await handle.appendFile(`${before}${lines.join('\n')}\n`);
  await handle.datasync();
}

async function headOf(handle: Handle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead).toString('utf8');
}

async function isLastLineTorn(handle: Handle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== NEWLINE;
}

async function replaceLines(path: string, lines: readonly string[]): Promise<void> {
  await replaceWith(path, [lines.flatMap(ended).join('')]);
}

/** The old file stays complete until the new one is on disk. */
async function replaceWith(path: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  // A link is kept, and the file behind it is replaced.
  const file = await realpath(path).catch(() => path);
  const next = `${file}.next`;
  await withHandle(next, 'replace', async handle => {
    for await (const text of texts) await handle.appendFile(text);
    await handle.sync();
  });
  await rename(next, file);
  // Syncs the renaming, which the folder records; Windows cannot open folders and does not need this.
  if (process.platform !== 'win32') await syncFolder(dirname(file));
}

type Change = (line: string) => string | null;
type Slices = AsyncIterable<string[]>;

async function isAnyChanged(slices: Slices, change: Change): Promise<boolean> {
  for await (const lines of slices) if (lines.some(line => change(line) !== line)) return true;
  return false;
}

async function* changedTexts(slices: Slices, change: Change): AsyncGenerator<string> {
  yield `${LINES_HEADER}\n`;
  for await (const lines of slices) yield lines.flatMap(line => ended(change(line))).join('');
}

function ended(line: string | null): string[] {
  return line === null ? [] : [`${line}\n`];
}

/** All lines of the file from the first on, a chunk at a time; it is closed when they are at their end, or are left. */
async function* slicesOf(file: string, checkVersion: (head: string) => void): AsyncGenerator<string[]> {
  const handle = await openFile(file, 'read');
  try {
    checkVersion(await headOf(handle));
    yield* slicesIn(handle);
  } finally {
    await handle.close();
  }
}

async function* slicesIn(handle: Handle): AsyncGenerator<string[]> {
  let position = 0;
  // The beginning of a line whose end is in the chunk after it in the file.
  let partialLine: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  for (;;) {
    const chunk = Buffer.allocUnsafe(partialLine.length + CHUNK_BYTES);
    partialLine.copy(chunk);
    const { bytesRead } = await handle.read(chunk, partialLine.length, CHUNK_BYTES, position);
    const bytes = chunk.subarray(0, partialLine.length + bytesRead);
    const end = bytesRead === 0 ? bytes.length : bytes.lastIndexOf(NEWLINE) + 1;
    const text = bytes.toString('utf8', 0, end);
    yield linesIn(position === 0 ? withoutMark(text) : text);
    if (bytesRead === 0) return;
    position += bytesRead;
    partialLine = bytes.subarray(end);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readFromEnd(handle: Handle, isEnough: IsEnough): Promise<string[]> {
  const chunks: string[][] = [];
  let end = (await handle.stat()).size;
  // The end of a line whose beginning is in the chunk before it in the file.
  let partialLine: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  while (end > 0) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const buffer = Buffer.allocUnsafe(end - start + partialLine.length);
    const { bytesRead } = await handle.read(buffer, 0, end - start, start);
    partialLine.copy(buffer, bytesRead);
    const bytes = buffer.subarray(0, bytesRead + partialLine.length);
    const lineStart = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1 || bytes.length;
    partialLine = bytes.subarray(0, lineStart);
    const lines = linesIn(withoutMark(bytes.toString('utf8', lineStart)));
    chunks.unshift(lines);
    if (lines.length > 0 && isEnough(lines)) break;
    end = start;
  }
  return chunks.flat();
}

/** An editor may have put a byte order mark before the first line. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The lines without the empty ones and without the one with the version. */
function linesIn(text: string): string[] {
  return text.split('\n').filter(line => line.trim() !== '' && headerVersion(line) === null);
}

/** The value for a file that does not exist. */
function whenMissing<Result>(result: Result): (error: unknown) => Result {
  return error => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return result;
  };
}
