// Tests a page that hangs and a page with missing files: the window comes back, or the app says that it cannot; the
// tray keeps working.
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { faultTitle } from '../faults/table';
import { makeFolder, removeFolder } from './app/folder';
import { SHOWN_TOTAL, type Service } from './app/okx';
import { isPackaged, PROJECT } from './app/program';
import { storedSettings } from './app/profile';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

/** Limit of the wait; before the window is replaced, the page has 10 s to recover by itself. */
const HANG_MS = 30_000;

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
  await expect.poll(others, { timeout: HANG_MS }).toHaveLength(1);
  await expectTotal(await app.page(), SHOWN_TOTAL);
  expect(await app.windowCount()).toBe(1);
  await expectPolls(service);
  expect(storedSettings(profile).wallets).toHaveLength(1);
});

test(faultTitle('preload-missing'), async ({ desktop, launch, profile, service }) => {
  test.skip(isPackaged, 'What is missing would have to be taken out of the archive.');
  const project = makeFolder('app');
  try {
    for (const name of ['package.json', 'out']) copy(join(PROJECT, name), project);
    symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
    rmSync(join(project, 'out/preload'), { recursive: true });
    const app = await launch({ project });
    const note = await desktop.note('The window cannot be shown');
    expect(note.body).toContain('install it again');
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
