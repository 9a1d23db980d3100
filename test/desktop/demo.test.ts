// Tests the demo: it is marked on every surface, changes within a minute, and never accesses the keyring.
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { watchForKeyringUse } from './linux/keyring';
import type { App } from './app/app';
import { LONG_TEST_MS, until } from './app/deadline';
import { expect, test } from './app/desktop-fixture';
import { makeFolder, removeFolder } from './app/folder';
import type { Desktop } from './linux/desktop';

test.use({ keyring: 'no-keyring' });

const titleOf = (app: App) => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

test('the demo says DEMO, changes its values, and never accesses the keyring', async ({
  desktop,
  launch
}) => {
  const used = await watchForKeyringUse(desktop.bus);
  // With the demo's own interval, not with the interval of the tests.
  const app = await launch({ options: ['--demo'], environment: { TOKENTRAY_TEST_INTERVAL_MS: undefined } });
  const page = await app.page();
  await expect(page.getByText('DEMO').first()).toBeVisible();
  const first = await desktop.row(/^\$\d/);
  expect(first.label).toContain('DEMO');
  expect(await (await desktop.tray()).tooltip()).toContain('DEMO');
  expect(await titleOf(app)).toBe('Tokentray · DEMO');
  await desktop.row(/ Bitcoin$/);
  await desktop.row(/ Solana$/);

  // While the window has the focus, a notification is shown in the window instead.
  await app.closeWindow();
  await expect
    .poll(() =>
      desktop.notes
        .map(note => note.title)
        .filter(title => /^DEMO · .*(Received |Sent |amounts changed)/.test(title))
    )
    .not.toEqual([]);
  expect(used).toEqual([]);
});

test('the first screen leads into the demo and back', async ({ desktop, launch }) => {
  const used = await watchForKeyringUse(desktop.bus);
  const app = await launch();
  const page = await app.page();
  await page.getByRole('button', { name: 'Try the demo portfolio' }).click();
  await expect(page.getByText('DEMO').first()).toBeVisible();
  await desktop.row(/^\$\d.*DEMO/);
  expect(await titleOf(app)).toBe('Tokentray · DEMO');
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('button', { name: 'Connect OKX' })).toBeVisible();
  await desktop.row('Not connected yet');
  expect(used).toEqual([]);
});

test('whoever clicks everywhere while pictures are taken ends nothing, and is on the overview afterwards', async ({
  desktop,
  launch
}) => {
  test.setTimeout(LONG_TEST_MS);
  const folder = makeFolder('pictures');
  const app = await launch({ options: ['--demo', `--pictures=${folder}`] });
  // A click that comes before the page is shielded.
  const leave = (await app.page()).locator('button.leave');
  await leave.waitFor({ state: 'attached' });
  await leave.evaluate(button => (button as HTMLButtonElement).click());
  const pictures = () => readdirSync(folder);
  // What is done after the last picture counts again, so the person rests a few pictures before it.
  await until(
    'the last pictures',
    async () => {
      await meddle(app, desktop);
      return pictures().includes('drawer-holding-light.png');
    },
    pictures,
    LONG_TEST_MS
  );
  await until('the end of the pictures', () => app.output.includes('Tray menu'), pictures, LONG_TEST_MS);
  expect(app.isRunning).toBe(true);
  expect(app.output).not.toMatch(/cannot start|could not be taken/);
  expect(pictures().filter(name => name.endsWith('.png')).length).toBeGreaterThanOrEqual(10);
  const page = await app.page();
  await expect(page.getByRole('button', { name: /^Hide balances/ })).toBeVisible();
  // It takes clicks and keys again.
  await page.getByRole('button', { name: 'Activity' }).first().click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await removeFolder(folder);
});

/** A window that is closed all the time has no picture. */
let closings = 3;
let drawn = 1;
/** The same numbers in every run. */
const chance = (below: number) => Math.floor(((drawn = (drawn * 48271) % 2147483647) / 2147483647) * below);

/** One deed of an impatient person: a click somewhere, a key, a row of the menu, the icon, closing a window. */
async function meddle(app: App, desktop: Desktop): Promise<void> {
  const page = app.openPage();
  const nothing = () => undefined;
  const deed = chance(8);
  if (deed < 4) await page?.mouse.click(chance(980), chance(680)).catch(nothing);
  else if (deed === 4)
    await page?.keyboard.press(['Escape', 'Enter', 'a', '/', 'Tab'][chance(5)]!).catch(nothing);
  else if (deed === 5) await (await desktop.tray()).activate().catch(nothing);
  else if (deed === 6 && chance(16) === 0 && closings-- > 0) await closePage(page);
  else if (deed === 7) {
    // The last row quits, in whichever language the picture is.
    const rows = (await desktop.menu()).filter(row => row.kind === 'standard').slice(0, -1);
    await (await desktop.tray()).choose(rows[chance(rows.length)]!).catch(nothing);
  }
}

const closePage = (page: Page | undefined) =>
  page?.evaluate(() => window.close()).catch(() => undefined) ?? Promise.resolve();
