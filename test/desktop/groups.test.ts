// Tests groups of wallets on the real app: set up, made and chosen in the window, shown in the tray by its own menu, and
// the same figures in window, menu, tooltip, command line and bars.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { read, setUp } from './app/command';
import { expect, test } from './app/desktop-fixture';
import { ACCOUNT_ID, token } from './app/okx';
import { storedSettings } from './app/profile';
import { expectTotal } from './window/window-view';

const HOT_ACCOUNT = '0e0e0e0e-0000-4000-8000-000000000005';
const ALL = '$21,403.46';
const HOT = '$200.00';

test('a group has its own total everywhere, and the tray shows it by its name', async ({
  desktop,
  launch,
  profile,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS);
  const holdHot = (tokenPrice: string) =>
    service.standIn.accounts.set(HOT_ACCOUNT, () => [token({ balance: '200', tokenPrice })]);
  holdHot('1');
  const wallets = [
    { name: 'Cold wallet', group: 'Cold', source: 'v5-account', accountId: ACCOUNT_ID },
    { name: 'Phone', group: 'Pocket', source: 'v5-account', accountId: HOT_ACCOUNT }
  ];
  const { status, stderr } = await setUp(profile, service.setUpText({ wallets }));
  expect(status, stderr).toBe(0);
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, ALL);

  await page.getByRole('tab', { name: 'Wallets' }).click();
  const groupRow = page.locator('.sidebar [data-place^="group/"]', { hasText: 'Pocket' });
  await expect(groupRow).toContainText(HOT);
  await groupRow.getByRole('button').first().click();
  await expectTotal(page, HOT);
  await expect(page.locator('.scoped')).toContainText('Pocket');
  await page.getByRole('combobox', { name: 'What to show' }).selectOption({ label: 'All wallets' });
  await expectTotal(page, ALL);

  await desktop.clickMenu('Show in the tray', 'Pocket');
  await desktop.row(`${HOT} · Pocket`);
  expect(await (await desktop.tray()).tooltip()).toContain(`${HOT} · Pocket`);
  await expectTotal(page, ALL);

  holdHot('1.1');
  await desktop.row('$220.00 · Pocket');
  await desktop.row(/^Prices ▲ \+\$20\.00 \(\+10\.00/);
  const json = async (...words: string[]) =>
    JSON.parse((await read(profile, ...words, '--group', 'pocket', '--format', 'json')).stdout) as Record<
      string,
      unknown
    >;
  await expect.poll(() => json('total')).toMatchObject({ group: 'Pocket', total: '220' });
  expect(await json('changes')).toMatchObject({ group: 'Pocket', prices: '20', percent: '10', amount: '20' });
  const bar = await read(profile, 'total', '--group', 'Pocket', '--format', 'waybar');
  expect(bar.stdout).toContain('$220.00 · Pocket');
  await expect(groupRow).toContainText('$220.00');
  await expect(groupRow).toContainText('10.0');

  await desktop.clickMenu('Show in the tray', 'All wallets');
  await desktop.row('$21,423.46');
  const wrong = await read(profile, 'total', '--group', 'Hot');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('There is no group "Hot": use "Cold", "Pocket".');
});

test('a group is made, filled and removed on the Wallets page, and survives a restart', async ({
  desktop,
  launch,
  profile,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS);
  service.standIn.accounts.set(HOT_ACCOUNT, () => [token({ balance: '200', tokenPrice: '1' })]);
  const wallets = [
    { name: 'Cold wallet', source: 'v5-account', accountId: ACCOUNT_ID },
    { name: 'Phone', source: 'v5-account', accountId: HOT_ACCOUNT }
  ];
  expect((await setUp(profile, service.setUpText({ wallets }))).status).toBe(0);
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, ALL);
  await page.getByRole('button', { name: 'Wallets and keys' }).click();
  const section = page.getByRole('region', { name: 'Groups' });
  await section.getByRole('button', { name: 'New group' }).click();
  await expect(section.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Family');
  await page.keyboard.press('Tab');
  await expect(section.getByText('Family', { exact: true })).toBeVisible();
  await section.getByRole('switch', { name: 'Phone' }).click();
  await expect(section.getByRole('listitem').first()).toContainText(HOT);
  await expect.poll(() => storedSettings(profile).groups).toMatchObject([{ name: 'Family' }]);
  await desktop.clickMenu('Show in the tray', 'Family');
  await desktop.row(`${HOT} · Family`);

  await desktop.clickMenu('Quit');
  await app.ended;
  const again = await launch();
  await desktop.row(`${HOT} · Family`);
  const anew = await again.page();
  await anew.getByRole('button', { name: 'Wallets and keys' }).click();
  await anew.getByRole('button', { name: 'Edit: Family' }).click();
  await anew.getByRole('button', { name: /^Remove group/ }).click();
  await anew
    .getByRole('button', { name: /^Remove group/ })
    .last()
    .click();
  await desktop.row(ALL);
  expect(storedSettings(profile).groups ?? []).toEqual([]);
});
