// Creates the ports that a reset needs: the folder, the keychain, and the removal of the autostart entry.
import type { Arguments } from '../../cli/arguments';
import { systemKeychain } from '../live-world';
import { openLoginEntry } from '../login-entry';
import type { ResetPorts } from './reset';

/** `folder`: of the live profile. */
export function resetPorts(folder: string, storageFolder: string, args: Arguments): ResetPorts {
  return {
    folder: storageFolder,
    keychain: systemKeychain(),
    endAutostart: async () => (await openLoginEntry(args, folder)).set(false)
  };
}
