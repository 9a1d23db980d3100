// Tests past prices on the whole app: the move of a day soon after connecting, after a kill, and when OKX refuses them.
import type { Page } from 'playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge } from '../../shared/ipc/channels';
import type { AppState } from '../../shared/schema/app-state';
import type { Response } from '../../shared/ipc/contract';
import { MASK } from '../../shared/text/money';
import { connect } from './window/connect-form';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { SHOWN_TOTAL, token } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

/** The polls of other tests follow each other so closely that nothing may be asked in between. */
const CALM = { environment: { TOKENTRAY_TEST_INTERVAL_MS: '20000' } };

/** Of the holdings: a chain has a percent of its own, from recorded points only. */
const moves = (page: Page) => page.locator('.grid:not(.group) .cell-change .delta');

const PAST_LINE = "Today's amounts at past prices";

const choose = (page: Page, change: Record<string, unknown>) =>
  page.evaluate(async asked => {
    await (window as unknown as { tokentray: Bridge }).tokentray.call('choices:change', asked);
  }, change);

const readWeek = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { tokentray: Bridge }).tokentray.call('history:read', { range: '1w' })
  ) as Promise<Response<'history:read'>>;

/** ETH is at 2650.43 now and USDC at 1. */
const PAST: readonly (readonly [coin: string, price: string])[] = [
  ['1/', '2120.344'],
  ['8453/0x833589fcd6edb6e08f4c7c32d4f71b54bda02913', '1.25']
];
const MOVES = [/^\s*\+25\.0\s%$/, /^\s*−20\.0\s%$/];

test('each row has the move of a day soon after connecting, also after the app was killed', async ({
  launch,
  profile,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, token({}));
  for (const [coin, price] of PAST) service.standIn.pastPrices.set(coin, () => price);
  const app = await launch(CALM);
  const page = await app.page();
  await connect(page, service.origin);
  await expectTotal(page, '$22,203.46');
  const cells = moves(page);
  await expect(cells).toHaveText(MOVES, { timeout: 15_000 });
  await expect(page.getByRole('columnheader', { name: '24 h' })).toBeVisible();

  const file = join(profile, 'prices-v5-account.json');
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8')).toContain('"1/"');
  const targets = () => service.standIn.requests.map(({ target }) => target);
  const balances = targets().findIndex(target => target.includes('/asset/wallet-all-token-balances'));
  const past = targets().findIndex(target => target.includes('/historical-price'));
  expect(balances).toBeGreaterThanOrEqual(0);
  expect(past).toBeGreaterThan(balances);

  await app.kill();
  const hours = () => targets().filter(target => target.includes('period=1h')).length;
  const before = hours();
  const again = await launch(CALM);
  await expect(moves(await again.page())).toHaveText(MOVES);
  expect(hours()).toBe(before);
});

/** More than can be asked between two polls. */
const MANY = 24;

test('many tokens have their moves one after another, and the polls go on meanwhile', async ({
  launch,
  service
}) => {
  const tokens = Array.from({ length: MANY }, (_, at) =>
    token({ symbol: `T${at}`, tokenAddress: `0x${String(at + 1).padStart(40, '0')}`, balance: '10' })
  );
  service.hold(...EXAMPLE_ASSETS, ...tokens);
  for (const { chainIndex, tokenAddress } of tokens)
    service.standIn.pastPrices.set(`${chainIndex}/${tokenAddress}`, () => '0.8');
  for (const [coin, price] of PAST) service.standIn.pastPrices.set(coin, () => price);
  const app = await launch({ environment: { TOKENTRAY_TEST_INTERVAL_MS: '10000' } });
  const page = await app.page();
  await connect(page, service.origin);
  const purposes = () =>
    service.standIn.requests.flatMap(({ target }) => {
      if (target.includes('period=1h')) return ['past'];
      return target.includes('/asset/wallet-all-token-balances') ? ['poll'] : [];
    });
  await expect
    .poll(() => purposes().filter(one => one === 'past').length, { timeout: 120_000 })
    .toBe(MANY + 1);
  const asked = purposes();
  const [first, last] = [asked.indexOf('past'), asked.lastIndexOf('past')];
  // A poll at each interval: it waits for one request at most, and the past waits for it.
  expect(asked.slice(first, last).filter(one => one === 'poll').length).toBeGreaterThanOrEqual(2);
  // The table draws no more rows than fit: all of them are in the state.
  const shown = async () => {
    const { text } = await page.evaluate(
      () =>
        (window as unknown as { tokentray: Bridge }).tokentray.call('state:read', {}) as Promise<{
          text: string;
        }>
    );
    return (JSON.parse(text) as AppState).portfolio.holdings.map(({ changePercent }) => changePercent);
  };
  await expect.poll(async () => (await shown()).filter(percent => percent === '25').length).toBe(MANY + 1);
});

test('a refusal costs one sentence in Diagnostics', async ({ launch, service }) => {
  const path = '/api/v5/wallet/token/historical-price';
  service.standIn.injectFault({ kind: 'refuse', code: '50120', path });
  const app = await launch(CALM);
  const page = await app.page();
  await connect(page, service.origin);
  await expectTotal(page, SHOWN_TOTAL);
  await expect.poll(() => service.pastPriceCount).toBe(1);
  await page.getByRole('button', { name: 'Diagnostics' }).first().click();
  await expect(
    page.getByText('OKX refused to give past prices. Tokentray asks again a day later.')
  ).toBeVisible();
  expect(service.pastPriceCount).toBe(1);
});

test('where nothing is recorded, the chart has a dashed week of what is held at past prices, and nothing else has it', async ({
  launch,
  service
}) => {
  const app = await launch(CALM);
  const page = await app.page();
  await connect(page, service.origin);
  await expectTotal(page, SHOWN_TOTAL);
  await page.keyboard.press('2');
  const dashed = page.locator('.history path[stroke-dasharray]');
  await expect(dashed).toHaveCount(1, { timeout: 15_000 });
  await expect(page.locator('.history text', { hasText: PAST_LINE })).toBeVisible();
  await expect(page.getByRole('table', { name: PAST_LINE }).getByRole('row')).not.toHaveCount(1);
  const [line, plot] = [await dashed.boundingBox(), await page.locator('.history').boundingBox()];
  expect(line?.width).toBeGreaterThan((plot?.width ?? 0) * 0.8);

  // The change is that of what was recorded, and a minute has no percent yet.
  await expect(page.locator('p.change')).not.toContainText('%');
  const { chartPoints, change } = await readWeek(page);
  expect(chartPoints.every(({ at }) => at > Date.now() - 60_000)).toBe(true);
  expect(change === null || change.since > Date.now() - 60_000).toBe(true);

  await choose(page, { isHidden: true });
  await expectTotal(page, MASK);
  await expect(page.getByRole('table', { name: PAST_LINE })).toContainText(MASK);
  await expect(page.getByRole('table', { name: PAST_LINE })).not.toContainText('$');
  await expect(page.locator('.history')).not.toContainText('$');

  await choose(page, { pastPrices: false });
  await expect(dashed).toHaveCount(0);
  await expect(page.getByText(PAST_LINE)).toHaveCount(0);
});
