// Runs `tokentray setup`: standard input to the keychain and the settings of a profile that no app is running on.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { provision } from './provision';
import { settingsFile } from './stores';
import { systemClock } from './system-clock';
import { systemKeychain } from './world';

export async function runSetup(folder: string): Promise<void> {
  const ports = {
    settings: settingsFile(folder),
    keychain: systemKeychain(),
    newId: () => systemClock.newId()
  };
  const { status, lines } = await provision(readFileSync(0, 'utf8'), ports);
  process.stderr.write(`${lines.map(line => `tokentray: ${line}`).join('\n')}\n`);
  app.exit(status);
}
