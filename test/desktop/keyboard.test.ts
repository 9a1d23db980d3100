// Tests the whole app without a pointer: first run, search, sort, a detail, hidden balances, settings.
import type { Page } from 'playwright/test';
import { expect, test } from './app/desktop-fixture';

test.use({ keyring: 'no-keyring' });

/** Presses Tab until the focused element matches; throws when none has matched after a round through the page. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(asked => document.activeElement?.matches(asked) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return {
      className: String(document.activeElement?.className ?? ''),
      hasRing: outlineStyle !== 'none' && outlineWidth !== '0px'
    };
  });

test('first run, search, sort, detail, hiding and settings work with the keyboard only', async ({
  launch
}) => {
  const page = await (await launch()).page();
  await expect(page.getByRole('button', { name: 'Try the demo portfolio' })).toBeVisible();
  await tabTo(page, '.welcome-acts .button:not(.primary)');
  expect((await focused(page)).hasRing).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('.entry').first()).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('usdc');
  await expect(page.locator('.holding .symbol').first()).toHaveText('USDC');
  await expect(page.locator('.holding .symbol', { hasText: /^BTC$/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('#search')).toHaveValue('');

  await page.keyboard.press('Shift+Tab');
  await tabTo(page, '[role=columnheader] button');
  const header = page.locator('[role=columnheader]').filter({ has: page.locator('button:focus') });
  const before = await header.getAttribute('aria-sort');
  await page.keyboard.press('Enter');
  await expect(header).not.toHaveAttribute('aria-sort', before ?? 'unset');

  await tabTo(page, '.entry');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const row = await page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'));
  await page.keyboard.press('Enter');
  const drawer = page.locator('dialog.drawer[open]');
  await expect(drawer).toHaveCount(1);
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    // Chromium lets Tab leave a modal dialog for the browser's own frame, never for the page behind it.
    const isInside = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe(row);
  expect((await focused(page)).hasRing).toBe(true);

  await page.keyboard.press('h');
  await expect(page.locator('.number')).toHaveText('•••');
  await page.keyboard.press('h');
  await expect(page.locator('.number')).toHaveText(/^\$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.number')).toBeVisible();
});

test('the drawer of a chain opens from its row by a key, and the focus returns to the row', async ({
  launch
}) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await expect(page.locator('.entry').first()).toBeVisible();
  await tabTo(page, '.sidebar .chain');
  const name = await page.evaluate(() => document.activeElement?.querySelector('.clip')?.textContent);
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog', { name: `${name}, Chain` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  expect((await focused(page)).className).toContain('chain');
  await page.keyboard.press('ArrowRight');
  expect((await focused(page)).className).toContain('detail-button');
  expect((await focused(page)).hasRing).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: `${name}, Chain` })).toBeVisible();
});
