// Versions of the stored file formats, and the migrations from an old version to the next.
// Nothing is written here.
import { DEFAULT_ALERTS } from '../../../shared/domain/default-settings';
import type { FileRefusal } from '../ports/storage';

type Stored = Readonly<Record<string, unknown>>;

/** 0 has no `version`; of alerts it knows a switch and a threshold, `notifyAmounts` and `notifyFromUsd`, for what arrives and leaves. */
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

export const SETTINGS_MIGRATIONS = { 0: migrateNotifySwitch } as const;

/** From one version to the next one; gives a new value. What it throws makes the file a damaged one. */
export type MigrationStep = (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>;

export interface FileFormat {
  /** The one that is written. */
  readonly version: number;
  /** By the version that they begin with. */
  readonly migrations: Readonly<Record<number, MigrationStep>>;
}

export const SETTINGS_FORMAT: FileFormat = { version: 1, migrations: SETTINGS_MIGRATIONS };
export const SNAPSHOT_FORMAT: FileFormat = { version: 1, migrations: {} };
export const CHAINS_FORMAT: FileFormat = { version: 1, migrations: {} };
/** Of the history and the activity: their first line says it; without that line it is 1. */
export const LINES_FORMAT: FileFormat = { version: 1, migrations: {} };

/** Thrown instead of touching a file that must stay as it is. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(readonly refusal: FileRefusal) {
    super(refusal.reason);
  }
}

/** For the command line, which is English. */
export function refusalSentence({ file, reason, found, known }: FileRefusal): string {
  return reason === 'newer'
    ? `${file} was written by a newer Tokentray (format ${found}; this one reads up to ${known}). It was left as it is. Update Tokentray.`
    : `${file} can be neither read nor moved. It was left as it is. Check who owns it.`;
}

/** 0: nothing is said of it. */
export function versionOf(stored: unknown): number {
  const version = typeof stored === 'object' && stored !== null && 'version' in stored ? stored.version : 0;
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0;
}

/** `stored` in today's format, step by step. Throws RangeError where a step is missing: the file is then a damaged one. */
export function migrate(stored: unknown, { version, migrations }: FileFormat): unknown {
  let current = stored;
  for (let from = versionOf(stored); from < version; from++) {
    const migration = migrations[from];
    if (!migration) throw new RangeError(`no step from version ${from}`);
    current = { ...migration(current as Record<string, unknown>), version: from + 1 };
  }
  return current;
}

/** The line that a file of lines begins with. */
export const LINES_HEADER = JSON.stringify({ version: LINES_FORMAT.version });

const HEADER_PATTERN = /^\uFEFF?\{"version":\s*(\d{1,9})\}\s*$/;

/** Of a file's first line; null: it is a line like the others, and the version is 1. */
export function headerVersion(line: string): number | null {
  const match = HEADER_PATTERN.exec(line);
  return match && Number(match[1]);
}

/** Null: the file may be read and written. `file`: as the person is told of it. */
export function newerRefusal(file: string, found: number, { version }: FileFormat): FileRefusal | null {
  return found > version ? { file, reason: 'newer', found, known: version } : null;
}
