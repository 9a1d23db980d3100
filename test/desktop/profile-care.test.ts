// Tests the last section of the settings: exported settings are imported elsewhere, everything is removed, and updates
// are checked.
import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import type { App } from './app/app';
import { setUp } from './app/command';
import { makeFolder, removeFolder } from './app/folder';
import { keyringEntries } from './linux/keyring';
import { placesWith } from './red-team/leaks';
import { CREDENTIALS, WALLET } from './app/okx';
import { storedSettings } from './app/profile';
import { appArguments, Program } from './app/program';
import { expect, test } from './app/desktop-fixture';

/** The person chooses this file in every file dialog, and answers every question with its first button. */
async function willAgree(app: App, file: string, response = 0): Promise<void> {
  await app.inMain(
    ({ dialog }, given) => {
      const seen: string[] = [];
      (globalThis as { asked?: string[] }).asked = seen;
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: given.file });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [given.file] });
      dialog.showMessageBox = (...all: unknown[]) => {
        const { message, detail } = all.at(-1) as { message: string; detail: string };
        seen.push(`${message}\n${detail}`);
        return Promise.resolve({ response: given.response, checkboxChecked: false });
      };
    },
    { file, response }
  );
}

const asked = (app: App) => app.inMain(() => (globalThis as { asked?: string[] }).asked ?? []);

async function settingsPage(app: App): Promise<Page> {
  const page = await app.page();
  await page.getByRole('button', { name: 'Settings' }).first().click();
  await expect(page.getByRole('heading', { name: 'This profile' })).toBeVisible();
  return page;
}

test('settings are moved to another profile without a secret, and wait there for their key', async ({
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  const folder = makeFolder('exported');
  const file = join(folder, 'settings.json');
  const app = await launch();
  await willAgree(app, file);
  const page = await settingsPage(app);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(placesWith(Object.values(CREDENTIALS), [{ name: file, bytes: readFileSync(file) }])).toEqual([]);
  await app.inMain(({ app: electron }) => electron.quit());
  await app.ended;
  const requests = service.requestCount;

  const other = makeFolder('other');
  const second = new Program(appArguments(other, ['settings', 'import', file]));
  const { status, stderr } = await second.finish();
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(new RegExp(`Adds: ${WALLET}`));
  const [mine, theirs] = [storedSettings(profile), storedSettings(other)];
  expect(theirs.wallets).toMatchObject([{ name: WALLET, keyId: theirs.keys[0]!.id }]);
  expect(theirs.keys).toMatchObject([{ isWaiting: true }]);
  expect(theirs.keys[0]!.id).not.toBe(mine.keys[0]!.id);
  expect(service.requestCount).toBe(requests);

  // Imports a changed file again: existing settings are replaced only with --force, and a copy is kept.
  writeFileSync(file, readFileSync(file, 'utf8').replace(WALLET, 'Renamed'));
  const unsure = await new Program(appArguments(other, ['settings', 'import', file])).finish();
  expect([unsure.status, unsure.stderr]).toEqual([2, expect.stringMatching(/Changes: Renamed[^]*--force/)]);
  const sure = await new Program(appArguments(other, ['settings', 'import', file, '--force'])).finish();
  expect(sure.status, sure.stderr).toBe(0);
  expect(storedSettings(other).wallets).toMatchObject([{ name: 'Renamed' }]);
  expect(readdirSync(other).filter(name => name.startsWith('config.before-import-'))).toHaveLength(1);
  const out = await new Program(appArguments(other, ['settings', 'export', '-'])).finish();
  expect(JSON.parse(out.stdout)).toMatchObject({
    kind: 'tokentray-settings',
    wallets: [{ name: 'Renamed' }]
  });
  await removeFolder(folder);
  await removeFolder(other);
});

test('the window says what an import will do, imports what the person confirmed, and keeps a copy', async ({
  launch,
  profile,
  provide
}) => {
  await provide();
  const file = join(profile, 'given.json');
  const { keys, wallets } = storedSettings(profile);
  const given = {
    version: 1,
    keys,
    wallets: [{ ...wallets[0], name: 'Vault' }],
    choices: { theme: 'dark', isHidden: true }
  };
  writeFileSync(file, JSON.stringify(given));
  const app = await launch();
  await willAgree(app, file, 1);
  const page = await settingsPage(app);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect.poll(() => asked(app)).toHaveLength(1);
  expect((await asked(app))[0]).toMatch(/Changes: Vault\.\nChanges 1 setting\./);
  expect(storedSettings(profile).wallets).toEqual(wallets);

  await willAgree(app, file);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect.poll(() => storedSettings(profile).wallets[0]?.name).toBe('Vault');
  await expect.poll(() => storedSettings(profile).choices.theme).toBe('dark');
  expect(storedSettings(profile)).toMatchObject({ keys, choices: { isHidden: false } });
  await expect
    .poll(() => readdirSync(profile).some(name => name.startsWith('config.before-import-')))
    .toBe(true);

  writeFileSync(file, '{"version":9}');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect.poll(async () => (await asked(app)).at(-1)).toMatch(/newer Tokentray/);
});

test('one confirmation removes everything, and the app is as on its first run', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  const before = await keyringEntries(desktop.bus);
  await provide();
  const app = await launch();
  await desktop.row(/^\$21,203\.46/);
  await willAgree(app, '', 1);
  let page = await settingsPage(app);
  await page.getByRole('button', { name: 'Delete…' }).click();
  await expect.poll(() => asked(app)).toEqual([expect.stringMatching(/1 key in the keychain/)]);
  expect(storedSettings(profile).wallets).toHaveLength(1);

  await willAgree(app, '');
  // This click closes the window: the driver may notice that first.
  await Promise.all([
    page.waitForEvent('close'),
    page
      .getByRole('button', { name: 'Delete…' })
      .click()
      .catch(() => undefined)
  ]);
  await desktop.row(/^Not connected/);
  page = await app.page();
  await expect(page.getByRole('button', { name: /demo/i }).first()).toBeVisible();
  expect(await keyringEntries(desktop.bus)).toEqual(before);
  for (const name of ['config.json', 'history/polls.jsonl', 'activity.jsonl'])
    expect(existsSync(join(profile, name)), name).toBe(false);
});

