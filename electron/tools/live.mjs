// npm run live < key.json: checks the facts about OKX's API against the real service, with a person's own key. Never part of CI.
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { requireNotRoot } from './real-keys.mjs';
import { projectFolder } from './places.mjs';
import { run } from './run.mjs';
import { attempt, say } from './say.mjs';
import { setUpPackages } from './set-up.mjs';

await attempt(async () => {
  requireNotRoot();
  if (process.stdin.isTTY)
    say('Waiting for the JSON of your key on standard input (as for setup), then Ctrl+D.');
  await setUpPackages();
  await buildApp();
  return run(process.execPath, [join(projectFolder, 'out/main/live.js')]);
});
