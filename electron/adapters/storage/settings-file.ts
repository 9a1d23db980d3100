// Writes the settings to config.json with electron-store.
// A file with invalid JSON is renamed before the write, not overwritten.
import { closeSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Store from 'electron-store';
import type { Settings } from '../../../shared/schema/settings';
import { openFileSync } from './regular-file';

/**
 * `setAside` is passed in, because adapters do not import each other. Rejects when nothing can be written; resolves
 * with the new path of a file that was not valid JSON.
 */
export function createSettingsWriter(folder: string, setAside: () => Promise<string>) {
  const writeSettings = async (settings: Settings) => {
    // Loaded at the first save: a process that changes nothing does not need it.
    const { default: SettingsStore } = await import('electron-store');
    // On a disk that is nearly full the store's single write may end early without an error, and half a file would
    // replace the whole one. So the space is tested first, by a write that either completes or fails.
    const roomFile = join(folder, 'config.json.room');
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(roomFile, JSON.stringify(settings, undefined, '\t'), { mode: 0o600 });
    } finally {
      rmSync(roomFile, { force: true });
    }
    // The store reads the file first, and would wait at a pipe that somebody put there while the app ran.
    const file = join(folder, 'config.json');
    if (existsSync(file)) closeSync(openFileSync(file));
    // Opened for each write, so that the store holds no older state that it could write back.
    const store: Store<Settings> = new SettingsStore<Settings>({
      cwd: folder,
      name: 'config',
      configFileMode: 0o600,
      accessPropertiesByDotNotation: false,
      deserialize: text => JSON.parse(text.replace(/^\uFEFF/, '')) as Settings
    });
    store.store = settings;
  };
  return async (settings: Settings): Promise<string | null> => {
    try {
      await writeSettings(settings);
      return null;
    } catch (thrown) {
      // The store reads before it writes: another program wrote invalid JSON into the file while the app ran.
      if (!(thrown instanceof SyntaxError)) throw thrown;
      const name = await setAside();
      await writeSettings(settings);
      return name;
    }
  };
}
