// The two ends of an import: a settings file that is read up to a size, and the copy of what it changes.
import { constants, copyFileSync, existsSync, openSync, closeSync, fstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MOST_BYTES, readUpTo, type Input } from '../cli/standard-input';
import type { Engine } from '../core/engine/engine';
import type { ImportPlan } from '../core/settings/import-settings';
import { SETTINGS_FILE as WORDS } from './import-text';

export type FileText = { readonly problem: string } | { readonly text: string };

/** `file`: a path, or what came already. At most one byte more than may be is read. */
export function readImport(file: string | Input): FileText {
  if (typeof file === 'string') return readFile(file);
  return 'bytes' in file ? judged(file.bytes) : { problem: WORDS.unreadable(file.code) };
}

function judged(bytes: Buffer): FileText {
  return bytes.length > MOST_BYTES ? { problem: WORDS.tooLarge } : { text: bytes.toString('utf8') };
}

function readFile(path: string): FileText {
  let opened: number | null = null;
  try {
    // A pipe without a writer would hold us for ever.
    opened = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return fstatSync(opened).isFile()
      ? judged(readUpTo(opened, MOST_BYTES + 1))
      : { problem: WORDS.noSettings };
  } catch (error) {
    return { problem: WORDS.unreadable((error as NodeJS.ErrnoException).code ?? '?') };
  } finally {
    if (opened !== null) closeSync(opened);
  }
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

export async function takeOver(
  app: Engine,
  { settings, changed, choices: differing }: ImportPlan
): Promise<void> {
  const { model, world } = app;
  const { choices, ...rest } = settings;
  const now = world.clock.now();
  const pollSchedules = changed.map(
    ({ id }) => [id, { failuresInRow: 0, dueAt: now, appliedAt: now }] as const
  );
  await app.adopt({
    ...model,
    settings: { ...rest, choices: model.settings.choices },
    pollSchedules: { ...model.pollSchedules, ...Object.fromEntries(pollSchedules) }
  });
  // Only what the file changes: balances may have been hidden while the rest was written.
  await app.choose(Object.fromEntries(differing.map(name => [name, choices[name]])));
}
