// Files of lines: appended to with one fdatasync, replaced atomically, read from the end for as far as it is needed.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const CHUNK_BYTES = 128 * 1024;
const NEWLINE = 10;

/** One write, safe on disk when it resolves. A last line that a crash cut short is closed first, so that it spoils no other. */
export async function appendLines(file: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+', 0o600);
  try {
    await handle.appendFile(`${(await isTorn(handle)) ? '\n' : ''}${lines.join('\n')}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function isTorn(handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== NEWLINE;
}

/** The old file stays whole until the new one is on disk. */
export async function replaceLines(file: string, lines: readonly string[]): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(lines.map(line => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  await settle(dirname(file));
}

/** The renaming itself, which is kept in the folder; Windows opens no folders and needs none of it. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** All lines, the empty ones left out; none when there is no file. */
export async function allLines(file: string): Promise<string[]> {
  try {
    return linesIn(await readFile(file, 'utf8'));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The last lines, in the file's order: reads on towards the beginning until `isEnough` says so of the lines of a chunk. */
export async function lastLines(
  file: string,
  isEnough: (lines: readonly string[]) => boolean
): Promise<string[]> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!handle) return [];
  try {
    return await readBack(handle, isEnough);
  } finally {
    await handle.close();
  }
}

async function readBack(
  handle: Awaited<ReturnType<typeof open>>,
  isEnough: (lines: readonly string[]) => boolean
): Promise<string[]> {
  const chunks: string[][] = [];
  let end = (await handle.stat()).size;
  // The end of a line whose beginning is in the chunk before.
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  while (end > 0) {
    const start = Math.max(0, end - CHUNK_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end - start), 0, end - start, start);
    const bytes = Buffer.concat([buffer.subarray(0, bytesRead), rest]);
    const cut = start === 0 ? 0 : bytes.indexOf(NEWLINE) + 1 || bytes.length;
    rest = bytes.subarray(0, cut);
    const lines = linesIn(bytes.subarray(cut).toString('utf8'));
    chunks.unshift(lines);
    if (lines.length > 0 && isEnough(lines)) break;
    end = start;
  }
  return chunks.flat();
}

function linesIn(text: string): string[] {
  return text.split('\n').filter(line => line !== '');
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
