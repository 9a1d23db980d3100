// npm run bench: measures the app beside a minimal tray app in one run, as ratios, and compares them with the
// committed figures. -- --runs N --only NAME
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageScript, projectFolder } from './lib/places.mjs';
import { bundlePlain } from './lib/plain-bundle.mjs';
import { sandboxObstacle } from './session/sandbox.mjs';
import { attempt, say, Stop } from './lib/say.mjs';
import { runInSession } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';

const figures = join(projectFolder, 'test/bench/figures.json');

await attempt(async () => {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { runs: text, polls: text, idle: text, only: text } });
  if (process.platform !== 'linux') throw new Stop('The measurements read /proc, which only Linux has.');
  const { executable } = await setUp({ purpose: { isForTests: true } });
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-bench-'));
  try {
    const pipeline = await bundlePlain('test/bench/pipeline.ts', folder);
    const year = await bundlePlain('test/bench/year.ts', folder);
    const variables = variablesFor({
      executable,
      pipeline,
      year,
      file: join(folder, 'figures.json'),
      ...values
    });
    const options = ['test', '-c', 'test/bench/playwright.config.ts', ...(values.only ? [values.only] : [])];
    const status = await runInSession(process.execPath, [packageScript('playwright/cli.js'), ...options], {
      variables
    });
    return compare(join(folder, 'figures.json.part'), status, values.only !== undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function variablesFor({ executable, pipeline, year, file, runs, polls, idle }) {
  return {
    TOKENTRAY_ELECTRON: executable,
    TOKENTRAY_BENCH_PIPELINE: pipeline,
    TOKENTRAY_BENCH_YEAR: year,
    TOKENTRAY_BENCH_FILE: file,
    ...(runs && { TOKENTRAY_BENCH_RUNS: runs }),
    ...(polls && { TOKENTRAY_BENCH_POLLS: polls }),
    ...(idle && { TOKENTRAY_BENCH_IDLE_MS: String(1000 * Number(idle)) }),
    ...(sandboxObstacle(executable) && { TOKENTRAY_NO_SANDBOX: '1' })
  };
}

/** Factor by which a single run may exceed its limit on a busy machine; sizes do not depend on the machine. */
function slackOf(unit, isPart) {
  return isPart && unit !== 'kB' ? 3 : 1;
}

/** Reports a ratio that is more than a fifth above the committed one; a ratio above its limit gives status 1. */
function compare(written, status, isPart) {
  if (status !== 0 || !existsSync(written)) return status || 1;
  const before = existsSync(figures) ? JSON.parse(readFileSync(figures, 'utf8')) : {};
  const now = JSON.parse(readFileSync(written, 'utf8'));
  let isAbove = false;
  for (const [name, { ratio, limit, unit }] of Object.entries(now)) {
    const last = before[name]?.ratio.median;
    if (last && ratio.median > last * 1.2) say(`${name}: ${ratio.median}, committed ${last}`);
    if (limit !== null && ratio.median > limit * slackOf(unit, isPart)) isAbove = true;
  }
  if (!isPart) {
    copyFileSync(written, figures);
    say(`Written to ${figures}.`);
  }
  return isAbove ? 1 : 0;
}
