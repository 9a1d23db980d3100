// Tests a page that hangs and a page with missing files: the window comes back, or the app says that it cannot; the
// tray keeps working.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { faultTitle } from '../faults/table';
import { makeFolder, removeFolder } from './app/folder';
import { SHOWN_TOTAL, type Service } from './app/okx';
import { isPackaged, PROJECT } from './app/program';
import { storedSettings } from './app/profile';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

test.beforeEach(({ provide }) => provide());

const copy = (from: string, into: string) => execFileSync('cp', ['-r', from, into]);

async function expectPolls(service: Service): Promise<void> {
  const before = service.requestCount;
  await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
}

test(faultTitle('window-hangs'), async ({ desktop, launch, profile, service }) => {
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const [hung = 0] = await app.processesOf('Tab');
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  // Chromium emits this event 15 s after a key press; for a page with a debugger, as in this test, it never does.
  await app.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.emit('unresponsive');
  }, null);
  await expectPolls(service);
  await desktop.row(/^\$21,203\.46/);
  const others = async () => (await app.processesOf('Tab')).filter(pid => pid !== hung);
  // Before the window is replaced, the page has 10 s to recover by itself.
  await expect.poll(others).toHaveLength(1);
  await expectTotal(await app.pageAfter(page), SHOWN_TOTAL);
  expect(await app.windowCount()).toBe(1);
  await expectPolls(service);
  expect(storedSettings(profile).wallets).toHaveLength(1);
});

/** A copy of the built app, from which files can be taken away. */
function copiedApp(): string {
  const project = makeFolder('app');
  for (const name of ['package.json', 'out']) copy(join(PROJECT, name), project);
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
  return project;
}

test(faultTitle('preload-missing'), async ({ desktop, launch, profile, service }) => {
  test.skip(isPackaged, 'What is missing would have to be taken out of the archive.');
  const project = copiedApp();
  try {
    rmSync(join(project, 'out/preload'), { recursive: true });
    const app = await launch({ project });
    const note = await desktop.note('The window cannot be shown');
    expect(note.body).toContain('Install it again');
    await expect.poll(() => app.windowCount()).toBe(0);
    await desktop.row(/^\$21,203\.46/);
    await expectPolls(service);
    expect(storedSettings(profile).wallets).toHaveLength(1);

    copy(join(PROJECT, 'out/preload'), join(project, 'out'));
    desktop.clickNote(note);
    await expectTotal(await app.page(), SHOWN_TOTAL);
  } finally {
    await removeFolder(project);
  }
});

function move(names: RegExp, from: string, into: string): void {
  for (const name of readdirSync(from).filter(each => names.test(each)))
    renameSync(join(from, name), join(into, name));
}

test(faultTitle('screen-missing'), async ({ desktop, launch, service }) => {
  test.skip(isPackaged, 'What is missing would have to be taken out of the archive.');
  const project = copiedApp();
  const assets = join(project, 'out/renderer/assets');
  const away = join(project, 'away');
  try {
    mkdirSync(away);
    move(/^Settings-/, assets, away);
    move(/^Wallets-.+\.css$/, assets, away);
    const app = await launch({ project });
    let page = await app.page();
    const message = page.getByText('This page cannot be loaded.');
    const entry = (name: string) => page.getByRole('button', { name, exact: true });
    await expectTotal(page, SHOWN_TOTAL);
    for (const name of ['Settings', 'Wallets and keys']) {
      await entry(name).click();
      await expect(message).toBeVisible();
      await expectTotal(page, SHOWN_TOTAL);
      await expect(entry('Portfolio')).toHaveAttribute('aria-current', 'page');
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }
    await entry('Diagnostics').click();
    await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible();
    await desktop.row(/^\$21,203\.46/);
    await expectPolls(service);

    move(/^Wallets-/, away, assets);
    await entry('Wallets and keys').click();
    // A page without its styles would have no space between the rows.
    await expect(page.locator('.wallet').first()).toHaveCSS('padding-top', '8px');
    move(/^Settings-/, away, assets);
    await app.closeWindow();
    await expect.poll(() => app.windowCount()).toBe(0);
    await (await desktop.tray()).activate();
    page = await app.page();
    await entry('Settings').click();
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  } finally {
    await removeFolder(project);
  }
});
