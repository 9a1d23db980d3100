// Tests that each row of the tray menu that informs also opens its subject.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { expect, test } from './app/desktop-fixture';
import { token } from './app/okx';

test('the rows of the menu open the chain, the token, the overview and Diagnostics', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1000' }));
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1000', tokenPrice: '1.02' }));
  await desktop.row(/^▲ .*USDC/);
  for (const row of await desktop.menu()) expect(row.isEnabled, row.label).toBe(true);

  await desktop.clickMenu(/ Base$/);
  const page = await app.page();
  await expect(page.getByRole('dialog', { name: /^Base/ })).toBeVisible();
  await desktop.clickMenu(/^▲ .*USDC/);
  await expect(page.getByRole('dialog', { name: 'USDC, Base · Cold wallet' })).toBeVisible();
  await desktop.clickMenu(/^Updated/);
  await expect(page.getByRole('heading', { name: 'Diagnostics', level: 1 })).toBeVisible();
  await desktop.clickMenu(/^Prices/);
  await expect(page.getByRole('button', { name: /^Hide balances/ })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
