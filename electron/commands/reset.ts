// `tokentray reset --yes`: removes everything of a profile that no app is running on, and says what is left.
import { app } from 'electron';
import type { Flags } from '../cli/arguments';
import { reset } from '../profile/reset';
import { resetPorts } from '../profile/reset-ports';
import { RESET } from '../profile/reset-text';

export async function runReset(folder: string, stored: string, flags: Flags): Promise<void> {
  const { left, keys } = await reset(resetPorts(folder, stored, flags));
  const lines = left.length > 0 ? left : [RESET.done(keys)];
  process.stderr.write(`${lines.map(line => `tokentray: ${line}`).join('\n')}\n`);
  app.exit(left.length > 0 ? 1 : 0);
}
