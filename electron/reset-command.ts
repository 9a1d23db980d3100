// `tokentray reset --yes`: removes everything of a profile that no app is running on, and says what is left.
import { app } from 'electron';
import type { Flags } from './cli/arguments';
import { loginOf } from './profile/login-entry';
import { reset, type ResetPorts } from './profile/reset';
import { RESET } from './profile/reset-text';
import { systemKeychain } from './profile/live-world';

/** `folder`: of the live profile. */
export function resetPorts(folder: string, stored: string, flags: Flags): ResetPorts {
  return {
    folder: stored,
    keychain: systemKeychain(),
    endAutostart: async () => (await loginOf(flags, folder)).set(false)
  };
}

export async function runReset(folder: string, stored: string, flags: Flags): Promise<void> {
  const { left, keys } = await reset(resetPorts(folder, stored, flags));
  const lines = left.length > 0 ? left : [RESET.done(keys)];
  process.stderr.write(`${lines.map(line => `tokentray: ${line}`).join('\n')}\n`);
  app.exit(left.length > 0 ? 1 : 0);
}
