// Hidden balances are hidden on every surface at once, and stay so over a restart.
import { MASK } from '../../shared/text/money';
import type { App } from './app/app';
import { read, readTotal } from './app/command';
import type { Desktop } from './linux/desktop';
import { EXACT_TOTAL, SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

/** Matches digits of the total, and of its amounts and values: complete, in part, or with other separators. */
const AMOUNTS = /21.?203|0\.69088|\$\d/;

test('hiding by the tray menu masks every surface and survives a restart', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  const app = await launch();
  await desktop.row(/^\$21,203\.46/);
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const openIcon = await (await desktop.tray()).icon();
  await desktop.clickMenu('Copy total');
  await expect.poll(() => app.clipboardText()).toBe(SHOWN_TOTAL);

  await desktop.clickMenu('Hide balances');
  await desktop.row(new RegExp(`^${MASK}`));
  await expectMasked(desktop, app, profile);
  await desktop.clickMenu('Copy total');
  await expect.poll(() => app.clipboardText()).toBe(MASK);
  expect((await (await desktop.tray()).icon()).pixels.equals(openIcon.pixels)).toBe(false);

  await desktop.clickMenu('Quit');
  await app.ended;
  await desktop.noTrayItem();
  const second = await launch();
  expect(await desktop.topRow()).toMatch(new RegExp(`^${MASK}`));
  await expectMasked(desktop, second, profile);

  await desktop.clickMenu('Hide balances');
  await desktop.row(/^\$21,203\.46/);
  await expectTotal(await second.page(), SHOWN_TOTAL);
  expect((await readTotal(profile)).total).toBe(EXACT_TOTAL);
});

async function expectMasked(desktop: Desktop, app: App, profile: string): Promise<void> {
  expect((await desktop.row('Hide balances')).isChecked).toBe(true);
  expect(await desktop.menuText()).not.toMatch(AMOUNTS);
  expect(await (await desktop.tray()).tooltip()).not.toMatch(AMOUNTS);
  const page = await app.page();
  await expectTotal(page, MASK);
  const body = page.locator('body');
  await expect(body).not.toContainText(SHOWN_TOTAL);
  // Market prices are allowed: they say nothing about the holdings.
  const text = (await body.innerText())
    .replaceAll('$2,650.43', '')
    .replaceAll('$0.035834', '')
    .replaceAll('under $1', '');
  expect(text).not.toMatch(AMOUNTS);
  expect(await page.title()).not.toMatch(AMOUNTS);
  const report = await readTotal(profile);
  expect(report).toMatchObject({ total: null, hidden: true });
  expect(report.chains.map(chain => chain.value)).toEqual([null]);
  const plain = await read(profile, 'total');
  expect(plain.stdout).toContain(MASK);
  expect(plain.stdout).not.toMatch(AMOUNTS);
}
