// Commands that need a profile for themselves: setup, settings import, reset. Each does its work and ends the process.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { printMistake, printReport } from './read';
import { settingsExportText } from '../core/settings/export-settings';
import { FileRefused, refusalSentence } from '../core/settings/file-formats';
import type { Flags } from '../cli/arguments';
import { isInUse } from '../profile/profile-in-use';
import { saveFile } from '../cli/save-file';
import { readStandardInput, type Input } from '../cli/standard-input';
import { storedFiles } from './stored-files';

export interface Folders {
  /** Of the live profile. */
  readonly folder: string;
  /** Of the demo its own. */
  readonly stored: string;
}

export function isAlone({ command }: Flags): boolean {
  return command === 'setup' || command === 'settings' || command === 'reset';
}

/** Commands for a profile that was never started end here: asking for its lock alone would make its folder. */
export function missingProfile({ command, profile }: Flags, stored: string): string | null {
  if (profile === null || command === null || command === 'setup' || command === 'settings') return null;
  return existsSync(stored) ? null : `There is no profile "${profile}".`;
}

/**
 * What a command is given on standard input; null: it takes none, or will be refused. Read before the lock is asked for: a
 * person types for a while, and an app that is started meanwhile would find the profile taken and end without a word.
 */
export function inputFor(flags: Flags, folder: string): Input | null {
  return takesInput(flags) && !flags.isDemo && !isInUse(folder) ? readStandardInput() : null;
}

function takesInput({ command, file }: Flags): boolean {
  return command === 'setup' || (command === 'settings' && file === '-');
}

/** `isFirst`: no app runs on this profile. */
export function runAlone(
  flags: Flags,
  { folder, stored }: Folders,
  isFirst: boolean,
  input: Input | null
): void {
  if (!isFirst)
    process.exit(
      printMistake('Tokentray is running on this profile; quit it first. Nothing was changed.', 1)
    );
  if (flags.isDemo && flags.command !== 'reset')
    process.exit(printMistake('The demo takes neither keys nor settings. Nothing was changed.'));
  const given = takesInput(flags) ? (input ?? readStandardInput()) : null;
  void app.whenReady().then(async () => {
    if (flags.command === 'setup') await (await import('./setup')).runSetup(folder, given);
    else if (flags.command === 'reset') await (await import('./reset')).runReset(folder, stored, flags);
    else await (await import('./settings')).runImport(folder, flags, given);
  });
}

/** `settings export`: reads without the app, and without asking anybody. Gives the exit status. */
export function exportSettings({ file, isForced }: Flags, folder: string): number {
  try {
    if (!existsSync(join(folder, 'config.json'))) return printMistake('There are no settings yet.', 4);
    const text = settingsExportText(storedFiles(folder).settings);
    if (file === '-') return printReport(text, 0);
    const path = resolve(process.env['INIT_CWD'] ?? '', file ?? '');
    const mistake = saveFile(path, `${text}\n`, isForced);
    return mistake === null ? printReport(`Saved ${path}`, 0) : printMistake(mistake, 1);
  } catch (thrown) {
    const why =
      thrown instanceof FileRefused
        ? refusalSentence(thrown.refusal)
        : 'The settings cannot be read. Start the app: it sets a damaged file aside.';
    return printMistake(why, 1);
  }
}
