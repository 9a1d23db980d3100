// Runs the desktop tests, apart from the person's desktop; as root, as a normal user, so that Chromium's sandbox is on.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { obstacleSentence, sandboxObstacle } from '../session/sandbox.mjs';
import { packageScript, projectFolder } from '../lib/places.mjs';
import { read } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { joinPlaywright } from '../lib/tally.mjs';
import { runEnclosed } from '../session/session.mjs';
import { giveTo, hasNamespaces, provideTester } from './tester.mjs';

const CONFIG = 'test/desktop/playwright.config.ts';
/** The projects of the configuration, in the order of their runs: tests beside each other would disturb the second. */
const PROJECTS = ['side-by-side', 'alone'];

/**
 * `reports`: the folder of this run. Playwright's JSON, of both projects, is written to `file` in it. `name`: where in
 * test-results/ a failed test leaves what it saw. `variables`: additional environment variables; `config`: the
 * configuration of other tests that need such a session; `projects`: fewer of them; `heading`: of the list of what tests
 * left; `asRoot`: not as a normal user. Gives the exit status.
 */
export async function runDesktopTests(
  executable,
  {
    reports,
    file,
    name = 'desktop',
    filters = [],
    options = [],
    config = CONFIG,
    projects = PROJECTS,
    heading = 'What a failed test saw',
    asRoot = false,
    variables = {}
  }
) {
  const tester = asRoot ? undefined : provideTester(executable);
  const results = join(reports, 'results');
  for (const project of projects) mkdirSync(join(results, project), { recursive: true });
  const own = {
    TOKENTRAY_ELECTRON: tester?.executable ?? executable,
    ...(tester && { USER: tester.user, LOGNAME: tester.user }),
    ...variables
  };
  const obstacle = obstacleOf(tester, executable);
  if (obstacle) {
    say(obstacleSentence(obstacle));
    own.TOKENTRAY_NO_SANDBOX = '1';
  }
  const place = { tester, config, words: [...options, ...filters], variables: own, reports, results };
  try {
    const statuses = [];
    for (const project of projects) statuses.push(await runProject(project, place));
    writeFileSync(file, JSON.stringify(joinPlaywright(projects.map(project => reportOf(project, reports)))));
    return statuses.find(status => status !== 0) ?? 0;
  } finally {
    keepResults(results, { name, projects, heading });
  }
}

function runProject(project, { tester, config, words, variables, reports, results }) {
  const folder = tester?.folder ?? projectFolder;
  const script = tester ? join(folder, 'node_modules/playwright/cli.js') : packageScript('playwright/cli.js');
  const become = tester ? ['runuser', '-u', tester.user, '--'] : [];
  const output = join(results, project);
  const options = ['-c', config, '--project', project, '--pass-with-no-tests', '--reporter=list,json'];
  const runner = [process.execPath, script, 'test', ...options, '--output', output, ...words];
  const [command, ...args] = [...become, ...runner];
  return runEnclosed(command, args, {
    variables: { ...variables, PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, `${project}.json`) },
    prepare: folders => tester && giveTo(tester.user, [...folders, reports, results, output]),
    cwd: folder
  });
}

/** A run that wrote no report counts as one failure. */
function reportOf(project, reports) {
  try {
    return JSON.parse(readFileSync(join(reports, `${project}.json`), 'utf8'));
  } catch (error) {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0, duration: 0 };
    return { stats, suites: [], errors: [{ message: error.message }] };
  }
}

function obstacleOf(tester, executable) {
  if (!tester) return sandboxObstacle(executable);
  return hasNamespaces(tester.user) ? undefined : 'namespaces';
}

/**
 * Copies pictures and output of failed tests to the usual folder, and names the folder of each; only Linux and macOS
 * have the program that copies.
 */
function keepResults(results, { name, projects, heading }) {
  const place = join(projectFolder, 'test-results', name);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  if (read('cp', ['-a', results, place]).status !== 0) return;
  const folders = projects.map(project => join(place, project)).filter(folder => existsSync(folder));
  for (const folder of folders)
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) say(`${heading}: ${join(folder, entry.name)}`);
}
