// Tests that whatever happens to the money, the window, the menu, the command line, bars and exports say the same of it.
import type { Page } from 'playwright/test';
import type { Bridge, CallName } from '../../shared/ipc/channels';
import type { AppState, Change } from '../../shared/schema/app-state';
import { moneyCauses } from '../../shared/text/headline';
import { percentText, signedUsd, usd } from '../../shared/text/money';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { read } from './app/command';
import type { Desktop } from './linux/desktop';
import { expect, test } from './app/desktop-fixture';
import { token } from './app/okx';
import { openPopoverPage } from '../layout/scenes';
import type { App } from './app/app';
import { expectTotal } from './window/window-view';

type Printed = Change & { readonly recountedBy: NonNullable<Change['recountedBy']> };

async function printed(profile: string): Promise<Printed> {
  const { stdout } = await read(profile, 'changes', '--since', '24h', '--format', 'json');
  return JSON.parse(stdout) as Printed;
}

/** The command line has what is stored: it is asked until it has the causes that are waited for. */
async function expectSame(
  { page, desktop, profile }: { page: Page; desktop: Desktop; profile: string },
  total: string,
  causes: readonly string[]
): Promise<void> {
  await expectTotal(page, total);
  const named = async () => moneyCauses(await printed(profile), false, 9).map(({ name }) => name);
  await expect.poll(named).toEqual(causes);
  const change = await printed(profile);
  const prices = signedUsd(change.prices);
  const percent = percentText(change.percent ?? '', 2, true);
  const parts = moneyCauses(change, false).map(({ name, amount }) => `${name} ${signedUsd(amount)}`);
  const line = page.locator('p.change');
  for (const text of [prices, percent, ...parts]) await expect(line).toContainText(text);
  const labels = (await desktop.menu()).map(({ label }) => label).join('\n');
  for (const text of [total, `${prices} (${percent})`, ...parts]) expect(labels).toContain(text);
  const bar = async (command: string) => (await read(profile, command, '--format', 'waybar')).stdout;
  expect(await bar('total')).toContain(`${prices} (${percent})`);
  expect(await bar('changes')).toContain(prices);
  const { stdout } = await read(profile, 'history', '--range', '1d', '--format', 'json');
  const points = JSON.parse(stdout) as { readonly total: string }[];
  expect(usd(points.at(-1)?.total ?? '')).toBe(total);
}

/** The page of the small window takes the place of the window's: no desktop here says where the icon is. */
async function expectInPopover(app: App, page: Page, change: Printed, total: string): Promise<void> {
  await openPopoverPage(app, page);
  await expect(page.locator('.popover .number')).toHaveText(total);
  const head = page.locator('.popover-body');
  const parts = moneyCauses(change, false).map(({ name, amount }) => `${name} ${signedUsd(amount)}`);
  for (const text of [signedUsd(change.prices), percentText(change.percent ?? '', 2, true), ...parts])
    await expect(head).toContainText(text);
}

test('prices, a transfer, an excluded token and one that is counted again', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  const hold = (balance: string, tokenPrice: string) =>
    service.hold(...EXAMPLE_ASSETS, token({ balance, tokenPrice }));
  hold('1000', '1');
  await provide();
  const app = await launch();
  const page = await app.page();
  const everywhere = { page, desktop, profile };
  await expectTotal(page, '$22,203.46');
  hold('1000', '1.02');
  await expectSame(everywhere, '$22,223.46', []);
  hold('1250', '1.02');
  await expectSame(everywhere, '$22,478.46', ['Received 250 USDC']);
  const judge = (verdict: 'keep-out' | 'none') =>
    page.evaluate(async asked => {
      const { tokentray } = window as unknown as { tokentray: Bridge };
      const { text } = (await tokentray.call('state:read', {})) as { text: string };
      const { portfolio } = JSON.parse(text) as AppState;
      const { id = '' } = portfolio.holdings.find(({ symbol }) => symbol === 'USDC') ?? {};
      await tokentray.call('holding:judge', { holdingId: id, verdict: asked });
    }, verdict);
  await judge('keep-out');
  await expectSame(everywhere, '$21,203.46', ['Received 250 USDC', 'Token excluded']);
  await judge('none');
  await expectSame(everywhere, '$22,478.46', ['Received 250 USDC']);
  await expectInPopover(app, page, await printed(profile), '$22,478.46');
});

test('a wallet added and removed, and a deposit of a hundred times the portfolio', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  const address = '0x00000000000000000000000000000000000000b2';
  service.standIn.addresses.set(address, () => [token({ address, balance: '500', tokenPrice: '1' })]);
  const holdEth = (balance: string) =>
    service.hold(...EXAMPLE_ASSETS.map(row => (row.symbol === 'ETH' ? { ...row, balance } : row)));
  holdEth('8');
  await provide();
  const app = await launch();
  const page = await app.page();
  const everywhere = { page, desktop, profile };
  await expectTotal(page, '$21,203.46');
  const call = (name: CallName, request: object) =>
    page.evaluate(
      async ([asked, given]) => {
        const { tokentray } = window as unknown as { tokentray: Bridge };
        const { text } = (await tokentray.call('state:read', {})) as { text: string };
        const { keys, portfolio } = JSON.parse(text) as AppState;
        const own = { keyId: keys[0]?.id, walletId: portfolio.wallets.at(-1)?.wallet.id };
        const fields = asked === 'wallets:add' ? { keyId: own.keyId } : { walletId: own.walletId };
        await tokentray.call(asked, { ...fields, ...given });
      },
      [name, request] as const
    );
  await call('wallets:add', { wallets: [{ name: 'Hot', address, chains: ['8453'] }] });
  await expectSame(everywhere, '$21,703.46', ['Wallet added']);
  // Answers must agree for a while before so much counts.
  holdEth('808');
  await expectSame(everywhere, '$2,142,047.46', ['Received 800 ETH', 'Wallet added']);
  await call('wallet:remove', { forgetHistory: false });
  await expectSame(everywhere, '$2,141,547.46', ['Received 800 ETH', 'Wallet added', 'Wallet removed']);
});
