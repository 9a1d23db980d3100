// npm run live < key.json: checks the facts about OKX's API against the real service, with a person's own key. Never part of CI.
import { join } from 'node:path';
import { buildApp } from './setup/build.mjs';
import { requireNotRoot } from './session/real-keys.mjs';
import { projectFolder } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { attempt, say } from './lib/say.mjs';
import { setUpPackages } from './setup/set-up.mjs';

await attempt(async () => {
  requireNotRoot();
  if (process.stdin.isTTY)
    say('Waiting for the JSON of your key on standard input (as for setup), then Ctrl+D.');
  await setUpPackages();
  await buildApp();
  return run(process.execPath, [join(projectFolder, 'out/main/live.js')]);
});
