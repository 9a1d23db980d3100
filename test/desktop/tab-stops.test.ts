// Tests how far it is to the search field by Tab, and that the arrow keys move in the lists, with a portfolio on several chains.
import type { Page } from 'playwright/test';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { token } from './app/okx';
import { expect, test } from './app/desktop-fixture';

/** Base, Polygon, Solana, Arbitrum, BNB Chain, Optimism. */
const CHAINS = ['8453', '137', '501', '42161', '56', '10'];
const MOST_STOPS = 12;
/** What is there before the test gives up. */
const MOST_PRESSES = 80;

const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(asked => document.activeElement?.matches(asked) ?? false, selector);

/** How often Tab is pressed until the element has the focus. */
async function pressesTo(page: Page, selector: string): Promise<number> {
  for (let presses = 1; presses <= MOST_PRESSES; presses++) {
    await page.keyboard.press('Tab');
    if (await isFocused(page, selector)) return presses;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

test('at most twelve tab stops lie before the search field, and arrows move in the lists', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  const held = (balance: string) =>
    CHAINS.map((chainIndex, at) => token({ chainIndex, balance, symbol: `T${at}`, tokenAddress: `0x${at}` }));
  service.hold(...EXAMPLE_ASSETS, ...held('100'));
  await provide();
  const app = await launch();
  await desktop.row(/^\$21,803\.46/);
  service.hold(...EXAMPLE_ASSETS, ...held('200'));
  await desktop.row(/^\$22,403\.46/);
  const page = await app.page();
  await expect(page.locator('.sidebar .chain')).toHaveCount(CHAINS.length + 1);

  // The focus begins at the top of the page.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  expect((await pressesTo(page, '#search')) - 1).toBeLessThanOrEqual(MOST_STOPS);

  // The badge is one of them, with the buttons beside it.
  await pressesTo(page, '.popup-face');
  await page.keyboard.press('Enter');
  const answers = page.getByRole('group', { name: 'What answered' });
  await expect(answers).toContainText('All answers are up to date.');
  await page.keyboard.press('Escape');
  await expect(answers).toBeHidden();
  expect(await isFocused(page, '.popup-face')).toBe(true);
  await page.keyboard.press('Enter');
  await expect(answers).toContainText('Cold wallet');
  await page.locator('.number').click();
  await expect(answers).toBeHidden();

  await pressesTo(page, '.head button');
  expect(await pressesTo(page, '.rows [tabindex="0"]')).toBe(1);
  await page.keyboard.press('Home');
  expect(await isFocused(page, '.group .detail-button')).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await isFocused(page, '.entry')).toBe(true);

  await pressesTo(page, '.sidebar .chain');
  const first = await focusedText(page);
  await page.keyboard.press('End');
  const last = await focusedText(page);
  expect(last).not.toBe(first);
  await page.keyboard.press('ArrowRight');
  expect(await isFocused(page, '.detail-button')).toBe(true);
  await page.keyboard.press('Enter');
  await expect(page.locator('dialog.drawer[open]')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog.drawer[open]')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  expect(await focusedText(page)).toBe(last);
});
