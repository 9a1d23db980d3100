// Turns the start at login on and off on Windows, macOS and Linux.
// Linux: a desktop entry in the autostart folder; the file is the truth, whoever wrote it last.
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
  /** Rejects with the system's own error. The state is read again afterwards. */
  set(isOn: boolean): Promise<void>;
  /** When the start at login is on and the program was moved, writes its new path. */
  updateProgramPath(): Promise<void>;
}

export type LoginItems = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** `id`: the name of the value in the registry. Task Manager turns the entry off without removing it. */
export function windowsAutostart(
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
    updateProgramPath: () => Promise.resolve()
  };
}

/**
 * Registers the bundle itself, without arguments: macOS 13 and later pass none, and the app detects that the system
 * opened it.
 */
export function macAutostart(app: LoginItems): Autostart {
  return {
    read() {
      const { openAtLogin, status } = app.getLoginItemSettings();
      return Promise.resolve(status === 'requires-approval' ? 'approval' : openAtLogin ? 'on' : 'off');
    },
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn });
      return Promise.resolve();
    },
    updateProgramPath: () => Promise.resolve()
  };
}

/** The entry would start only Electron without the app, or another profile than this one. */
export const noAutostart: Autostart = {
  read: () => Promise.resolve('none'),
  set: () => Promise.resolve(),
  updateProgramPath: () => Promise.resolve()
};

/**
 * `isWhereItStays`: the program is installed. A checkout replaces an entry only when the program of the entry no
 * longer exists.
 */
export interface LinuxAutostartOptions extends AutostartEntry {
  readonly folder: string;
  readonly id: string;
  readonly isInstalled: boolean;
}

/** All calls reject with the error of the file system, such as EACCES. */
export function linuxAutostart({ folder, id, isInstalled, ...entry }: LinuxAutostartOptions): Autostart {
  const path = join(folder, `${id}.desktop`);

  async function writeEntry(before: string | null): Promise<void> {
    // A file that is a link, as people keep their settings elsewhere, stays a link.
    const realPath = await realpath(path).catch(() => path);
    await mkdir(dirname(realPath), { recursive: true });
    const temporaryPath = `${realPath}.${process.pid}`;
    try {
      await writeFile(temporaryPath, enableEntry(entry, before));
      await rename(temporaryPath, realPath);
    } catch (thrown) {
      await rm(temporaryPath, { force: true });
      throw thrown;
    }
  }

  return {
    async read() {
      const text = await textOf(path);
      return text !== null && parseEntry(text).isOn ? 'on' : 'off';
    },
    async set(isOn) {
      if (isOn) await writeEntry(await textOf(path));
      else await rm(path, { force: true });
    },
    async updateProgramPath() {
      const text = await textOf(path);
      if (text === null || !parseEntry(text).isOn || isEntryOf(text, entry)) return;
      if (isInstalled || !doFilesExist(parseEntry(text).exec)) await writeEntry(text);
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

/** Whether every file that the line names exists: the program, and the project of a checkout. */
function doFilesExist(exec: string | null): boolean {
  const words = exec === null ? null : parseExecLine(exec);
  return words?.filter(word => word.startsWith('/')).every(word => existsSync(word)) ?? false;
}
