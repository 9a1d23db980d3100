// Tests that a real arrival gives one native notification, and anything else gives none.
import { until } from './app/deadline';
import { failureBrief } from '../../shared/text/failure-text';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { token, type Service } from './app/okx';
import { expect, test } from './app/desktop-fixture';

/** Waits for two complete polls that began after this call. */
async function twoPolls(service: Service): Promise<void> {
  const before = service.requestCount;
  await until('two polls', () => service.requestCount > before + 2);
}

test('a transfer gives one notification, and a click on it opens the window on that holding', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1000' }));
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  await twoPolls(service);
  expect(desktop.notes).toHaveLength(0);
  expect(app.openPage()).toBeUndefined();

  const risky = token({ tokenAddress: '0x5c1a', symbol: 'CLAIM', balance: '9999', isRiskToken: true });
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1250' }), risky);
  const note = await desktop.note('Received 250 USDC · $250.00');
  expect(note.body).toBe('Base · Cold wallet');
  await desktop.row(/^\$22,453\.46/);

  service.standIn.injectFault({ kind: 'error-page', status: 502 });
  await desktop.row(new RegExp(`^${failureBrief('service-busy')}`));
  service.standIn.clearFaults();
  await desktop.clickMenu('Refresh now');
  await desktop.row(/^Updated .* · all answered$/);
  await twoPolls(service);
  expect(desktop.notes).toHaveLength(1);

  desktop.clickNote(note);
  const page = await app.page();
  await expect.poll(() => app.isWindowVisible()).toBe(true);
  await expect(page.getByRole('dialog', { name: 'USDC, Base · Cold wallet' })).toContainText('$1,250.00');
});

test('an amount that leaves is reported as sent', async ({ desktop, launch, provide, service }) => {
  service.hold(...EXAMPLE_ASSETS, token({ balance: '1000' }));
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  service.hold(...EXAMPLE_ASSETS, token({ balance: '900.5' }));
  expect((await desktop.note('Sent 99.50 USDC · $99.50')).body).toBe('Base · Cold wallet');
});

test('markup in a token name reaches the notification server only as text', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  const symbol = '<b>&USDC</b>\u202e';
  service.hold(...EXAMPLE_ASSETS, token({ symbol, balance: '1000' }));
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,203\.46/);
  service.hold(
    ...EXAMPLE_ASSETS,
    token({ symbol, balance: '1250' }),
    token({ tokenAddress: '0x5c1b', symbol: '<i>NEW</i>', balance: '70' })
  );
  const note = await desktop.note(/amounts changed|Received/);
  expect(note.body).not.toMatch(/<[bi]>/);
  expect(`${note.title}${note.body}`).not.toContain('\u202e');
});
