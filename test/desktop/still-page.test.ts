// Tests that nothing above the table moves when a banner or a badge comes or goes, that a banner is in sight at once, and
// what stays in sight: the head of a drawer, and the rows beside a toast.
import type { Page } from 'playwright/test';
import { CREDENTIALS, SHOWN_TOTAL, token } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

/** The window as it opens, its least size, a narrow page, and 200 % zoom, where the page scrolls as a whole. */
const SIZES = [
  { width: 980, height: 680, isBannerSeen: true },
  { width: 640, height: 480, isBannerSeen: true },
  { width: 380, height: 680, isBannerSeen: true },
  { width: 490, height: 340, isBannerSeen: false }
];

/** Top edges of the parts of the page, in CSS pixels. */
const tops = (page: Page) =>
  page.evaluate(() =>
    ['.total', '.change', '.movers', '.history', '.tools', '.holding-entry'].map(selector => [
      selector,
      document.querySelector(selector)?.getBoundingClientRect().top
    ])
  );

for (const { width, height, isBannerSeen } of SIZES)
  test(`a banner that comes and goes moves nothing, ${width} x ${height}`, async ({
    desktop,
    launch,
    provide,
    service
  }) => {
    await provide();
    const page = await (await launch()).page();
    await page.setViewportSize({ width, height });
    await expectTotal(page, SHOWN_TOTAL);
    await expect(page.locator('.holding-entry').first()).toBeVisible();
    const before = await tops(page);

    service.standIn.keys.delete(CREDENTIALS.apiKey);
    await desktop.clickMenu('Refresh now');
    const banner = page.locator('.main .note.err');
    await expect(banner).toContainText('OKX does not know this key.');
    expect(await tops(page)).toEqual(before);
    if (isBannerSeen) await expect(banner.getByRole('button')).toBeInViewport({ ratio: 1 });

    service.standIn.keys.set(CREDENTIALS.apiKey, CREDENTIALS);
    await desktop.clickMenu('Refresh now');
    await expect(banner).toBeHidden();
    expect(await tops(page)).toEqual(before);
  });

for (const { width, height } of [...SIZES, { width: 880, height: 680 }])
  test(`a change that is being checked moves nothing, ${width} x ${height}`, async ({
    desktop,
    launch,
    provide,
    service
  }) => {
    const chain = { chainIndex: '1', address: '0xa03400e098f4421b34a3a44a1b4e571419517687' };
    const eth = token({ ...chain, symbol: 'ETH', balance: '80', tokenPrice: '2650', tokenAddress: '' });
    const usdc = token({
      ...chain,
      tokenAddress: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
      balance: '50000'
    });
    service.hold(eth, usdc);
    await provide();
    const page = await (await launch()).page();
    await page.setViewportSize({ width, height });
    await expectTotal(page, '$262,000.00');
    const before = await tops(page);
    service.hold(eth);
    await desktop.clickMenu('Refresh now');
    await expect(page.locator('.main .note.warn')).toContainText('USDC');
    await expect(page.getByRole('button', { name: 'checking 1 change' })).toBeVisible();
    expect(await tops(page)).toEqual(before);
  });

test('the head of a drawer and its Close stay in sight while it scrolls', async ({ launch, provide }) => {
  await provide();
  const page = await (await launch()).page();
  await page.setViewportSize({ width: 980, height: 480 });
  await page.locator('.holding-entry').first().click();
  const drawer = page.locator('dialog.drawer[open]');
  await expect(drawer).toContainText('How this is known');
  const scrolledPx = await drawer.evaluate(box => {
    const scrolled = [box, ...box.querySelectorAll('*')].find(
      one => one.scrollHeight > one.clientHeight + 50
    )!;
    scrolled.scrollTop = scrolled.scrollHeight;
    return scrolled.scrollTop;
  });
  expect(scrolledPx).toBeGreaterThan(50);
  await expect(drawer.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  await expect(drawer.locator('header')).toBeInViewport({ ratio: 1 });
});

test('a toast lies beside the rows and the numbers of the page', async ({ launch }) => {
  // The demo receives tokens within its first seconds.
  const page = await (await launch({ options: ['--demo'] })).page();
  await page.bringToFront();
  const toast = page.locator('.toast');
  await expect(toast).toBeVisible();
  const [left, right] = await page.evaluate(() =>
    ['.main', '.toast']
      .map(selector => document.querySelector(selector)!.getBoundingClientRect())
      .map(({ left, right }, at) => (at === 0 ? left : right))
  );
  expect(right).toBeLessThanOrEqual(left!);
});
