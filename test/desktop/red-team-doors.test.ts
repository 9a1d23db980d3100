// Tests that a hostile script in the window opens nothing: no window, no other page, no file, no dialog, no device.
// The window stays.
import { readdirSync } from 'node:fs';
import { alsoPackaged } from './app/also-packaged';
import { askForPermissions, readOutside, tryDoors } from './red-team/doors';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const OUTSIDE = [
  'file:///etc/passwd',
  'app://tokentray/../../../package.json',
  'app://tokentray/..%2f..%2fpackage.json',
  'app://tokentray/%2e%2e/%2e%2e/main/index.js',
  'app://tokentray/..%5c..%5cmain%5cindex.js',
  'app://tokentray/%2e%2e%2fpreload%2findex.js',
  'app://tokentray/assets/..%2f..%2fpreload%2findex.js',
  'app://tokentray//etc/passwd',
  'app://tokentray/%00',
  'app://tokentray/%',
  'app://tokentray/etc/passwd%00.js',
  'app://elsewhere/index.html',
  'app://tokentray@elsewhere/index.html'
];

test(
  'no door out of the window opens',
  alsoPackaged('pages come out of the archive, and fuses close doors of their own'),
  async ({ launch, desktop, provide, profile }) => {
    await provide();
    const app = await launch();
    const page = await app.page();
    await expectTotal(page, SHOWN_TOTAL);
    const opened = await app.inMain(({ app: main, session, shell }) => {
      const seen: string[] = [];
      (globalThis as unknown as { seen: string[] }).seen = seen;
      main.on('web-contents-created', () => seen.push('contents'));
      session.defaultSession.on('will-download', (event, item) => {
        if (!event.defaultPrevented) seen.push(`download ${item.getURL()}`);
      });
      shell.openExternal = async url => void seen.push(`external ${url}`);
      return seen;
    }, null);
    expect(opened).toEqual([]);
    const before = new Set(readdirSync(profile));

    expect(await page.evaluate(tryDoors)).toEqual([]);
    expect(await page.evaluate(readOutside, OUTSIDE)).toEqual([]);
    expect(await page.evaluate(askForPermissions)).toEqual([]);

    expect(await app.inMain(() => (globalThis as unknown as { seen: string[] }).seen, null)).toEqual([]);
    expect(await app.windowCount()).toBe(1);
    expect(readdirSync(profile).filter(name => !before.has(name) && /stolen/.test(name))).toEqual([]);
    const shown = await page.evaluate(() => [location.href, document.querySelector('.number')?.textContent]);
    expect(shown).toEqual(['app://tokentray/index.html', SHOWN_TOTAL]);
    const title = await app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle(), null);
    expect(title).toBe('Tokentray');

    // The page tried to prevent closing; the window closes all the same, and opens again intact.
    await app.closeWindow();
    await expect.poll(() => app.windowCount()).toBe(0);
    await desktop.clickMenu('Open');
    await expect.poll(() => app.windowCount()).toBe(1);
  }
);

test('a page of the app cannot be made to look like another program', async ({ launch, provide }) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await page.evaluate(() => (document.title = 'System settings'));
  const title = () => app.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle(), null);
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await title()).toBe('Tokentray');
  await page.evaluate(() => {
    for (let count = 0; count < 100; count++) window.close();
  });
  await expect.poll(() => app.isRunning).toBe(true);
});
