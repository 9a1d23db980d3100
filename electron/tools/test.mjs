// npm test: sets up what is missing and runs every test; the last line is "N passed, N failed". Parts: lint check unit desktop.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageScript, projectFolder } from './places.mjs';
import { run } from './run.mjs';
import { sandboxObstacle } from './sandbox.mjs';
import { say, Stop } from './say.mjs';
import { giveTo, runInSession } from './session.mjs';
import { countPlaywright, countVitest, judge, lastLine, sum } from './tally.mjs';

const reports = mkdtempSync(join(tmpdir(), 'tokentray-reports-'));
const parts = { lint, check, unit, desktop };

try {
  const count = await runParts(process.argv.slice(2));
  finish(count);
} catch (error) {
  say(error instanceof Stop ? error.message : error.stack);
  finish({ passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

async function runParts(chosen) {
  const unknown = chosen.find(name => !(name in parts));
  if (unknown)
    throw new Stop(`There is no test part "${unknown}"; the parts are ${Object.keys(parts).join(', ')}.`);
  const names = Object.keys(parts).filter(name => chosen.length === 0 || chosen.includes(name));
  const { setUp, setUpPackages } = await import('./set-up.mjs');
  // A desktop without display is only needed by the desktop part; the others run on the packages alone.
  const runtime = names.includes('desktop')
    ? await setUp({ purpose: { isForTests: true } })
    : await setUpPackages();
  const counts = [];
  for (const name of names) {
    say(`\n== ${name}`);
    counts.push({ name, ...(await parts[name](runtime)) });
  }
  say('');
  for (const count of counts) say(`${count.name}: ${lastLine(count)}`);
  return sum(counts);
}

async function lint() {
  const status = await run(process.execPath, [
    packageScript('eslint/bin/eslint.js'),
    '.',
    '--max-warnings',
    '0'
  ]);
  return judge(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, status);
}

async function check() {
  return (await import('./check.mjs')).runChecks();
}

async function unit() {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await run(process.execPath, [packageScript('vitest/vitest.mjs'), 'run', ...reporters]);
  return judge(readCount(file, countVitest), status);
}

/** TOKENTRAY_TEST_USER=NAME, as root, runs the desktop tests as that user, with Chromium's sandbox on. */
async function desktop(runtime) {
  const file = join(reports, 'desktop.json');
  const { saySandbox } = await import('./launch.mjs');
  const user = process.env.TOKENTRAY_TEST_USER;
  if (!user) saySandbox(runtime.executable);
  const env = { ...process.env, TOKENTRAY_ELECTRON: runtime.executable, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  delete env.ELECTRON_RUN_AS_NODE;
  if (!user && sandboxObstacle(runtime.executable)) env.TOKENTRAY_NO_SANDBOX = '1';
  const options = ['test', '-c', 'test/desktop/playwright.config.ts', '--reporter=list,json'];
  if (user) {
    // What root's last run left there, the user could neither remove nor overwrite.
    const results = join(projectFolder, 'test-results');
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results);
    giveTo(user, [reports, results]);
    options.push('--output', results);
  }
  const status = await runInSession(process.execPath, [packageScript('playwright/cli.js'), ...options], {
    env,
    user
  });
  return judge(readCount(file, countPlaywright), status);
}

function readCount(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function finish(count) {
  process.exitCode = count.failed > 0 ? 1 : 0;
  process.stdout.write(`${lastLine(count)}\n`);
}
