// npm run soak: kills a process that writes the history 200 times, ten times as often as npm test does.
import { packageScript } from './places.mjs';
import { run } from './run.mjs';

const KILLS = '200';

process.exitCode = await run(
  process.execPath,
  [packageScript('vitest/vitest.mjs'), 'run', 'test/unit/adapters/history-kill.test.ts'],
  { env: { ...process.env, TOKENTRAY_KILLS: KILLS } }
);
