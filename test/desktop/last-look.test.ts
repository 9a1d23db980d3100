// Tests that the last look is kept when the window is closed or a row of the menu is clicked, in the profile alone.
import { SHOWN_TOTAL } from './app/okx';
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
