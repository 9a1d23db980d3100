// A keyring that is locked or absent: said in a plain sentence, and the key can be used for this session.
import type { Page } from 'playwright/test';
import type { FailureCode } from '../../shared/failure';
import type { App } from './app';
import { connect, shownFailures } from './connect-form';
import { until } from './deadline';
import type { Desktop } from './desktop';
import { filesBelow } from './folder';
import { lockKeyring } from './keyring';
import { placesWith } from './leaks';
import { hasSnapshot, storedSettings } from './profile';
import { CREDENTIALS, SHOWN_TOTAL, type Service } from './okx';
import { expect, test } from './stage';
import { expectTotal } from './window-view';

async function expectSessionOnly(
  app: App,
  profile: string,
  service: Service,
  code: FailureCode
): Promise<Page> {
  const page = await app.page();
  await connect(page, service.origin);
  await expect.poll(() => shownFailures(page, service.host)).toEqual([code]);
  expect(storedSettings(profile)).toMatchObject({ keys: [], wallets: [] });
  await page.getByRole('button', { name: 'Use for this session only' }).click();
  await expectTotal(page, SHOWN_TOTAL);
  return page;
}

async function expectPolls(desktop: Desktop, service: Service): Promise<void> {
  await desktop.row(/^\$21,203\.46/);
  const before = service.requestCount;
  await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
  await desktop.row(/^Updated .* · complete$/);
}

test.describe('no keyring', () => {
  test.use({ keyring: 'no-keyring' });

  test('the key works for the session, and the next start asks for it again', async ({
    desktop,
    launch,
    profile,
    service
  }) => {
    const app = await launch();
    await expectSessionOnly(app, profile, service, 'keychain-missing');
    await expectPolls(desktop, service);
    expect(storedSettings(profile).keys).toMatchObject([{ keptIn: 'session' }]);
    expect(placesWith(Object.values(CREDENTIALS), filesBelow(profile))).toEqual([]);

    await app.kill();
    await desktop.noTrayItem();
    const page = await (await launch()).page();
    await desktop.row(/^\$21,203\.46/);
    await expect(page.getByText('Your key was kept for one session only.').first()).toBeVisible();
    await expectTotal(page, SHOWN_TOTAL);
  });
});

test.describe('a locked keyring', () => {
  test.use({ keyring: 'keyring' });

  test('the sentence names it, and the key works for the session', async ({
    desktop,
    launch,
    profile,
    service
  }) => {
    await lockKeyring(desktop.bus);
    await expectSessionOnly(await launch(), profile, service, 'keychain-locked');
    await expectPolls(desktop, service);
  });

  test('a keyring that locks later leaves the total and names the cause', async ({
    desktop,
    launch,
    profile,
    provide,
    start
  }) => {
    await provide();
    const first = start('--hidden');
    await desktop.row(/^\$21,203\.46/);
    await desktop.row(/^Updated .* · complete$/);
    await until('the stored snapshot', () => hasSnapshot(profile));
    await first.kill();
    await desktop.noTrayItem();
    await lockKeyring(desktop.bus);
    await launch();
    await desktop.row(/^\$21,203\.46/);
    await desktop.row(/^Key not found · next try/);
  });
});
