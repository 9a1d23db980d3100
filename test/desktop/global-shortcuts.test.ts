// Tests global shortcuts: pressed on the display's own keyboard, refused with a sentence, rolled back when another
// program has the keys.
import type { Locator } from 'playwright/test';
import type { App } from './app/app';
import { expect, test as base } from './app/desktop-fixture';
import { storedSettings } from './app/profile';
import { XDisplay } from './linux/x-display';

const test = base.extend<{ x: XDisplay }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
  x: async ({}, use) => {
    const x = await XDisplay.open();
    await use(x);
    x.close();
  }
});

async function field(app: App, name: RegExp): Promise<Locator> {
  const page = await app.page();
  await page.locator('.sidebar .nav').filter({ hasText: 'Settings' }).click();
  return page.getByRole('textbox', { name });
}

const OPEN = /^Shortcut: open/;
const HIDE = /^Shortcut: hide/;

test('recorded shortcuts work in every program until they are removed, also after a restart', async ({
  desktop,
  launch,
  profile,
  provide,
  x
}) => {
  await provide();
  const app = await launch();
  const open = await field(app, OPEN);
  await open.press('Control+Alt+o');
  await expect(open).toHaveValue('Ctrl+Alt+O');
  const hide = await field(app, HIDE);
  await hide.fill('alt + ctrl + shift + h');
  await hide.press('Enter');
  await expect(hide).toHaveValue('Ctrl+Alt+Shift+H');
  await expect
    .poll(() => storedSettings(profile).choices.shortcuts)
    .toEqual({
      open: 'Ctrl+Alt+O',
      hide: 'Ctrl+Alt+Shift+H'
    });
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  await x.press('Ctrl+Alt+O');
  await expect.poll(() => app.isWindowVisible()).toBe(true);
  await x.press('Ctrl+Alt+Shift+H');
  await desktop.row(/^•••/);
  await desktop.clickMenu('Quit');
  await app.ended;

  const again = await launch({ options: ['--hidden'] });
  await desktop.row(/^•••/);
  // The menu is there before the keys are asked for.
  const isHideRegistered = () =>
    again.inMain(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+Shift+H'));
  await expect.poll(isHideRegistered).toBe(true);
  await x.press('Ctrl+Alt+Shift+H');
  await desktop.row(/^\$21,203\.46/);
  await x.press('Ctrl+Alt+O');
  await expect.poll(() => again.isWindowVisible()).toBe(true);
  const cleared = await field(again, OPEN);
  await (await again.page()).getByRole('button', { name: 'Remove', exact: true }).first().click();
  await expect(cleared).toHaveValue('');
  await again.closeWindow();
  await expect.poll(() => again.isWindowVisible()).toBe(false);
  await x.press('Ctrl+Alt+O');
  await x.press('Ctrl+Alt+Shift+H');
  await desktop.row(/^•••/);
  expect(await again.isWindowVisible()).toBe(false);
});

test('shortcuts of another program are refused with a sentence and the earlier ones stay; so are invalid shortcuts', async ({
  launch,
  x
}) => {
  await x.grab('Ctrl+Alt+T');
  const app = await launch({ options: ['--demo'] });
  const open = await field(app, OPEN);
  const page = await app.page();
  await open.fill('Ctrl+Alt+P');
  await open.press('Enter');
  await expect(open).toHaveValue('Ctrl+Alt+P');
  for (const [typed, says] of [
    ['Ctrl+Alt+T', /Another program uses these keys/],
    ['Ctrl+C', /Programs use these keys themselves/],
    ['Ctrl+Alt+Nonsense', /These keys cannot be a shortcut/]
  ] as const) {
    await open.fill(typed);
    await open.press('Enter');
    await expect(page.getByText(says)).toBeVisible();
    await expect(open).toHaveAttribute('aria-invalid', 'true');
  }
  const hide = await field(app, HIDE);
  await hide.fill('Ctrl+Alt+P');
  await hide.press('Enter');
  await expect(page.getByText(/The other shortcut uses these keys/)).toBeVisible();
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  await x.press('Ctrl+Alt+P');
  await expect.poll(() => app.isWindowVisible()).toBe(true);
});

test('shortcuts that another instance has taken meanwhile are reported at the start, and taken when they are free again', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  const keys = 'Ctrl+Alt+Shift+K';
  const app = await launch();
  const open = await field(app, OPEN);
  await open.fill(keys);
  await open.press('Enter');
  await expect.poll(() => storedSettings(profile).choices.shortcuts.open).toBe(keys);
  await desktop.clickMenu('Quit');
  await app.ended;

  const demo = await launch({ options: ['--demo'] });
  const theirs = await field(demo, HIDE);
  await theirs.fill(keys);
  await theirs.press('Enter');
  await expect(theirs).toHaveValue(keys);
  const second = await launch();
  const page = await second.page();
  await expect(page.getByText('A shortcut does not work.')).toBeVisible();
  await expect(page.getByText(`Another program uses ${keys}.`)).toBeVisible();
  const refused = await field(second, OPEN);
  await refused.fill('Ctrl+Alt+Shift+J');
  await refused.press('Enter');
  await expect(page.getByText('A shortcut does not work.')).toBeHidden();
});

test('under Wayland no shortcuts are registered, and the commands to bind are named', async ({ launch }) => {
  const app = await launch({
    options: ['--demo', '--ozone-platform=x11'],
    environment: { XDG_SESSION_TYPE: 'wayland' }
  });
  const page = await app.page();
  await page.locator('.sidebar .nav').filter({ hasText: 'Settings' }).click();
  await expect(page.getByText('tokentray toggle')).toBeVisible();
  await expect(page.getByRole('textbox', { name: OPEN })).toHaveCount(0);
});
