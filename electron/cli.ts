// The commands that read: synchronous from argv to exit, before anything of Electron wants a display, a key or the network.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CHOICES, EMPTY_SETTINGS } from '../shared/default-settings';
import type { Settings } from '../shared/settings';
import type { StoredSnapshots } from '../shared/snapshot';
import { reportOf } from './core/report';
import type { Flags, ReadingCommand } from './flags';
import { HELP } from './help';
import { chainFacts } from './okx/chains';

/** Prints, and gives the exit status. */
export function runReading(command: ReadingCommand, flags: Flags, folder: string, version: string): number {
  if (command === 'help') return print(1, HELP, 0);
  if (command === 'version') return print(1, version, 0);
  try {
    const stored = read<StoredSnapshots>(join(folder, 'snapshot.json'));
    const file = read<Settings>(join(folder, 'config.json'));
    const settings = { ...EMPTY_SETTINGS, ...file, choices: { ...DEFAULT_CHOICES, ...file?.choices } };
    const { text, status } = reportOf(command, flags.format, stored, settings, chainFacts, Date.now());
    return print(1, text, status);
  } catch {
    return print(
      2,
      'tokentray: the stored values cannot be read. Start the app: it sets a damaged file aside.',
      1
    );
  }
}

export function printMistake(mistake: string, status = 2): number {
  return print(2, `tokentray: ${mistake} ${status === 2 ? 'See "tokentray help".' : ''}`.trimEnd(), status);
}

/** Null: there is no such file yet. Writes are atomic, so a file is always whole. */
function read<Content>(file: string): Content | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : null;
}

/** Synchronous: what is printed must be out before process.exit. */
function print(descriptor: 1 | 2, text: string, status: number): number {
  for (let rest = Buffer.from(`${text}\n`); rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A full pipe asks again; a reader that went away has read enough.
      if (code !== 'EAGAIN') return code === 'EPIPE' ? status : 1;
    }
  }
  return status;
}
