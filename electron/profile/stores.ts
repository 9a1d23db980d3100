// Opens the stored files of a profile, each with its format: settings, snapshots, chain list, history, activity.
import { join } from 'node:path';
import { Settings } from '../../shared/schema/settings';
import { StoredSnapshots } from '../../shared/schema/snapshot';
import { createActivityLog } from '../adapters/storage/activity-log';
import { removeAnswers } from '../adapters/storage/answer-file';
import { createHistory } from '../adapters/storage/history-store';
import { createJsonFile, setAside } from '../adapters/storage/json-file';
import { createLineFiles } from '../adapters/storage/jsonl-file';
import { createPastPriceFiles } from '../adapters/storage/past-price-files';
import { createSettingsWriter } from '../adapters/storage/settings-file';
import type { PastPriceFiles } from '../core/ports/past-prices';
import type { SettingsFile } from '../core/ports/ports';
import type { ActivityLog } from '../core/ports/storage';
import { CHAINS_FORMAT, SETTINGS_FORMAT, SNAPSHOT_FORMAT } from '../core/settings/file-formats';
import type { World } from '../core/ports/world';
import { StoredChains, type ChainFile } from '../okx/chain-list';

export interface Stores extends Pick<World, 'settings' | 'snapshots' | 'history' | 'activity'> {
  readonly chainFile: ChainFile;
  readonly pastPriceFiles: PastPriceFiles;
}

export function settingsFile(folder: string): SettingsFile {
  const file = join(folder, 'config.json');
  const write = createSettingsWriter(folder, () => setAside(file));
  const writeContent = (settings: Settings) => {
    removeAnswers(folder);
    return write(settings);
  };
  return createJsonFile({
    file,
    schema: Settings,
    format: SETTINGS_FORMAT,
    writeContent,
    isVital: true
  });
}

export function activityLog(folder: string, lines = createLineFiles(folder, setAside)): ActivityLog {
  return createActivityLog(join(folder, 'activity.jsonl'), lines);
}

/** Adapters do not import each other: they are connected here. `folder`: of the profile. */
export function openStores(folder: string): Stores {
  const lines = createLineFiles(folder, setAside);
  const jsonFile = <Content>(
    name: string,
    rest: Omit<Parameters<typeof createJsonFile<Content>>[0], 'file' | 'writeContent' | 'isVital'>
  ) => createJsonFile<Content>({ file: join(folder, name), ...rest });
  return {
    settings: settingsFile(folder),
    snapshots: jsonFile('snapshot.json', { schema: StoredSnapshots, format: SNAPSHOT_FORMAT }),
    chainFile: jsonFile('chains.json', { schema: StoredChains, format: CHAINS_FORMAT }),
    pastPriceFiles: createPastPriceFiles(folder),
    history: createHistory(join(folder, 'history'), lines),
    activity: activityLog(folder, lines)
  };
}
