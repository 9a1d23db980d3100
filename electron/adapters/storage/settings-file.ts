// Writes the settings to config.json with electron-store.
// A file with invalid JSON is renamed before the write, not overwritten.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Store from 'electron-store';
import type { Settings } from '../../../shared/schema/settings';

/**
 * `setAside` is handed in: adapters do not know each other. Rejects when nothing can be written; resolves with the new path of
 * what was nonsense.
 */
export function createSettingsWriter(folder: string, setAside: () => Promise<string>) {
  const writeSettings = async (settings: Settings) => {
    // Loaded for the first save: a run that changes nothing does without it.
    const { default: SettingsStore } = await import('electron-store');
    // On a disk that is nearly full the store's one write may end early without an error, and half a file would take the place of
    // the whole one: room is sought first, by a write that goes on until all is there or fails.
    const roomFile = join(folder, 'config.json.room');
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(roomFile, JSON.stringify(settings, undefined, '\t'), { mode: 0o600 });
    } finally {
      rmSync(roomFile, { force: true });
    }
    // Opened per write, not kept: the store holds no older state that it could write back.
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
      // The store reads before it writes: somebody put nonsense into the file while the app ran.
      if (!(thrown instanceof SyntaxError)) throw thrown;
      const name = await setAside();
      await writeSettings(settings);
      return name;
    }
  };
}
