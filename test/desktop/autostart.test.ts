// Tests the start at login: the entry is written, started as a session does it, changed by a session's own tool,
// updated after the program moved, removed.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { alsoPackaged } from './app/also-packaged';
import type { App } from './app/app';
import { until } from './app/deadline';
import { makeFolder, removeFolder } from './app/folder';
import { autostartEntries, logIn, wordsOf } from './linux/login';
import { appArguments, Program } from './app/program';
import { expect, test as base } from './app/desktop-fixture';
import { XDisplay } from './linux/x-display';

const test = base.extend<{ configHome: string; x: XDisplay }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
  configHome: async ({}, use) => {
    const folder = makeFolder('a b"$%c');
    await use(folder);
    await removeFolder(folder);
  },
  // eslint-disable-next-line no-empty-pattern
  x: async ({}, use) => {
    const x = await XDisplay.open();
    await use(x);
    x.close();
  }
});

async function theSwitch(app: App) {
  const page: Page = await app.page();
  await page.locator('.sidebar .nav').filter({ hasText: 'Settings' }).click();
  return page.getByRole('switch', { name: /^Start at login/ });
}

test(
  'the switch writes an entry, the session starts the app from it without a window, and the switch removes the entry',
  alsoPackaged("the command of the entry is the package's own"),
  async ({ desktop, launch, provide, profile, configHome, bus, x }) => {
    await provide();
    const environment = { XDG_CONFIG_HOME: configHome };
    const entries = autostartEntries(configHome);
    const app = await launch({ environment });
    const toggle = await theSwitch(app);
    await expect(toggle).not.toBeChecked();
    expect(entries.names()).toEqual([]);
    await toggle.click();
    await expect.poll(() => entries.names()).toEqual([expect.stringMatching(/\.desktop$/)]);
    await expect(toggle).toBeChecked();
    const [name = ''] = entries.names();
    expect(name).toMatch(/^tokentray-folder-[0-9a-f]{8}\.desktop$/);
    expect(wordsOf(entries.text(name)).slice(-2)).toEqual([`--user-data-dir=${profile}`, '--hidden']);
    await desktop.clickMenu('Quit');
    await app.ended;
    await desktop.noTrayItem();

    const started = logIn(entries.text(name), { ...bus?.environment, ...environment });
    try {
      await desktop.row(/^\$21,203\.46/);
      expect(await x.windowCount()).toBe(0);
      await new Program(appArguments(profile, ['open']), bus?.environment).finish();
      await expect.poll(() => x.windowCount()).toBe(1);
      await desktop.clickMenu('Quit');
      await desktop.noTrayItem();
    } finally {
      started.kill('SIGKILL');
    }

    const again = await launch({ environment });
    const off = await theSwitch(again);
    await expect(off).toBeChecked();
    await off.click();
    await expect.poll(() => entries.names()).toEqual([]);
    await expect(off).not.toBeChecked();
  }
);

test("an entry that the session's own tool switched off is shown as off, and the switch turns it on again", async ({
  launch,
  configHome
}) => {
  const environment = { XDG_CONFIG_HOME: configHome };
  const entries = autostartEntries(configHome);
  const page = await (await launch({ options: ['--demo'], environment })).page();
  const toggle = page.getByRole('switch', { name: /^Start at login/ });
  const settings = page.locator('.sidebar .nav').filter({ hasText: 'Settings' });
  await settings.click();
  await toggle.click();
  await expect.poll(() => entries.names()).toEqual([expect.stringMatching(/\.desktop$/)]);
  const [name = ''] = entries.names();
  const written = entries.text(name);
  writeFileSync(join(entries.folder, name), `${written}X-GNOME-Autostart-enabled=false\nHidden=true\n`);
  await page.locator('.sidebar .nav').first().click();
  await settings.click();
  await expect(toggle).not.toBeChecked();
  await toggle.click();
  await expect.poll(() => entries.text(name)).toBe(written);
});

test(
  'an entry that is on follows a program that moved, and one that is off is left unchanged',
  alsoPackaged("the command of the entry is the package's own"),
  async ({ desktop, launch, configHome }) => {
    const environment = { XDG_CONFIG_HOME: configHome };
    const entries = autostartEntries(configHome);
    const app = await launch({ environment });
    await (
      await app.page()
    ).evaluate(() =>
      (
        window as unknown as { tokentray: { call(name: string, asked: unknown): Promise<unknown> } }
      ).tokentray.call('autostart:set', { isOn: true })
    );
    const [name = ''] = entries.names();
    const written = entries.text(name);
    const moved = written.replace(/^Exec=.*$/m, 'Exec=/gone/Tokentray-0.0.1.AppImage --hidden');
    for (const [before, after] of [
      [`${moved}X-GNOME-Autostart-Delay=3\n`, `${written}X-GNOME-Autostart-Delay=3\n`],
      [`${moved}Hidden=true\n`, `${moved}Hidden=true\n`]
    ] as const) {
      await app.kill();
      writeFileSync(join(entries.folder, name), before);
      const next = await launch({ environment });
      await desktop.row('Open');
      await until('the entry', () => entries.text(name) === after);
      await next.kill();
    }
  }
);

test('a folder that cannot be written is reported, and the switch stays off', async ({
  launch,
  configHome
}) => {
  test.skip(process.getuid?.() === 0, 'root writes everywhere');
  mkdirSync(join(configHome, 'autostart'));
  chmodSync(join(configHome, 'autostart'), 0o500);
  const toggle = await theSwitch(
    await launch({ options: ['--demo'], environment: { XDG_CONFIG_HOME: configHome } })
  );
  await toggle.click();
  const page = toggle.page();
  await expect(page.getByRole('alert').filter({ hasText: 'EACCES' })).toBeVisible();
  await expect(toggle).not.toBeChecked();
});
