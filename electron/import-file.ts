// The two ends of an import: a settings file that is read up to a size, and the copy of what it changes.
import { constants, copyFileSync, existsSync, openSync, closeSync, fstatSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MOST_BYTES } from './import-preview';
import { SETTINGS_FILE as WORDS } from './import-words';

export type FileText = { readonly problem: string } | { readonly text: string };

/** `file`: a path, or a descriptor such as 0. At most one byte more than may be is read, from whatever it is. */
export function readImport(file: string | number): FileText {
  let opened: number | null = null;
  try {
    // A pipe without a writer would hold us for ever.
    if (typeof file === 'string') opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (opened !== null && !fstatSync(opened).isFile()) return { problem: WORDS.noSettings };
    const bytes = readUpTo(opened ?? (file as number), MOST_BYTES + 1);
    return bytes.length > MOST_BYTES ? { problem: WORDS.tooLarge } : { text: bytes.toString('utf8') };
  } catch (error) {
    return { problem: WORDS.unreadable((error as NodeJS.ErrnoException).code ?? '?') };
  } finally {
    if (opened !== null) closeSync(opened);
  }
}

function readUpTo(descriptor: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  for (let size = 0; size < most;) {
    const chunk = Buffer.alloc(Math.min(64 * 1024, most - size));
    const read = readSync(descriptor, chunk, 0, chunk.length, null);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return Buffer.concat(chunks);
}

/** Copies config.json beside itself; gives the copy's name, null when there was none yet. Throws what the system throws. */
export function keepCopy(folder: string, now: number): string | null {
  const file = join(folder, 'config.json');
  if (!existsSync(file)) return null;
  const date = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = join(folder, `config.before-import-${date}`);
  let copy = `${stem}.json`;
  for (let more = 2; existsSync(copy); more++) copy = `${stem}-${more}.json`;
  copyFileSync(file, copy, constants.COPYFILE_EXCL);
  return basename(copy);
}
