// Runs `tokentray reset --yes`: removes everything of a profile without a running app, and prints what remains.
import { app } from 'electron';
import type { Arguments } from '../cli/arguments';
import { reset } from '../profile/reset/reset';
import { resetPorts } from '../profile/reset/reset-ports';
import { RESET_TEXT } from '../profile/reset/reset-text';

export async function runReset(folder: string, storageFolder: string, args: Arguments): Promise<void> {
  const { remaining, keys } = await reset(resetPorts(folder, storageFolder, args));
  const lines = remaining.length > 0 ? remaining : [RESET_TEXT.done(keys)];
  process.stderr.write(`${lines.map(line => `tokentray: ${line}`).join('\n')}\n`);
  app.exit(remaining.length > 0 ? 1 : 0);
}
