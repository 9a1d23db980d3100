// Tests what a person sees of a doubt and of tokens that need an OK, and decides: in the window, in the menu, by command.
import type { Page } from 'playwright/test';
import { read, readTotal } from './app/command';
import { token } from './app/okx';
import { expect, test } from './app/desktop-fixture';

const on = { chainIndex: '1', address: '0xa03400e098f4421b34a3a44a1b4e571419517687' };
const ETH = token({ ...on, symbol: 'ETH', balance: '8', tokenPrice: '2650', tokenAddress: '' });
const USDC = token({
  ...on,
  symbol: 'USDC',
  balance: '5000',
  tokenAddress: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48'
});
const AIRDROPS = Array.from({ length: 12 }, (_, at) =>
  token({ ...on, symbol: `DROP${at}`, balance: '20000', tokenAddress: `0x${String(at).padStart(40, '5')}` })
);
const LESS = /^\$21,200\.00/;
const ALL = /^\$26,200\.00/;

const portfolio = (page: Page) => page.getByRole('main');
interface Listed {
  readonly doubts: readonly { id: string }[];
  readonly waiting: { readonly tokens: readonly { id: string }[] };
}

/** What `tokentray doubts` prints, and the ids of all that it lists. */
async function listed(profile: string): Promise<{ text: string; ids: string[] }> {
  const { stdout } = await read(profile, 'doubts', '--format', 'json');
  const { stdout: text } = await read(profile, 'doubts');
  const { doubts, waiting } = JSON.parse(stdout) as Listed;
  return { text, ids: [...doubts, ...waiting.tokens].map(({ id }) => id) };
}

/** The menu is drawn before the files are written. */
function untilListed(profile: string, count: number): Promise<void> {
  return expect.poll(async () => (await listed(profile)).ids.length).toBe(count);
}

test('a missing token is shown as being checked everywhere, and is believed at once when the person says so', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  service.hold(ETH, USDC);
  await provide();
  const app = await launch();
  await desktop.row(ALL);
  service.hold(ETH);
  await desktop.row(/^Checking 1 change/);
  await desktop.row(ALL);
  const page = await app.page();
  await expect(portfolio(page)).toContainText('checking 1 change');
  await expect(portfolio(page)).toContainText("OKX's answer lacks 5,000 USDC on Ethereum.");

  const total = await readTotal(profile);
  expect(total).toMatchObject({ status: 0, state: 'fresh', total: '26200', doubts: [{ kind: 'missing' }] });
  const { text, ids } = await listed(profile);
  expect(text).toContain('5,000 USDC');
  expect(ids).toHaveLength(1);
  expect((await read(profile, 'accept', 'nothing')).status).toBe(1);
  await desktop.row(ALL);
  expect((await read(profile, 'accept', ids[0]!)).status).toBe(0);
  await desktop.row(LESS);
  await expect(portfolio(page)).not.toContainText('checking');
  expect((await listed(profile)).ids).toEqual([]);
});

test('the banner says "It is gone", and believes it with one click', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(ETH, USDC);
  await provide();
  const app = await launch();
  await desktop.row(ALL);
  service.hold(ETH);
  const page = await app.page();
  await page.getByRole('button', { name: 'It is gone' }).first().click();
  await desktop.row(LESS);
});

test('a doubt is decided without the app too, under its lock', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  service.hold(ETH, USDC);
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(ALL);
  service.hold(ETH);
  await desktop.row(/^Checking 1 change/);
  await untilListed(profile, 1);
  await app.kill();
  const [id] = (await listed(profile)).ids;
  expect(await read(profile, 'accept', id!.slice(0, 5))).toMatchObject({ status: 0 });
  expect(await readTotal(profile)).toMatchObject({ total: '21200', doubts: [] });
  await launch({ options: ['--hidden'] });
  await desktop.row(LESS);
});

test('a dozen airdrops are one decision, taken back by one click', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  service.hold(ETH, USDC);
  await provide();
  const app = await launch();
  await desktop.row(ALL);
  service.hold(ETH, USDC, ...AIRDROPS);
  await desktop.clickMenu(/^12 tokens need your OK/);
  const page = await app.page();
  await expect(
    page.getByRole('heading', { name: /12 tokens, \$240,000\.00 in all, need your OK/ })
  ).toBeVisible();
  await page.getByRole('button', { name: 'Exclude all' }).click();
  await expect(portfolio(page)).toContainText('Excluded 12 tokens.');
  expect((await listed(profile)).ids).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: /12 tokens/ })).toBeVisible();
  expect((await listed(profile)).ids).toHaveLength(12);
  await desktop.row(ALL);

  expect((await read(profile, 'exclude', 'all')).status).toBe(0);
  expect((await listed(profile)).ids).toEqual([]);
  await desktop.row(ALL);
});

test('an app that is killed twelve times during a doubt shows the same total, and tells it once', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  service.hold(ETH, USDC);
  await provide();
  const first = await launch({ options: ['--hidden'] });
  await desktop.row(ALL);
  service.hold(ETH);
  await desktop.row(/^Checking 1 change/);
  await untilListed(profile, 1);
  await first.kill();
  for (let kill = 0; kill < 12; kill++) {
    const app = await launch({ options: ['--hidden'] });
    const before = service.requestCount;
    // Each time at another moment of the start and of the first polls.
    await expect.poll(() => service.requestCount - before).toBeGreaterThanOrEqual(kill % 4);
    await app.kill();
    expect(await readTotal(profile)).toMatchObject({ total: '26200', doubts: [{ kind: 'missing' }] });
  }
  expect(desktop.notes.filter(({ title }) => title.startsWith('Sent'))).toEqual([]);
  expect(desktop.notes.length).toBeLessThanOrEqual(1);
  service.hold(ETH, USDC);
  await launch({ options: ['--hidden'] });
  await desktop.row(ALL);
  await untilListed(profile, 0);
});
