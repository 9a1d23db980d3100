// Tests that the line of the total is that of the wallets that are there, and what is shown of one of its points.
import { ACCOUNT_ID, token, WALLET } from './app/okx';
import { setUp } from './app/command';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const OTHER_ACCOUNT_ID = '0e0e0e0e-0000-4000-8000-000000000002';
const OTHER_OWNER = '0xb03400e098f4421b34a3a44a1b4e571419517687';

test('a removed wallet leaves the line at once, and its last point is the total, in each range', async ({
  launch,
  profile,
  service
}) => {
  service.hold(token({ balance: '1000' }));
  service.standIn.accounts.set(OTHER_ACCOUNT_ID, () => [token({ balance: '5000', address: OTHER_OWNER })]);
  const account = (name: string, accountId: string) => ({ name, source: 'v5-account', accountId });
  const wallets = [account(WALLET, ACCOUNT_ID), account('Family', OTHER_ACCOUNT_ID)];
  expect(await setUp(profile, service.setUpText({ wallets }))).toMatchObject({ status: 0 });
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, '$6,000.00');
  const rows = page.getByRole('table', { name: 'Total over time' }).getByRole('row');
  await expect(rows.filter({ hasText: '$6,000.00' })).not.toHaveCount(1);
  // A longer range is read from the files, and the last day from what is in memory.
  await page.keyboard.press('2');

  await page.getByRole('button', { name: 'Wallets and keys' }).click();
  await page.getByRole('button', { name: 'Edit: Family' }).click();
  await page.getByRole('button', { name: 'Remove: Family' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Edit: Family' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Portfolio' }).click();
  await expectTotal(page, '$1,000.00');
  for (const key of ['2', '1', '5']) {
    await page.keyboard.press(key);
    await expect(rows.filter({ hasText: '$6,000.00' })).toHaveCount(0);
    await expect(rows.last()).toContainText('$1,000.00');
  }

  // What the removed wallet was is a line of its own, which ends where it was removed.
  await page.getByRole('button', { name: 'Wallets and keys' }).click();
  const removed = page.getByRole('region', { name: 'Removed wallets' });
  await removed.getByRole('button', { name: 'History: Family' }).click();
  await expect(removed.locator('.own')).toContainText('$5,000.00 · ');
  await expect(removed.locator('.own')).not.toContainText('now');
  await removed.getByRole('button', { name: 'Delete this history: Family' }).click();
  await removed.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(removed).toHaveCount(0);
});

test('a pinned point has the holdings that were recorded then, and the keyboard reaches them', async ({
  launch,
  provide,
  service
}) => {
  service.hold(token({ balance: '1000' }));
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, '$1,000.00');
  service.hold(token({ balance: '250' }));
  await expectTotal(page, '$250.00');
  const line = page.locator('.history svg[role=slider]');
  await line.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Close this point' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /^Balance then/ });
  await expect(drawer.locator('.drawer-value')).toHaveText('$1,000.00');
  await expect(drawer.getByRole('listitem')).toContainText(['Base · Cold wallet']);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});
