// Tests every view of the built app with axe-core, light and dark, in every language, with a drawer and a sheet open.
import type { Page } from 'playwright/test';
import type { Bridge } from '../../shared/ipc/channels';
import { LANGUAGES } from '../../shared/domain/language';
import { LONG_TEST_MS } from './app/deadline';
import { violations } from './window/axe-source';
import { expect, test } from './app/desktop-fixture';

test.use({ keyring: 'no-keyring' });
test.setTimeout(LONG_TEST_MS);

/** The views in the order of the sidebar. */
const VIEWS = ['overview', 'activity', 'wallets', 'settings', 'diagnostics'] as const;

async function choose(page: Page, change: Record<string, unknown>): Promise<void> {
  await page.evaluate(async asked => {
    const { tokentray } = window as unknown as { tokentray: Bridge };
    await tokentray.call('choices:change', asked);
  }, change);
}

/** Finds the entry by its index: names differ by language. */
async function go(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  await page.locator('.sidebar .nav:not(.leave)').nth(VIEWS.indexOf(view)).click();
  await expect(page.locator('.sidebar .nav[aria-current]')).toHaveCount(1);
  await expect(page.locator('.loading')).toHaveCount(0);
}

async function expectClean(page: Page, where: string): Promise<void> {
  // Soft expectations: one run reports all problems.
  expect.soft(await violations(page), where).toEqual([]);
}

async function expectCleanDrawers(page: Page, where: string): Promise<void> {
  await go(page, 'overview');
  await page.locator('.detail-button').first().focus();
  await page.keyboard.press('Enter');
  await expectClean(page, `${where}, drawer of a chain`);
  await page.locator('.drawer-row').first().click();
  await expect(page.locator('dialog.drawer[open]')).toHaveCount(2);
  await expectClean(page, `${where}, drawer of a holding`);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.locator('dialog.keys-sheet[open]')).toHaveCount(1);
  await expectClean(page, `${where}, list of keys`);
  await page.keyboard.press('Escape');
}

/** Each theme and each language once: contrast depends on the theme alone, names and labels on the language alone. */
const THEMES = ['light', 'dark'] as const;
const LOOKS = LANGUAGES.map((language, at) => ({ language, theme: THEMES[at % 2]! }));

for (const { theme, language } of LOOKS)
  test(`axe finds nothing in any view, ${theme}, ${language}`, async ({ launch }) => {
    const app = await launch({ options: ['--demo'], environment: { TOKENTRAY_TEST_INTERVAL_MS: '3000' } });
    const page = await app.page();
    await expect(page.locator('.entry').first()).toBeVisible();
    await choose(page, { theme, language });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const where = `${theme}, ${language}`;
    for (const view of VIEWS) {
      await go(page, view);
      await expectClean(page, `${view}, ${where}`);
    }
    await choose(page, { isHidden: true });
    await go(page, 'overview');
    await expectClean(page, `hidden, ${where}`);
    await expectCleanDrawers(page, where);
  });

test('axe finds no violation in the first run and in the form of a key', async ({ launch }) => {
  const page = await (await launch()).page();
  await expect(page.locator('.cards')).toBeVisible();
  await expectClean(page, 'first run');
  await page.locator('.button.primary').click();
  await expectClean(page, 'form');
  await page.locator('button[type=submit]').click();
  await expectClean(page, 'form with errors');
});

test('no view scrolls sideways down to 320 px, nor at 200 %', async ({ launch }) => {
  const page = await (await launch({ options: ['--demo'] })).page();
  await expect(page.locator('.entry').first()).toBeVisible();
  for (const width of [320, 380, 490, 640, 980]) {
    await page.setViewportSize({ width, height: 568 });
    for (const view of VIEWS) {
      await go(page, view);
      expect.soft(await tooWide(page), `${view} at ${width} px`).toEqual([]);
    }
    await go(page, 'overview');
    // The sheet is loaded when it is first asked for: an Escape before it is open would leave it open over the sidebar.
    await page.keyboard.press('?');
    await expect(page.locator('dialog.keys-sheet[open]')).toHaveCount(1);
    expect.soft(await tooWide(page), `list of keys at ${width} px`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  }
});

/** Gives the elements that scroll sideways or extend over the right edge. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const isSeen = (node: Element) => !node.closest('.unseen, [hidden]') && node.checkVisibility();
    return [...document.querySelectorAll('body *')]
      .filter(isSeen)
      .filter(node => {
        const { overflowX } = getComputedStyle(node);
        const scrolls = /auto|scroll/.test(overflowX) && node.scrollWidth > node.clientWidth + 1;
        const { right, width } = node.getBoundingClientRect();
        return scrolls || (width > 1 && right > edge + 1 && node.closest('svg, canvas') === null);
      })
      .map(node => `${node.tagName.toLowerCase()}.${String(node.className)}`);
  });
}
