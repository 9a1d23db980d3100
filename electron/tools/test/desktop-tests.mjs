// Runs the desktop tests, apart from the person's desktop; as root, as a normal user, so that Chromium's sandbox is on.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { obstacleSentence, sandboxObstacle } from '../session/sandbox.mjs';
import { packageScript, projectFolder } from '../lib/places.mjs';
import { read } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { runEnclosed } from '../session/session.mjs';
import { giveTo, hasNamespaces, provideTester } from './tester.mjs';

const CONFIG = 'test/desktop/playwright.config.ts';

/**
 * `reports`: the folder of this run. Playwright's JSON is written to `file` in it. `variables`: additional environment
 * variables; `config`: the configuration of other tests that need such a session. Gives the exit status.
 */
export async function runDesktopTests(
  executable,
  { reports, file, filters = [], config = CONFIG, variables = {} }
) {
  const tester = provideTester(executable);
  const results = join(reports, 'results');
  mkdirSync(results, { recursive: true });
  const own = {
    TOKENTRAY_ELECTRON: tester?.executable ?? executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(tester && { USER: tester.user, LOGNAME: tester.user }),
    ...variables
  };
  const obstacle = obstacleOf(tester, executable);
  if (obstacle) {
    say(obstacleSentence(obstacle));
    own.TOKENTRAY_NO_SANDBOX = '1';
  }
  const folder = tester?.folder ?? projectFolder;
  const script = tester ? join(folder, 'node_modules/playwright/cli.js') : packageScript('playwright/cli.js');
  const become = tester ? ['runuser', '-u', tester.user, '--'] : [];
  const options = ['test', '-c', config, '--reporter=list,json', '--output', results, ...filters];
  const [command, ...args] = [...become, process.execPath, script, ...options];
  try {
    return await runEnclosed(command, args, {
      variables: own,
      prepare: folders => tester && giveTo(tester.user, [...folders, reports, results]),
      cwd: folder
    });
  } finally {
    keepResults(results);
    tester?.dispose();
  }
}

function obstacleOf(tester, executable) {
  if (!tester) return sandboxObstacle(executable);
  return hasNamespaces(tester.user) ? undefined : 'namespaces';
}

/**
 * Copies screenshots and output of failed tests to the usual folder; only Linux and macOS have the program that
 * copies.
 */
function keepResults(results) {
  const place = join(projectFolder, 'test-results');
  rmSync(place, { recursive: true, force: true });
  read('cp', ['-a', results, place]);
}
