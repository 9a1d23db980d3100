// The real world of a profile: undici, the keychain, the files. Heavy, so it is loaded after the tray has registered.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Settings } from '../shared/settings';
import { StoredSnapshots } from '../shared/snapshot';
import { createActivityLog } from './adapters/activity-log';
import { createHistory } from './adapters/history';
import { createHttp } from './adapters/http';
import { readJson, setAside, writeJson } from './adapters/json-file';
import { createKeychain } from './adapters/keychain';
import { writeLog } from './adapters/log';
import { createPace } from './adapters/pace';
import { createSettingsFile } from './adapters/settings-file';
import type { Clock, Keychain, SettingsFile } from './core/ports';
import type { Surfaces, World } from './core/world';
import { createChainBook, StoredChains } from './okx/chain-book';
import { drivers } from './okx/drivers';

export interface Surroundings {
  /** The profile's folder. */
  readonly folder: string;
  readonly version: string;
  readonly isOnline: () => boolean;
  readonly preferredLanguages: World['preferredLanguages'];
  readonly surfaces: Surfaces;
  readonly wakeIn: World['wakeIn'];
  readonly fixedIntervalMs: number | null;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  newId: () => randomUUID(),
  minuteOfDay(at) {
    const moment = new Date(at);
    return 60 * moment.getHours() + moment.getMinutes();
  }
};

export function systemKeychain(): Keychain {
  return createKeychain({ load: () => import('keytar').then(loaded => loaded.default) });
}

export function settingsFile(folder: string): SettingsFile {
  return createSettingsFile(folder, () => readJson(join(folder, 'config.json'), Settings));
}

export function liveWorld({ folder, version, isOnline, ...rest }: Surroundings): World {
  const chainFile = join(folder, 'chains.json');
  const chainBook = createChainBook({
    read: () => readJson(chainFile, StoredChains),
    write: chains => writeJson(chainFile, chains)
  });
  const snapshotFile = join(folder, 'snapshot.json');
  return {
    ...rest,
    profile: 'live',
    drivers,
    chains: chainBook.facts,
    chainBook,
    http: createHttp({ userAgent: `Tokentray/${version}`, isOnline }),
    keychain: systemKeychain(),
    pace: createPace(),
    clock: systemClock,
    settings: settingsFile(folder),
    snapshots: {
      read: () => readJson(snapshotFile, StoredSnapshots),
      write: snapshots => writeJson(snapshotFile, snapshots)
    },
    history: createHistory(join(folder, 'history')),
    activity: createActivityLog(join(folder, 'activity.jsonl'), setAside),
    log: writeLog
  };
}
