// The settings in config.json, kept by electron-store; a damaged file is set aside before the store could reset it.
import Store from 'electron-store';
import type { Settings } from '../../shared/settings';
import type { SettingsFile } from '../core/ports';

/** `read` is handed in: adapters do not know each other. */
export function createSettingsFile(folder: string, read: SettingsFile['read']): SettingsFile {
  return {
    read,
    write(settings) {
      // Opened per write, not kept: the store holds no older state that it could write back.
      const store = new Store<Settings>({
        cwd: folder,
        name: 'config',
        accessPropertiesByDotNotation: false
      });
      store.store = settings;
      return Promise.resolve();
    }
  };
}
