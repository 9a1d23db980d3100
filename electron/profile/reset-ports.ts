// What a reset needs from the outside: keychain, login entry, files of the profile.
import type { Flags } from '../cli/arguments';
import { systemKeychain } from './live-world';
import { loginOf } from './login-entry';
import type { ResetPorts } from './reset';

/** `folder`: of the live profile. */
export function resetPorts(folder: string, stored: string, flags: Flags): ResetPorts {
  return {
    folder: stored,
    keychain: systemKeychain(),
    endAutostart: async () => (await loginOf(flags, folder)).set(false)
  };
}
