// npm run layout: looks at every number of every view at widths from 320 to 1600 px, zooms, languages and portfolios, and
// prints how many do not fit. With words: only the portfolios whose test names contain them, such as "trillion, zh".
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempt, say } from './lib/say.mjs';
import { setUp } from './setup/set-up.mjs';
import { runDesktopTests } from './test/desktop-tests.mjs';

await attempt(async () => {
  const words = process.argv.slice(2).join(' ');
  const { executable } = await setUp({ purpose: { isForTests: true } });
  const reports = mkdtempSync(join(tmpdir(), 'tokentray-layout-'));
  const startedAt = Date.now();
  try {
    const status = await runDesktopTests(executable, {
      reports,
      file: join(reports, 'layout.json'),
      name: 'layout',
      config: 'test/layout/playwright.config.ts',
      projects: ['layout'],
      options: words === '' ? [] : ['--grep', words],
      variables: { TOKENTRAY_LAYOUT_RESULTS: reports }
    });
    const results = readdirSync(reports)
      .filter(name => /^layout-.*-.*\.json$/.test(name))
      .map(name => JSON.parse(readFileSync(join(reports, name), 'utf8')));
    const sum = field => results.reduce((total, result) => total + result[field], 0);
    const faults = results.flatMap(result => result.faults);
    for (const fault of faults) say(fault);
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
    say(
      `${sum('looks')} looks, ${sum('checked')} texts checked, ${faults.length} faults, in ${minutes} min.`
    );
    return status;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});
