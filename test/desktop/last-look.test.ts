// Tests that the last look is kept when the window is closed or a row of the menu is clicked, in the profile alone.
import { join } from 'node:path';
import { SHOWN_TOTAL, token } from './app/okx';
import { storedSettings } from './app/profile';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

test('closing the window or the menu keeps the moment, and opening moves nothing', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  const lookedAt = () => storedSettings(profile).choices.lookedAt;
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await page.waitForTimeout(1500);
  expect(lookedAt()).toBe(0);
  await app.closeWindow();
  await expect.poll(lookedAt).toBeGreaterThan(Date.now() - 60_000);
  const first = lookedAt();

  // The menu leads to the window: both are one look.
  await desktop.clickMenu('Open');
  await expectTotal(await app.page(), SHOWN_TOTAL);
  await expect.poll(lookedAt).toBe(first);
  await app.kill();
  expect(lookedAt()).toBe(first);

  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await desktop.clickMenu('Copy total');
  await expect.poll(lookedAt).toBeGreaterThan(first);
});

test('the range since the last look has what came while the window was closed, with its cause', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  service.hold(token({ balance: '1000' }));
  await provide();
  const app = await launch();
  const before = await app.page();
  await expectTotal(before, '$1,000.00');
  await expect(before.getByText('New', { exact: true })).toHaveCount(0);
  await before.waitForTimeout(1500);
  await app.closeWindow();
  await expect.poll(() => storedSettings(profile).choices.lookedAt).toBeGreaterThan(0);

  service.hold(token({ balance: '1250', tokenPrice: '1.02' }));
  await desktop.clickMenu('Open');
  const page = await app.page();
  await expectTotal(page, '$1,275.00');
  await page.keyboard.press('6');
  const change = page.locator('.change');
  await expect(change).toContainText(/since \d\d:\d\d/);
  await expect(change).toContainText('Prices +$20.00');
  await expect(change).toContainText('+2.00');
  await expect(change).toContainText('Received 250 USDC +$255.00');
  const rows = page.getByRole('table', { name: 'Total over time' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('$1,000.00');
  await expect(rows.last()).toContainText('$1,275.00');

  await page.keyboard.press('h');
  await expect(change).toContainText('Received ••• USDC •••');
  await expect(change).toContainText(/since \d\d:\d\d/);
});

test('quitting with the window open ends the look, and being killed does not lose the one before', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  const lookedAt = () => storedSettings(profile).choices.lookedAt;
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await page.waitForTimeout(1500);
  await desktop.clickMenu('Quit');
  expect(await app.ended).toEqual({ status: 0 });
  const first = lookedAt();
  expect(first).toBeGreaterThan(Date.now() - 60_000);

  const next = await launch();
  const shown = await next.page();
  await expectTotal(shown, SHOWN_TOTAL);
  await shown.waitForTimeout(1500);
  await expect(shown.getByText('New', { exact: true })).toBeVisible();
  await next.kill();
  expect(lookedAt()).toBe(first);
});

test('the demo has a last look of its own, and leaves that of the wallets alone', async ({
  launch,
  profile,
  provide
}) => {
  await provide();
  const app = await launch({ options: ['--demo'] });
  const page = await app.page();
  await expect(page.getByText('New', { exact: true })).toBeVisible();
  await page.keyboard.press('6');
  await expect(page.locator('.change')).toContainText(/since/);
  await page.waitForTimeout(1500);
  await app.closeWindow();
  const ofDemo = () => storedSettings(join(profile, 'demo')).choices.lookedAt;
  await expect.poll(ofDemo).toBeGreaterThan(Date.now() - 60_000);
  expect(storedSettings(profile).choices.lookedAt).toBe(0);
});
