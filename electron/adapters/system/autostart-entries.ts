// Linux: a desktop entry in the session's autostart folder. The file is the truth, whoever wrote it last.
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entryTurnedOn, readEntry, startsAs, execWords, type Entry } from '../../core/system/desktop-entry';
import type { Autostart } from './port';

/** `isWhereItStays`: the program is installed; a checkout takes an entry over only when its program is gone. */
export interface EntryFile extends Entry {
  readonly folder: string;
  readonly id: string;
  readonly isWhereItStays: boolean;
}

/** All calls reject with the error of the file, such as EACCES. */
export function entryFile({ folder, id, isWhereItStays, ...entry }: EntryFile): Autostart {
  const path = join(folder, `${id}.desktop`);

  async function turnOn(before: string | null): Promise<void> {
    // A file that is linked from elsewhere, as people keep their settings, stays linked.
    const real = await realpath(path).catch(() => path);
    await mkdir(dirname(real), { recursive: true });
    const aside = `${real}.${process.pid}`;
    try {
      await writeFile(aside, entryTurnedOn(entry, before));
      await rename(aside, real);
    } catch (thrown) {
      await rm(aside, { force: true });
      throw thrown;
    }
  }

  return {
    async read() {
      const text = await textOf(path);
      return text !== null && readEntry(text).isOn ? 'on' : 'off';
    },
    async set(isOn) {
      if (isOn) await turnOn(await textOf(path));
      else await rm(path, { force: true });
    },
    async follow() {
      const text = await textOf(path);
      if (text === null || !readEntry(text).isOn || startsAs(text, entry)) return;
      if (isWhereItStays || !isThere(readEntry(text).exec)) await turnOn(text);
    }
  };
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}

/** Whether every file that the line names is there: the program, and the project of a checkout. */
function isThere(exec: string | null): boolean {
  const words = exec === null ? null : execWords(exec);
  return words?.filter(word => word.startsWith('/')).every(word => existsSync(word)) ?? false;
}
