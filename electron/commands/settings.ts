// Runs `tokentray settings import`: replaces or extends the settings of a profile from a file.
// It reads no secret and does not access the keychain.
import { app } from 'electron';
import { resolve } from 'node:path';
import { EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { isReplacing } from '../core/settings/import-settings';
import { refusalSentence } from '../core/settings/file-formats';
import type { SettingsFile } from '../core/ports/ports';
import type { Arguments } from '../cli/arguments';
import { backUpSettings, readImport } from '../profile/import/import-file';
import { previewImport } from '../profile/import/import-preview';
import { SETTINGS_TRANSFER_TEXT as TEXT } from '../profile/import/import-text';
import type { StandardInput } from '../cli/standard-input';
import type { MergedChain } from '../okx/chains';
import { knownChains } from './stored-files';
import { settingsFile } from '../profile/stores';
import { systemClock } from '../adapters/system/clock';

interface CommandResult {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
}

interface ImportPorts {
  readonly folder: string;
  readonly settings: SettingsFile;
  readonly chains: readonly MergedChain[];
  readonly newId: () => string;
  readonly now: () => number;
}

/** `file`: an absolute path, or the content of standard input. Existing settings are replaced only with --force. */
async function importSettings(
  file: string | StandardInput,
  isForced: boolean,
  ports: ImportPorts
): Promise<CommandResult> {
  const { folder, settings, chains, newId, now } = ports;
  const fileText = readImport(file);
  if ('problem' in fileText) return { exitCode: 2, lines: [fileText.problem, TEXT.unchanged] };
  try {
    const loaded = await settings.read();
    if (loaded.refused) return { exitCode: 1, lines: [refusalSentence(loaded.refused), TEXT.unchanged] };
    const isFirst = loaded.content === null;
    const preview = previewImport(fileText.text, loaded.content ?? EMPTY_SETTINGS, chains, newId);
    if ('problem' in preview) return { exitCode: 2, lines: [preview.problem, TEXT.unchanged] };
    const { plan, lines } = preview;
    if (isReplacing(plan) && !isFirst && !isForced)
      return { exitCode: 2, lines: [...lines, `${TEXT.unchanged} To do this, add --force.`] };
    const copy = backUpSettings(folder, now());
    await settings.write(plan.settings);
    const damaged =
      loaded.setAsideAs === null ? [] : [`The settings were damaged. They are kept as ${loaded.setAsideAs}.`];
    return {
      exitCode: 0,
      lines: [...damaged, ...lines, ...(copy === null ? [] : [TEXT.backup(copy)]), TEXT.done]
    };
  } catch (thrown) {
    const { code = 'internal error' } = thrown as NodeJS.ErrnoException;
    return { exitCode: 1, lines: [`${TEXT.failed} (${code})`, TEXT.unchanged] };
  }
}

/** Runs on a profile that no app is using. `input`: null, the file is read. */
export async function runImport(
  folder: string,
  { file, isForced }: Arguments,
  input: StandardInput | null
): Promise<void> {
  const path = input ?? resolve(process.env['INIT_CWD'] ?? '', file ?? '');
  const ports = {
    folder,
    settings: settingsFile(folder),
    chains: knownChains(folder),
    newId: () => systemClock.newId(),
    now: () => systemClock.now()
  };
  const { exitCode, lines } = await importSettings(path, isForced, ports);
  process.stderr.write(
    `${lines
      .flatMap(line => line.split('\n'))
      .map(line => `tokentray: ${line}`)
      .join('\n')}\n`
  );
  app.exit(exitCode);
}
