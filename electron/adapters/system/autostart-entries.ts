// Linux: a desktop entry in the session's autostart folder. The file is the truth, whoever wrote it last.
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from 'electron';
import type { AutostartState } from '../../../shared/ipc/system-calls';
import {
  enableEntry,
  parseEntry,
  isEntryOf,
  parseExecLine,
  type AutostartEntry
} from '../../core/system/desktop-entry';
import { windowsArgument } from '../../core/system/launch-command';

export interface Autostart {
  read(): Promise<AutostartState>;
  /** Rejects with the system's own error. What is so afterwards is read again. */
  set(isOn: boolean): Promise<void>;
  /** Where it is on and the program has moved, it is told the new place. */
  follow(): Promise<void>;
}

export type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** `id`: the name of the value in the registry. Task Manager switches it off without removing it. */
export function windowsItem(
  app: LoginItems,
  [path, ...words]: readonly [string, ...string[]],
  id: string
): Autostart {
  const item = { path, args: words.map(windowsArgument), name: id };
  return {
    read() {
      const { launchItems } = app.getLoginItemSettings(item);
      return Promise.resolve(launchItems.some(({ name, enabled }) => name === id && enabled) ? 'on' : 'off');
    },
    set(isOn) {
      app.setLoginItemSettings({ ...item, openAtLogin: isOn, enabled: isOn });
      return Promise.resolve();
    },
    follow: () => Promise.resolve()
  };
}

/** The bundle itself, without arguments: since macOS 13 there are none, and the app sees that the system opened it. */
export function macItem(app: LoginItems): Autostart {
  return {
    read() {
      const { openAtLogin, status } = app.getLoginItemSettings();
      return Promise.resolve(status === 'requires-approval' ? 'approval' : openAtLogin ? 'on' : 'off');
    },
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn });
      return Promise.resolve();
    },
    follow: () => Promise.resolve()
  };
}

/** A bare runtime would be started instead, or another profile than this one. */
export const noItem: Autostart = {
  read: () => Promise.resolve('none'),
  set: () => Promise.resolve(),
  follow: () => Promise.resolve()
};

/** `isWhereItStays`: the program is installed; a checkout takes an entry over only when its program is gone. */
export interface EntryFile extends AutostartEntry {
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
      await writeFile(aside, enableEntry(entry, before));
      await rename(aside, real);
    } catch (thrown) {
      await rm(aside, { force: true });
      throw thrown;
    }
  }

  return {
    async read() {
      const text = await textOf(path);
      return text !== null && parseEntry(text).isOn ? 'on' : 'off';
    },
    async set(isOn) {
      if (isOn) await turnOn(await textOf(path));
      else await rm(path, { force: true });
    },
    async follow() {
      const text = await textOf(path);
      if (text === null || !parseEntry(text).isOn || isEntryOf(text, entry)) return;
      if (isWhereItStays || !isThere(parseEntry(text).exec)) await turnOn(text);
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
  const words = exec === null ? null : parseExecLine(exec);
  return words?.filter(word => word.startsWith('/')).every(word => existsSync(word)) ?? false;
}
