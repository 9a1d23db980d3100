// Runs `tokentray setup`: saves the key and the wallets from standard input; no app may run on the profile.
import { app } from 'electron';
import { applySetup } from '../profile/setup';
import type { StandardInput } from '../cli/standard-input';
import { activityLog, settingsFile } from '../profile/stores';
import { knownChains, storedFiles } from './stored-files';
import { systemClock } from '../adapters/system/clock';
import { systemKeychain } from '../profile/live-world';

export async function runSetup(folder: string, input: StandardInput | null): Promise<void> {
  const ports = {
    settings: settingsFile(folder),
    keychain: systemKeychain(),
    lastAnswers: () => storedFiles(folder).snapshots?.wallets ?? [],
    chains: knownChains(folder),
    newId: () => systemClock.newId(),
    now: () => systemClock.now(),
    activity: activityLog(folder)
  };
  const { exitCode, lines } =
    input && 'bytes' in input
      ? await applySetup(input.bytes.toString('utf8'), ports)
      : {
          exitCode: 2,
          lines: [`Standard input cannot be read (${input?.code ?? '?'}). Nothing was changed.`]
        };
  process.stderr.write(`${lines.map(line => `tokentray: ${line}`).join('\n')}\n`);
  app.exit(exitCode);
}
