// The Settings page in the real window: the list of sections follows the scroll, and no focus hides below the head.
import type { Page } from 'playwright/test';
import { expect, test } from './app/desktop-fixture';

async function openSettings(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 600 });
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
}

test('the list of sections leads to a section and follows the scroll', async ({ launch }) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await openSettings(page, 980);
  const list = page.getByRole('navigation', { name: 'Sections' });
  const current = list.locator('[aria-current]');
  await expect(current).toHaveText('Appearance');
  await list.getByRole('button', { name: 'Notifications' }).click();
  const heading = page.getByRole('heading', { name: 'Notifications' });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
  await expect(current).toHaveText('Notifications');
  // The last section is short: it cannot come to the top, and is the current one all the same.
  await list.getByRole('button', { name: 'Network' }).click();
  await expect(current).toHaveText('Network');
  await page.mouse.move(600, 300);
  for (let turns = 0; turns < 40; turns++) await page.mouse.wheel(0, -400);
  await expect(current).toHaveText('Appearance');
  for (let turns = 0; turns < 40; turns++) await page.mouse.wheel(0, 400);
  await expect(current).toHaveText('Demo');
});

test('in a narrow window the sections are a menu', async ({ launch }) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await openSettings(page, 420);
  await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('button')).toHaveCount(0);
  await page.getByLabel('Sections').last().selectOption({ label: 'Counting' });
  await expect(page.getByRole('heading', { name: 'Counting' })).toBeInViewport();
});

for (const width of [980, 420])
  test(`the focus is never hidden below the head of the page, ${width} px`, async ({ launch }) => {
    const page = await (await launch({ options: ['--demo'] })).page();
    await openSettings(page, width);
    await page.locator('.settings-list button, .settings-list input').last().focus();
    const covered: string[] = [];
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Shift+Tab');
      const under = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one?.closest('.settings-list')) return null;
        const edges = (one.closest('label') ?? one).getBoundingClientRect();
        const head = document.querySelector('.settings-head')!.getBoundingClientRect();
        return edges.bottom > head.bottom + 4 ? null : one.outerHTML.slice(0, 80);
      });
      if (under !== null) covered.push(under);
    }
    expect(covered).toEqual([]);
  });

test('a change of the language is applied at once, loads its texts, and keeps place and focus', async ({
  launch
}) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  const loaded = new Set<string>();
  page.on('request', request => {
    const [, language] = /\.(en|zh)-[\w-]+\.js$/.exec(request.url()) ?? [];
    if (language) loaded.add(language);
  });
  await openSettings(page, 980);
  expect([...loaded]).toEqual(['en']);

  await page.locator('#language').getByText('简体中文').click();
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect([...loaded]).toEqual(['en', 'zh']);
  expect(await page.evaluate(() => document.activeElement?.closest('#language') !== null)).toBe(true);
  expect(await page.locator('main').innerText()).not.toMatch(/undefined/);

  // What is opened later is in the new language, and so is what was open before.
  await page.locator('nav').getByText('动态').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('动态');
  expect(await page.locator('body').innerText()).not.toMatch(/undefined/);
});

test('the search of the settings finds words of the other language too', async ({ launch }) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await openSettings(page, 980);
  await page.getByLabel('Search settings').fill('免打扰');
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeHidden();
  await page.getByLabel('Search settings').fill('quiet hours');
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
});
