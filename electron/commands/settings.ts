// `tokentray settings export|import FILE`: the settings of a profile to a file and back. Never a secret, and no keychain is touched.
import { app } from 'electron';
import { resolve } from 'node:path';
import { EMPTY_SETTINGS } from '../../shared/domain/default-settings';
import { isReplacing } from '../core/settings/import-settings';
import { refusalSentence } from '../core/settings/file-formats';
import type { SettingsFile } from '../core/ports/ports';
import type { Flags } from '../cli/arguments';
import { keepCopy, readImport } from '../profile/import-file';
import { judgeImport } from '../profile/import-preview';
import { SETTINGS_FILE as WORDS } from '../profile/import-text';
import type { Input } from '../cli/standard-input';
import { settingsFile } from '../profile/stores';
import { systemClock } from '../adapters/system/clock';

interface Ended {
  readonly status: 0 | 1 | 2;
  readonly lines: readonly string[];
}

interface ImportPorts {
  readonly folder: string;
  readonly settings: SettingsFile;
  readonly newId: () => string;
  readonly now: () => number;
}

/** `file`: absolute, or what came on standard input. What is here already is replaced by force alone. */
export async function importSettings(
  file: string | Input,
  isForced: boolean,
  ports: ImportPorts
): Promise<Ended> {
  const { folder, settings, newId, now } = ports;
  const read = readImport(file);
  if ('problem' in read) return { status: 2, lines: [read.problem, WORDS.unchanged] };
  try {
    const loaded = await settings.read();
    if (loaded.refused) return { status: 1, lines: [refusalSentence(loaded.refused), WORDS.unchanged] };
    const isFirst = loaded.content === null;
    const judged = judgeImport(read.text, loaded.content ?? EMPTY_SETTINGS, newId);
    if ('problem' in judged) return { status: 2, lines: [judged.problem, WORDS.unchanged] };
    const { plan, lines } = judged;
    if (isReplacing(plan) && !isFirst && !isForced)
      return { status: 2, lines: [...lines, `${WORDS.unchanged} To do this, add --force.`] };
    const copy = keepCopy(folder, now());
    await settings.write(plan.settings);
    const damaged =
      loaded.setAsideAs === null ? [] : [`The settings were damaged. They are kept as ${loaded.setAsideAs}.`];
    return {
      status: 0,
      lines: [...damaged, ...lines, ...(copy === null ? [] : [WORDS.backup(copy)]), WORDS.done]
    };
  } catch (thrown) {
    const { code = 'fault in Tokentray' } = thrown as NodeJS.ErrnoException;
    return { status: 1, lines: [`${WORDS.failed} (${code})`, WORDS.unchanged] };
  }
}

/** Of a profile that no app is running on. `input`: null, the file is read. */
export async function runImport(
  folder: string,
  { file, isForced }: Flags,
  input: Input | null
): Promise<void> {
  const path = input ?? resolve(process.env['INIT_CWD'] ?? '', file ?? '');
  const ports = {
    folder,
    settings: settingsFile(folder),
    newId: () => systemClock.newId(),
    now: () => systemClock.now()
  };
  const { status, lines } = await importSettings(path, isForced, ports);
  process.stderr.write(
    `${lines
      .flatMap(line => line.split('\n'))
      .map(line => `tokentray: ${line}`)
      .join('\n')}\n`
  );
  app.exit(status);
}
