// npm run pictures: takes the screenshots that the README shows, each view in light and dark, so that they stay true.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './places.mjs';
import { attempt, say } from './say.mjs';
import { runInSession } from './session.mjs';
import { setUp } from './set-up.mjs';

const limitMs = 180_000;
const folder = join(projectFolder, 'test/pictures');

await attempt(async () => {
  const runtime = await setUp({ purpose: { isForTests: true } });
  const inside = fileURLToPath(new URL('demo-inside.mjs', import.meta.url));
  const profile = mkdtempSync(join(tmpdir(), 'tokentray-pictures-'));
  const common = ['--once', `--pictures=${folder}`, `--user-data-dir=${profile}`];
  try {
    const demo = [inside, runtime.executable, '--demo', ...common];
    const status = await runInSession(process.execPath, demo, { limitMs });
    // The first run has no total and no notification, which the wrapper takes for a fault: its pictures alone count.
    await runInSession(process.execPath, [inside, runtime.executable, ...common], { limitMs });
    say(`The pictures are in ${folder}.`);
    return status || (existsSync(join(folder, 'first-run-light.png')) ? 0 : 1);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
