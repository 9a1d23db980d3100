// npm run desktops: tests the built app on a real panel with a real notification daemon, prints a line for each check
// and the figures that it measured. `--quick`: only the few that npm test runs; words: only tests whose titles have them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runDesktopTests } from './desktop-tests.mjs';
import { failuresOfPlaywright } from './failures.mjs';
import { attempt, say } from '../lib/say.mjs';
import { countPlaywright, judge, lastLine } from '../lib/tally.mjs';
import { provideDesktopPrograms } from '../setup/desktop-programs.mjs';
import { setUp } from '../setup/set-up.mjs';

const NAME = 'real-desktops';
const CONFIG = `test/${NAME}/playwright.config.ts`;
/** Marks the tests that npm test runs too; test/real-desktops/real-fixture.ts has the same. */
const QUICK = '@quick';

/** Gives { passed, failed, failures }; where the programs are missing it says why, and counts nothing. */
export async function runRealDesktops(executable, { isQuick = false, words = '' } = {}) {
  const obstacle = await provideDesktopPrograms();
  if (obstacle) {
    say(obstacle);
    return { passed: 0, failed: 0 };
  }
  const reports = mkdtempSync(join(tmpdir(), 'tokentray-real-'));
  try {
    const file = join(reports, 'report.json');
    const options = isQuick ? ['--grep', QUICK] : words === '' ? [] : ['--grep', words];
    const place = {
      reports,
      file,
      name: NAME,
      config: CONFIG,
      projects: ['xfce'],
      options,
      heading: 'Pictures'
    };
    const status = await runDesktopTests(executable, place);
    const report = JSON.parse(readFileSync(file, 'utf8'));
    say('');
    for (const line of checkLines(report)) say(line);
    return { ...judge(countPlaywright(report), status), failures: failuresOfPlaywright(report) };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** One line for each test, with the figures that it measured. */
function checkLines({ suites }) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, ok, tests }) => {
      const figures = tests.flatMap(({ annotations }) =>
        annotations.filter(({ type }) => type === 'figures').map(({ description }) => description)
      );
      return [[ok ? ' ok ' : ' not ok ', title].join(' '), ...figures.map(text => `        ${text}`)];
    }),
    ...checkLines({ suites: inner })
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
