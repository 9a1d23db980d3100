// npm run desktops: tests the built app on real panels with real notification daemons, prints a line for each check
// and the figures that it measured, and a table of the hosts. `--quick`: only the few that npm test runs; words: only tests whose titles have them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runDesktopTests } from './desktop-tests.mjs';
import { failuresOfPlaywright } from './failures.mjs';
import { attempt, say } from '../lib/say.mjs';
import { countPlaywright, joinPlaywright, judge, lastLine } from '../lib/tally.mjs';
import { HOSTS, tableOf } from '../setup/desktop-hosts.mjs';
import { provideDesktopPrograms, versionsOfHosts } from '../setup/desktop-programs.mjs';
import { rootOf } from '../setup/desktop-roots.mjs';
import { setUp } from '../setup/set-up.mjs';

const NAME = 'real-desktops';
const CONFIG = `test/${NAME}/playwright.config.ts`;
/** Marks the tests that npm test runs too; test/real-desktops/real-fixture.ts has the same. */
const QUICK = '@quick';

/**
 * Gives { passed, failed, failures }. A host whose programs are missing is skipped with a sentence; where all are, it
 * counts nothing.
 */
export async function runRealDesktops(executable, { isQuick = false, words = '' } = {}) {
  const missing = await provideDesktopPrograms({ isQuick });
  for (const sentence of new Set(Object.values(missing))) say(sentence);
  if (Object.keys(HOSTS).every(host => missing[host] || (isQuick && !HOSTS[host].isQuick)))
    return { passed: 0, failed: 0 };
  const roots = Object.keys(HOSTS).filter(host => HOSTS[host].root && !isQuick && !missing[host]);
  const options = isQuick ? ['--grep', QUICK] : words === '' ? [] : ['--grep', words];
  const variables = {
    TOKENTRAY_MISSING_HOSTS: JSON.stringify(missing),
    TOKENTRAY_DESKTOP_ROOTS: JSON.stringify(Object.fromEntries(roots.map(host => [host, rootOf(host)])))
  };
  const passes = [{ project: 'here' }];
  // Only root may enter a Debian of its own; so the app is root's there, too.
  if (!isQuick) passes.push({ project: 'in-a-root', asRoot: true });
  const [statuses, parts] = [[], []];
  for (const pass of passes) {
    const { status, report } = await runPass(executable, { ...pass, options, variables });
    statuses.push(status);
    parts.push(report);
  }
  const report = joinPlaywright(parts);
  say('');
  for (const line of checkLines(report)) say(line);
  const cells = annotationsOf(report, 'cell').map(text => JSON.parse(text));
  if (!isQuick) for (const line of ['', ...tableOf(cells, versionsOfHosts())]) say(line);
  const status = statuses.find(one => one !== 0) ?? 0;
  const count = countPlaywright(report);
  const isSkipped = report.stats.skipped > 0 && count.passed + count.failed === 0;
  return isSkipped ? count : { ...judge(count, status), failures: failuresOfPlaywright(report) };
}

/** Gives the exit status and Playwright's report of one of its projects. */
async function runPass(executable, { project, asRoot = false, options, variables }) {
  const reports = mkdtempSync(join(tmpdir(), 'tokentray-real-'));
  try {
    const file = join(reports, 'report.json');
    const name = asRoot ? `${NAME}-root` : NAME;
    const place = { reports, file, name, config: CONFIG, projects: [project], heading: 'Pictures' };
    const status = await runDesktopTests(executable, { ...place, asRoot, options, variables });
    return { status, report: JSON.parse(readFileSync(file, 'utf8')) };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** One line for each test, with the figures that it measured, or why it was skipped. */
function checkLines({ suites }) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(spec => {
      const isSkipped = spec.tests.every(({ status }) => status === 'skipped');
      const mark = isSkipped ? ' skipped ' : spec.ok ? ' ok ' : ' not ok ';
      const texts = ['figures', 'skip'].flatMap(type => annotationsOf({ suites: [{ specs: [spec] }] }, type));
      return [[mark, spec.title].join(' '), ...texts.map(text => `        ${text}`)];
    }),
    ...checkLines({ suites: inner })
  ]);
}

/** What the tests noted under this name. */
function annotationsOf({ suites }, name) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .flatMap(({ tests }) => tests.flatMap(({ annotations }) => annotations))
      .flatMap(({ type, description }) => (type === name && description ? [description] : [])),
    ...annotationsOf({ suites: inner }, name)
  ]);
}

const isRunDirectly = import.meta.url === pathToFileURL(process.argv[1] ?? '').href;
if (isRunDirectly)
  await attempt(async () => {
    const given = process.argv.slice(2);
    const { executable } = await setUp({ purpose: { isForTests: true } });
    const isQuick = given.includes('--quick');
    const words = given.filter(word => !word.startsWith('--')).join(' ');
    const count = await runRealDesktops(executable, { isQuick, words });
    process.stdout.write(`${lastLine(count)}\n`);
    return count.failed > 0 ? 1 : 0;
  });
