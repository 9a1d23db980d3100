// Tests how people see alert events: one grouped notification per poll, the activity behind it, and a desktop without
// notifications.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { token, type Service } from './app/okx';
import { expect, test } from './app/desktop-fixture';

const USDC = token({ balance: '1000' });
const DAI = token({ tokenAddress: '0x50c5', symbol: 'DAI', balance: '400' });
const CLAIM = token({ tokenAddress: '0x5c1a', symbol: 'CLAIM', balance: '9999', isRiskToken: true });

/** Two moves and a token that OKX calls risky, all within one poll. */
function moveTwo(service: Service): void {
  service.hold(...EXAMPLE_ASSETS, { ...USDC, balance: '1250' }, { ...DAI, balance: '80' }, CLAIM);
}

test('several moves of one poll come as one notification, and a click on it opens the activity', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, USDC, DAI);
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,603\.46/);
  moveTwo(service);
  const note = await desktop.note('2 amounts changed · −$70.00');
  expect(note.body).toBe('Sent 320 DAI · $320.00 · Base\nReceived 250 USDC · $250.00 · Base');
  expect(desktop.notes).toHaveLength(1);

  desktop.clickNote(note);
  const page = await app.page();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  const list = page.getByRole('main');
  for (const told of ['Sent 320 DAI', 'Received 250 USDC']) await expect(list).toContainText(told);
  await expect(list).toContainText('Received 9,999 CLAIM');
  await expect(list).toContainText('Not notified');
});

test('a notification shows no amount while balances are hidden', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, USDC);
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  await desktop.clickMenu('Hide balances');
  await desktop.row(/^•••/);
  service.hold(...EXAMPLE_ASSETS, { ...USDC, balance: '1250' });
  const note = await desktop.note('Received ••• USDC');
  expect(note.title + note.body).not.toMatch(/250/);
});

test('a desktop that takes no notifications is reported, and the move stays in the activity', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, USDC);
  await provide();
  await desktop.loseNotifications();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  service.hold(...EXAMPLE_ASSETS, { ...USDC, balance: '1250' });
  await desktop.row(/^\$22,453\.46/);
  await desktop.clickMenu('Open');
  const page = await app.page();
  await expect(page.getByText('Your desktop does not accept notifications').first()).toBeVisible();
  await page
    .getByRole('link', { name: /^Activity/ })
    .or(page.getByRole('button', { name: /^Activity/ }))
    .click();
  await expect(page.getByRole('main')).toContainText('Received 250 USDC');
});
