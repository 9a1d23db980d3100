// Tests that no number is cut, overlaps or leaves its place: a sample of what npm run layout looks at, chosen by pairs.
import { lookAt, openPortfolio } from '../layout/look';
import { LANGUAGES, sampledLooks } from '../layout/plan';
import { PORTFOLIOS } from '../layout/portfolios';
import { SCENES } from '../layout/scenes';
import { LONG_TEST_MS } from './app/deadline';
import { expect, test } from './app/desktop-fixture';

test.setTimeout(LONG_TEST_MS);

for (const portfolio of PORTFOLIOS)
  for (const language of LANGUAGES)
    test(`no number of ${portfolio.name} is cut at sampled sizes, ${language}`, async ({
      launch,
      provide,
      service
    }) => {
      const { app, page } = await openPortfolio({ launch, provide, service }, portfolio, language);
      const { checked, faults, scenes } = await lookAt(app, page, sampledLooks(portfolio, language));
      expect(faults).toEqual([]);
      // The others have no chart, or no drawers.
      if (portfolio.file === 'usual') expect(scenes).toEqual(SCENES.map(({ name }) => name));
      expect(checked).toBeGreaterThan(100);
    });
