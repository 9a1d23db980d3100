// Reads and writes files of JSON lines: appends with one fdatasync, replaces atomically, reads from the end.
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
    async readAll(file) {
      const text = await readText(file).catch(whenMissing(''));
      checkVersion(file, text.slice(0, HEAD_BYTES));
      return linesIn(text.replace(/^\uFEFF/, ''));
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

/** The old file stays complete until the new one is on disk. */
async function replaceLines(path: string, lines: readonly string[]): Promise<void> {
  // A link is kept, and the file behind it is replaced.
  const file = await realpath(path).catch(() => path);
  const next = `${file}.next`;
  await withHandle(next, 'replace', async handle => {
    await handle.writeFile(lines.map(line => `${line}\n`).join(''));
    await handle.sync();
  });
  await rename(next, file);
  // Syncs the renaming, which the folder records; Windows cannot open folders and does not need this.
  if (process.platform !== 'win32') await syncFolder(dirname(file));
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
    const lines = linesIn(bytes.toString('utf8', lineStart).replace(/^\uFEFF/, ''));
    chunks.unshift(lines);
    if (lines.length > 0 && isEnough(lines)) break;
    end = start;
  }
  return chunks.flat();
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
