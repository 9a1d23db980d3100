// Tests past prices on the whole app: the move of a day soon after connecting, after a kill, and when OKX refuses them.
import type { Page } from 'playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from './window/connect-form';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { SHOWN_TOTAL, token } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

/** The polls of other tests follow each other so closely that nothing may be asked in between. */
const CALM = { environment: { TOKENTRAY_TEST_INTERVAL_MS: '20000' } };

/** Of the holdings: a chain has a percent of its own, from recorded points only. */
const moves = (page: Page) => page.locator('.grid:not(.group) .cell-change .delta');

const DELTA = /^\s*[+−]\d+\.\d\s%$/;

test('each row has the move of a day soon after connecting, also after the app was killed', async ({
  launch,
  profile,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, token({}));
  const app = await launch(CALM);
  const page = await app.page();
  await connect(page, service.origin);
  await expectTotal(page, '$22,203.46');
  const cells = moves(page);
  await expect(cells).toHaveText([DELTA, DELTA], { timeout: 15_000 });
  await expect(page.getByRole('columnheader', { name: '24 h' })).toBeVisible();

  const file = join(profile, 'prices-v5-account.json');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('"1/"');
  const targets = () => service.standIn.requests.map(({ target }) => target);
  const balances = targets().findIndex(target => target.includes('/asset/wallet-all-token-balances'));
  const past = targets().findIndex(target => target.includes('/historical-price'));
  expect(balances).toBeGreaterThanOrEqual(0);
  expect(past).toBeGreaterThan(balances);

  await app.kill();
  const hours = () => targets().filter(target => target.includes('period=1h')).length;
  const before = hours();
  const again = await launch(CALM);
  await expect(moves(await again.page())).toHaveText([DELTA, DELTA]);
  expect(hours()).toBe(before);
});

test('a refusal costs one sentence in Diagnostics', async ({ launch, service }) => {
  const path = '/api/v5/wallet/token/historical-price';
  service.standIn.injectFault({ kind: 'refuse', code: '50120', path });
  const app = await launch(CALM);
  const page = await app.page();
  await connect(page, service.origin);
  await expectTotal(page, SHOWN_TOTAL);
  await expect.poll(() => service.pastPriceCount).toBe(1);
  await page.getByRole('button', { name: 'Diagnostics' }).first().click();
  await expect(
    page.getByText('OKX refused to give past prices. Tokentray asks again a day later.')
  ).toBeVisible();
  expect(service.pastPriceCount).toBe(1);
});
