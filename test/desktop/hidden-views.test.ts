// Tests hidden balances on every page and in every detail, as a person and a screen reader read them.
import type { Page } from 'playwright/test';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { MASK } from '../../shared/text/money';
import { token } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const USDC = token({ balance: '1000' });
/**
 * Matches amounts of the total, of holdings and of the transfer, complete or in part. Market prices are allowed: they
 * say nothing about the holdings.
 */
const AMOUNTS = /22.?203|22.?453|21.?203|0\.69088|1.?250\b|\b250\b|1.?000\b/;
const PAGES = ['Portfolio', 'Activity', 'Wallets and keys', 'Settings', 'Diagnostics'] as const;

/** All content of the accessibility tree: text, names, descriptions and values. */
async function everythingSaid(page: Page): Promise<string> {
  return page.evaluate(() => {
    const said = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'placeholder'];
    const nodes = [...document.querySelectorAll('*')];
    const attributes = nodes.flatMap(node => said.map(name => node.getAttribute(name) ?? ''));
    return [document.title, document.body.innerText, ...attributes].join('\n');
  });
}

async function expectNothingSaid(page: Page, where: string): Promise<void> {
  // Limits of settings are no amounts of the wallets.
  const said = (await everythingSaid(page)).replaceAll(/\$1,000( or more| on|\. The)/g, '');
  expect(AMOUNTS.exec(said)?.[0] ?? null, where).toBe(null);
}

test('no page and no detail shows an amount while balances are hidden', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, USDC);
  await provide();
  const app = await launch();
  await desktop.row(/^\$22,203\.46/);
  service.hold(...EXAMPLE_ASSETS, { ...USDC, balance: '1250' });
  await desktop.row(/^\$22,453\.46/);
  const page = await app.page();
  await expectTotal(page, '$22,453.46');
  expect(AMOUNTS.exec(await everythingSaid(page))).not.toBe(null);

  await desktop.clickMenu('Hide balances');
  await expectTotal(page, MASK);
  for (const name of PAGES) {
    await page
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await expect(page.getByRole('main')).toBeVisible();
    await expectNothingSaid(page, name);
  }
  await page
    .getByRole('button', { name: /^Activity/ })
    .first()
    .click();
  await expect(page.getByRole('main')).toContainText(`Received ${MASK} USDC`);
  await page
    .getByRole('button', { name: /^Portfolio/ })
    .first()
    .click();
  await page.getByRole('table', { name: 'Holdings' }).getByText('USDC').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothingSaid(page, 'the detail of a holding');
  expect(await desktop.menuText()).not.toMatch(AMOUNTS);
});
