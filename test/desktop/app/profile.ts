// The files of a profile, as the app left them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_SETTINGS } from '../../../shared/domain/default-settings';
import { Settings } from '../../../shared/schema/settings';
import { StoredSnapshots } from '../../../shared/schema/snapshot';

const snapshotPath = (profile: string) => join(profile, 'snapshot.json');
const settingsPath = (profile: string) => join(profile, 'config.json');

/** The stored settings; empty ones when there is no file. */
export function storedSettings(profile: string): Settings {
  const path = settingsPath(profile);
  return existsSync(path) ? Settings.parse(readJson(path)) : EMPTY_SETTINGS;
}

export function hasSnapshot(profile: string): boolean {
  return existsSync(snapshotPath(profile));
}

/** Makes the stored snapshot older, as if the app had not run since then. */
export function ageSnapshot(profile: string, byMs: number): void {
  const snapshots = StoredSnapshots.parse(readJson(snapshotPath(profile)));
  for (const part of snapshots.wallets.flatMap(wallet => wallet.parts)) {
    if (part.answeredAt !== null) part.answeredAt -= byMs;
  }
  snapshots.savedAt -= byMs;
  writeFileSync(snapshotPath(profile), JSON.stringify(snapshots));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The time of the stored total, which is that of its oldest part, ms since 1970. */
export function storedTakenAt(profile: string): number {
  const { wallets } = StoredSnapshots.parse(readJson(snapshotPath(profile)));
  const moments = wallets.flatMap(({ parts }) => parts.map(({ answeredAt }) => answeredAt));
  return Math.min(...moments.filter(moment => moment !== null));
}
