// Small panels of the real window: one at a time, closed by Escape or a click elsewhere, and reached by the keyboard.
import type { Page } from 'playwright/test';
import { expect, test } from './app/desktop-fixture';

const openPanels = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(':popover-open')].map(one => one.getAttribute('aria-label') ?? '')
  );

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

test('one panel is open at a time, and Escape or a click elsewhere closes it', async ({ launch }) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  const filter = page.getByRole('button', { name: 'Filter' });
  await page.locator('.history svg[role=slider]').click({ position: { x: 150, y: 40 } });
  const point = page.locator('.history [role=dialog]');
  await expect(point).toBeVisible();
  await expect(point.getByRole('button', { name: 'Close this point' })).toBeFocused();
  await filter.click();
  await expect(point).toHaveCount(0);
  await expect.poll(() => openPanels(page)).toEqual(['Filters of the table']);
  await page.getByTitle('Columns and copying').click();
  await expect.poll(() => openPanels(page)).toEqual(['Columns and copying']);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => openPanels(page)).toEqual(['Export…']);
  await page.locator('.number').click();
  await expect.poll(() => openPanels(page)).toEqual([]);

  await page.locator('.history svg[role=slider]').click({ position: { x: 150, y: 40 } });
  await expect(point).toBeVisible();
  await page.locator('.history svg[role=slider]').click({ position: { x: 300, y: 40 } });
  await expect(point).toHaveCount(1);
  await expect(point).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(point).toHaveCount(0);
  await expect(page.locator('.history svg[role=slider]')).toBeFocused();
});

test('a panel is used by the keyboard alone, and Escape gives the focus back and keeps the filters', async ({
  launch
}) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await page.locator('#search').fill('usdc');
  await page.getByRole('button', { name: 'Export…' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('group', { name: 'Export…' });
  await expect(panel.getByRole('button', { name: 'Holdings as CSV' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(panel.locator('select').first()).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('CSV');
  await page.keyboard.press('Escape');
  await expect.poll(() => openPanels(page)).toEqual([]);
  expect(await focused(page)).toBe('Export…');
  await expect(page.locator('#search')).toHaveValue('usdc');
});

test('an exported file is named, and shown in its folder', async ({ launch, profile }) => {
  const app = await launch({ options: ['--demo'] });
  const page = await app.page();
  const file = `${profile}/holdings.csv`;
  const shown = () => app.inMain(() => (globalThis as { shownFiles?: string[] }).shownFiles ?? [], null);
  await app.inMain(({ dialog, shell }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    shell.showItemInFolder = one => void ((globalThis as { shownFiles?: string[] }).shownFiles = [one]);
  }, file);
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('button', { name: 'Holdings as CSV' }).click();
  await expect(page.locator('.toast')).toContainText(file);
  await page.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(shown).toEqual([file]);
});
