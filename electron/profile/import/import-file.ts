// Reads a settings file for import, backs up the current settings, and applies the import to the running app.
// The size of the file is limited.
import { constants, copyFileSync, existsSync, openSync, closeSync, fstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MAX_INPUT_BYTES, readUpTo, type StandardInput } from '../../cli/standard-input';
import type { Engine } from '../../core/engine/engine';
import { adoptWallets } from '../../core/engine/wallet-changes';
import type { ImportPlan } from '../../core/settings/import-settings';
import { SETTINGS_TRANSFER_TEXT as TEXT } from './import-text';

export type FileText = { readonly problem: string } | { readonly text: string };

/** `file`: a path, or the content that was read already. At most one byte more than the limit is read. */
export function readImport(file: string | StandardInput): FileText {
  if (typeof file === 'string') return readFile(file);
  return 'bytes' in file ? textWithinLimit(file.bytes) : { problem: TEXT.unreadable(file.code) };
}

function textWithinLimit(bytes: Buffer): FileText {
  return bytes.length > MAX_INPUT_BYTES ? { problem: TEXT.tooLarge } : { text: bytes.toString('utf8') };
}

function readFile(path: string): FileText {
  let descriptor: number | null = null;
  try {
    // A pipe without a writer would block the process for ever.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return fstatSync(descriptor).isFile()
      ? textWithinLimit(readUpTo(descriptor, MAX_INPUT_BYTES + 1))
      : { problem: TEXT.noSettings };
  } catch (error) {
    return { problem: TEXT.unreadable((error as NodeJS.ErrnoException).code ?? '?') };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/**
 * Copies config.json to a file beside it. Gives the name of the copy, or null when there was no file. Throws the
 * errors of the system.
 */
export function backUpSettings(folder: string, now: number): string | null {
  const file = join(folder, 'config.json');
  if (!existsSync(file)) return null;
  const date = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const stem = join(folder, `config.before-import-${date}`);
  let copy = `${stem}.json`;
  for (let suffix = 2; existsSync(copy); suffix++) copy = `${stem}-${suffix}.json`;
  copyFileSync(file, copy, constants.COPYFILE_EXCL);
  return basename(copy);
}

export async function applyImport(
  engine: Engine,
  { settings, changed, choices: changedChoices }: ImportPlan
): Promise<void> {
  const { model, world } = engine;
  const { choices, ...rest } = settings;
  const now = world.clock.now();
  const pollSchedules = changed.map(
    ({ id }) => [id, { failuresInRow: 0, dueAt: now, appliedAt: now }] as const
  );
  await adoptWallets(engine, {
    ...model,
    settings: { ...rest, choices: model.settings.choices },
    pollSchedules: { ...model.pollSchedules, ...Object.fromEntries(pollSchedules) }
  });
  // Only the choices that the file changes: balances may have been hidden while the rest was written.
  await engine.choose(Object.fromEntries(changedChoices.map(name => [name, choices[name]])));
}