test('updates are checked when the person chose it, and reported in one quiet line', async ({
  launch,
  profile,
  service
}) => {
  await setUp(profile, service.setUpText());
  const seen: string[] = [];
  const body = JSON.stringify({ tag_name: 'v99.0.0', body: 'Faster.\n<img src=x onerror=alert(1)>' });
  const github = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end(body);
  });
  await new Promise<void>(done => github.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  const app = await launch({ environment: { TOKENTRAY_TEST_RELEASES: origin } });
  await expect.poll(() => service.requestCount).toBeGreaterThan(2);
  expect(seen).toEqual([]);
  const page = await settingsPage(app);
  await page.getByRole('switch', { name: /Check for updates/ }).click();
  await expect.poll(() => seen).toHaveLength(1);
  const { requestCount } = service;
  await expect(page.getByText('A new version of Tokentray is available.')).toBeVisible();
  await expect.poll(() => service.requestCount).toBeGreaterThan(requestCount + 2);
  expect(seen).toEqual(['/repos/tokentray/tokentray/releases/latest']);

  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('A new version is available (99.0.0)')).toBeVisible();
  await expect(page.getByText('<img src=x')).toBeVisible();
  await app.inMain(({ shell }) => {
    const pages: string[] = [];
    (globalThis as { asked?: string[] }).asked = pages;
    shell.openExternal = url => Promise.resolve(void pages.push(url));
  });
  await page.getByRole('button', { name: 'Open page' }).click();
  await expect
    .poll(() => asked(app))
    .toEqual(['https://github.com/tokentray/tokentray/releases/tag/v99.0.0']);
  github.close();
});
