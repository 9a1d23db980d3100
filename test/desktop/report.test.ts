// Tests "Report a problem": the whole text is shown before anything is saved or copied, and contains nothing private.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homedir, userInfo } from 'node:os';
import type { Page } from 'playwright/test';
import type { App } from './app/app';
import { violations } from './window/axe-source';
import { until } from './app/deadline';
import { ACCOUNT_ID, CREDENTIALS, SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';

/** Sets the path that the person chooses in the system's dialog; null: the person cancels. */
async function willSaveAs(app: App, path: string | null): Promise<void> {
  await app.inMain(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Report a problem' });

/** Opens Diagnostics and the report's sheet, with the keyboard only, and gives the whole text. */
async function openReport(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Diagnostics' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.checks li').first()).toBeVisible();
  await page.getByRole('button', { name: 'Report a problem' }).focus();
  await page.keyboard.press('Enter');
  const text = sheet(page).getByRole('region', { name: 'The report' });
  await expect(text).toContainText('Versions');
  return (await text.textContent()) ?? '';
}

test('a report is read first, then saved and copied exactly, and contains nothing private', async ({
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expect(page.getByText(SHOWN_TOTAL.split('.')[0]!).first()).toBeVisible();
  service.standIn.keys.delete(CREDENTIALS.apiKey);
  await page.keyboard.press('r');
  await expect(page.getByText('Key not accepted').first()).toBeVisible();

  const text = await openReport(page);
  for (const said of ['Checks', 'key-unknown 50111', 'v5-account', 'visibleInterval: 60 s'])
    expect(text).toContain(said);
  const { apiKey, secretKey, passphrase } = CREDENTIALS;
  const never = [apiKey, secretKey, passphrase, ACCOUNT_ID, 'Cold wallet', profile, homedir(), '21,203'];
  expect(never.filter(word => text.includes(word))).toEqual([]);
  expect(text).not.toMatch(new RegExp(`\\b${userInfo().username}\\b`));

  const file = join(profile, 'report.txt');
  await willSaveAs(app, null);
  await sheet(page).getByRole('button', { name: 'Save…' }).click();
  await expect(sheet(page).getByRole('button', { name: 'Save…' })).toBeEnabled();
  await expect(sheet(page).getByRole('status')).toHaveText('');
  await willSaveAs(app, file);
  await sheet(page).getByRole('button', { name: 'Save…' }).click();
  await expect(sheet(page).getByRole('status')).toHaveText(`Saved as ${file}.`);
  expect(readFileSync(file, 'utf8')).toBe(text);
  await willSaveAs(app, join(profile, 'config.json', 'below-a-file.txt'));
  await sheet(page).getByRole('button', { name: 'Save…' }).click();
  await expect(sheet(page).getByRole('status')).toHaveText(/Could not be saved/);
  await sheet(page).getByRole('button', { name: 'Copy' }).click();
  await expect(sheet(page).getByRole('status')).toHaveText('Copied.');
  await until('the copied report', async () => (await app.clipboardText()) === text);
});

test('axe finds no violation in the sheet of the report, which scrolls by the keyboard and closes with Escape', async ({
  launch
}) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await page.setViewportSize({ width: 380, height: 568 });
  await openReport(page);
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect.soft(await violations(page), theme).toEqual([]);
  }
  const { right, bottom } = await sheet(page).evaluate(node => node.getBoundingClientRect());
  expect([right <= 380, bottom <= 568]).toEqual([true, true]);
  const region = sheet(page).getByRole('region');
  await region.focus();
  await page.keyboard.press('End');
  await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await expect(sheet(page).getByRole('button', { name: 'Save…' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Report a problem' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible();
});
