// Runs the commands that need the profile exclusively: setup, settings import, reset; also `settings export`.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { noFileReason, printError, printReport } from './read';
import { settingsExportText } from '../core/settings/export-settings';
import { FileRefused, refusalSentence } from '../core/settings/file-formats';
import type { Arguments } from '../cli/arguments';
import { isInUse } from '../profile/profile-in-use';
import { saveFile } from '../cli/save-file';
import { readStandardInput, type StandardInput } from '../cli/standard-input';
import { storedFiles } from './stored-files';

export interface Folders {
  /** Folder of the live profile. */
  readonly folder: string;
  /** For the demo, its own folder. */
  readonly storageFolder: string;
}

export function isExclusive({ command }: Arguments): boolean {
  return command === 'setup' || command === 'settings' || command === 'reset';
}

/** A command for a profile that was never started ends here: requesting the lock would already create its folder. */
export function missingProfile({ command, profile }: Arguments, storageFolder: string): string | null {
  if (profile === null || command === null || command === 'setup' || command === 'settings') return null;
  return existsSync(storageFolder) ? null : `There is no profile "${profile}".`;
}

/**
 * Reads the standard input of a command; null: the command takes none, or will be refused. It is read before the lock
 * is requested: a person may type for a while, and an app that starts meanwhile would find the profile locked and exit
 * without a message.
 */
export function readInputFor(args: Arguments, folder: string): StandardInput | null {
  return takesInput(args) && !args.isDemo && !isInUse(folder) ? readStandardInput() : null;
}

function takesInput({ command, file }: Arguments): boolean {
  return command === 'setup' || (command === 'settings' && file === '-');
}

/** `isFirst`: no app runs on this profile. */
export function runExclusive(
  args: Arguments,
  { folder, storageFolder }: Folders,
  isFirst: boolean,
  input: StandardInput | null
): void {
  if (!isFirst)
    process.exit(printError('Tokentray is running on this profile; quit it first. Nothing was changed.', 1));
  if (args.isDemo && args.command !== 'reset')
    process.exit(printError('The demo accepts no keys and no settings. Nothing was changed.'));
  const commandInput = takesInput(args) ? (input ?? readStandardInput()) : null;
  void app.whenReady().then(async () => {
    if (args.command === 'setup') await (await import('./setup')).runSetup(folder, commandInput);
    else if (args.command === 'reset') await (await import('./reset')).runReset(folder, storageFolder, args);
    else await (await import('./settings')).runImport(folder, args, commandInput);
  });
}

/** Runs `settings export` without the app and without network. Gives the exit code. */
export function exportSettings({ file, isForced }: Arguments, folder: string): number {
  try {
    if (!existsSync(join(folder, 'config.json'))) return printError('There are no settings yet.', 4);
    const text = settingsExportText(storedFiles(folder).settings);
    if (file === '-') return printReport(text, 0);
    const path = resolve(process.env['INIT_CWD'] ?? '', file ?? '');
    const errorText = saveFile(path, `${text}\n`, isForced);
    return errorText === null ? printReport(`Saved ${path}`, 0) : printError(errorText, 1);
  } catch (thrown) {
    const reason =
      thrown instanceof FileRefused
        ? refusalSentence(thrown.refusal)
        : (noFileReason(thrown) ??
          'The settings cannot be read. Start the app: it sets a damaged file aside.');
    return printError(reason, 1);
  }
}
