// npm run soak: kills a writer of the history 200 times, then runs the built app for ten minutes. -- --seconds N: only
// the app.
import { parseArgs } from 'node:util';
import { packageScript } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { sandboxObstacle } from './session/sandbox.mjs';
import { attempt, say, Stop } from './lib/say.mjs';
import { runEnclosed } from './session/session.mjs';

const KILLS = '200';

await attempt(async () => {
  const { values } = parseArgs({ options: { seconds: { type: 'string' } } });
  const seconds = Number(values.seconds ?? 600);
  if (!(seconds >= 10)) throw new Stop('--seconds wants a number, 10 or more.', 2);
  const killed = values.seconds === undefined ? await soakHistory() : 0;
  return (await soakApp(seconds)) || killed;
});

function soakHistory() {
  const command = [
    packageScript('vitest/vitest.mjs'),
    'run',
    'test/unit/adapters/storage/history-kill.test.ts'
  ];
  return run(process.execPath, command, { env: { ...process.env, TOKENTRAY_KILLS: KILLS } });
}

/** Linux only: the open files and the memory of a process are read from /proc. */
async function soakApp(seconds) {
  if (process.platform !== 'linux') {
    say('The soak of the app needs Linux: it reads /proc.');
    return 0;
  }
  const { setUp } = await import('./setup/set-up.mjs');
  const { executable } = await setUp({ purpose: { isForTests: true } });
  const variables = {
    TOKENTRAY_ELECTRON: executable,
    TOKENTRAY_SOAK_SECONDS: String(seconds),
    ...(sandboxObstacle(executable) && { TOKENTRAY_NO_SANDBOX: '1' })
  };
  const command = [packageScript('playwright/cli.js'), 'test', '-c', 'test/soak/playwright.config.ts'];
  return runEnclosed(process.execPath, command, { variables });
}
