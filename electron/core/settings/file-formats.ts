// Versions of the stored file formats, and the migrations from an old version to the next.
// This file writes nothing.
import { DEFAULT_ALERTS } from '../../../shared/domain/default-settings';
import type { FileRefusal } from '../ports/storage';

type Stored = Readonly<Record<string, unknown>>;

/** Version 0 has no `version` field; for moves it has a switch, `notifyAmounts`, and a threshold, `notifyFromUsd`. */
function migrateNotifySwitch({ choices, ...rest }: Stored): Record<string, unknown> {
  if (typeof choices !== 'object' || choices === null) throw new TypeError('no choices');
  const { notifyAmounts, notifyFromUsd, ...others } = choices as Stored;
  const isTransfer = (kind: string) => kind === 'arrived' || kind === 'left';
  const alerts = DEFAULT_ALERTS.map(rule =>
    isTransfer(rule.kind)
      ? {
          ...rule,
          isOn: notifyAmounts !== false,
          from: typeof notifyFromUsd === 'string' ? notifyFromUsd : rule.from
        }
      : rule
  );
  return { ...rest, choices: { alerts, ...others } };
}

const SETTINGS_MIGRATIONS = { 0: migrateNotifySwitch } as const;

/** Migrates from one version to the next; gives a new value. If it throws, the file counts as damaged. */
export type MigrationStep = (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export interface FileFormat {
  /** The version that is written. */
  readonly version: number;
  /** The migrations, by the version that they begin with. */
  readonly migrations: Readonly<Record<number, MigrationStep>>;
}

export const SETTINGS_FORMAT: FileFormat = { version: 1, migrations: SETTINGS_MIGRATIONS };
export const SNAPSHOT_FORMAT: FileFormat = { version: 1, migrations: {} };
export const CHAINS_FORMAT: FileFormat = { version: 1, migrations: {} };
export const PAST_PRICES_FORMAT: FileFormat = { version: 1, migrations: {} };
/** The format of the history and the activity: the first line gives the version; without that line it is 1. */
export const LINES_FORMAT: FileFormat = { version: 1, migrations: {} };

/** Thrown instead of touching a file that must stay as it is. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly refusal: FileRefusal) {
    super(refusal.reason);
  }
}

/** The sentence for the command line, which is English. */
export function refusalSentence({ file, reason, found, known }: FileRefusal): string {
  return reason === 'newer'
    ? `${file} was written by a newer Tokentray (format ${found}; this one reads up to ${known}). It was left as it is. Update Tokentray.`
    : `${file} can be neither read nor moved. It was left as it is. Check who owns it.`;
}

/** The version of a stored value; 0: it has no valid version. */
export function versionOf(stored: unknown): number {
  const version = typeof stored === 'object' && stored !== null && 'version' in stored ? stored.version : 0;
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/** Migrates `stored` step by step to the current format. RangeError if a step is missing: the file is damaged. */
export function migrate(stored: unknown, { version, migrations }: FileFormat): unknown {
  let current = stored;
  for (let from = versionOf(stored); from < version; from++) {
    const migration = migrations[from];
    if (!migration) throw new RangeError(`no step from version ${from}`);
    current = { ...migration(current as Record<string, unknown>), version: from + 1 };
  }
  return current;
}

/** The first line of every file of lines. */
export const LINES_HEADER = JSON.stringify({ version: LINES_FORMAT.version });

const HEADER_PATTERN = /^\uFEFF?\{"version":\s*(\d{1,9})\}\s*$/;

/** The version in the first line of a file; null: it is an ordinary line, and the version is 1. */
export function headerVersion(line: string): number | null {
  const match = HEADER_PATTERN.exec(line);
  return match && Number(match[1]);
}

/** The refusal of a newer file; null: the file may be read and written. `file`: its name as people see it. */
export function newerRefusal(file: string, found: number, { version }: FileFormat): FileRefusal | null {
  return found > version ? { file, reason: 'newer', found, known: version } : null;
}
