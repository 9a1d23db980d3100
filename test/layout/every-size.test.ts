// Looks at every number of every view, drawer, sheet and popup at every size, in each language; npm run layout runs it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../desktop/app/desktop-fixture';
import { lookAt, openPortfolio } from './look';
import { allLooks, LANGUAGES } from './plan';
import { PORTFOLIOS } from './portfolios';

/** Thousands of looks; npm run layout tells how long all of them took. */
const ALL_LOOKS_MS = 3_600_000;

for (const portfolio of PORTFOLIOS)
  for (const language of LANGUAGES)
    test(`no number of ${portfolio.name} is cut at any size, ${language}`, async ({
      launch,
      provide,
      service
    }) => {
      test.setTimeout(ALL_LOOKS_MS);
      const { app, page } = await openPortfolio({ launch, provide, service }, portfolio, language);
      const result = await lookAt(app, page, allLooks(portfolio, language));
      const folder = process.env['TOKENTRAY_LAYOUT_RESULTS'];
      if (folder !== undefined)
        writeFileSync(join(folder, `layout-${portfolio.file}-${language}.json`), JSON.stringify(result));
      expect(result.faults).toEqual([]);
    });
