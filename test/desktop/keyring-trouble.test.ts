// Tests a keyring that is locked or missing: a plain sentence says so, and the key can be used for this session.
import type { Page } from 'playwright/test';
import type { FailureCode } from '../../shared/domain/failure';
import { faultTitle } from '../faults/table';
import type { App } from './app/app';
import { connect, rightAnswers, shownFailures, submit, typeAll } from './window/connect-form';
import { until } from './app/deadline';
import type { Desktop } from './linux/desktop';
import { filesBelow } from './app/folder';
import { emptyKeyring, keyringEntries, lockKeyring, unlockKeyring } from './linux/keyring';
import { startDismissingPrompter } from './linux/keyring-prompt';
import { placesWith } from './red-team/leaks';
import { hasSnapshot, storedSettings } from './app/profile';
import { CREDENTIALS, SHOWN_TOTAL, type Service } from './app/okx';
import { KEYRING_PASSWORD } from './linux/private-bus';
import type { Program } from './app/program';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

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
  await desktop.row(/^Updated .* · all answered$/);
}

test.describe('no keyring', () => {
  test.use({ keyring: 'no-keyring' });

  test(faultTitle('keychain-absent'), async ({ desktop, launch, profile, service }) => {
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

  test(faultTitle('keychain-locked'), async ({ desktop, launch, profile, service }) => {
    await lockKeyring(desktop.bus);
    await expectSessionOnly(await launch(), profile, service, 'keychain-locked');
    await expectPolls(desktop, service);
  });

  test('a keyring that locks later leaves the total, and the app names the cause', async ({
    desktop,
    launch,
    profile,
    provide,
    start
  }) => {
    await provide();
    await pollOnce(start('--hidden'), desktop, profile);
    await lockKeyring(desktop.bus);
    await launch();
    await desktop.row(/^\$21,203\.46/);
    await desktop.row(/^Key not found · next try/);
  });

  test(faultTitle('keychain-dismissed'), async ({ desktop, launch, profile, provide, start, service }) => {
    await provide();
    await pollOnce(start('--hidden'), desktop, profile);
    await lockKeyring(desktop.bus);
    const prompter = await startDismissingPrompter(desktop.bus);
    const page = await (await launch()).page();
    await desktop.row(/^Key not found · next try/);
    await expectTotal(page, SHOWN_TOTAL);
    await expect.poll(() => shownFailures(page, service.host)).toEqual(['key-not-in-keychain']);
    // A dismissed request stays dismissed: no second request comes by itself.
    const asked = prompter.asked();
    expect(asked).toBeGreaterThan(0);
    await new Promise(resume => setTimeout(resume, 5000));
    expect(prompter.asked()).toBe(asked);

    await unlockKeyring(desktop.bus, KEYRING_PASSWORD);
    await desktop.clickMenu('Refresh now');
    await expectPolls(desktop, service);
    expect(storedSettings(profile)).toMatchObject({ keys: [{ keptIn: 'keychain' }], wallets: [{}] });
  });

  test(faultTitle('keychain-emptied'), async ({ desktop, launch, profile, provide, start, service }) => {
    await provide();
    const first = start('--hidden');
    await desktop.row(/^Updated .* · all answered$/);
    await emptyKeyring(desktop.bus);
    expect(await keyringEntries(desktop.bus)).toEqual([]);
    await expectPolls(desktop, service);
    await pollOnce(first, desktop, profile);

    const page = await (await launch()).page();
    await desktop.row(/^Key not found · next try/);
    await expectTotal(page, SHOWN_TOTAL);
    await page.getByRole('button', { name: 'New key' }).click();
    await typeAll(page, rightAnswers(service.origin));
    await submit(page);
    await expectPolls(desktop, service);
    await expectTotal(page, SHOWN_TOTAL);
    expect(await keyringEntries(desktop.bus)).toHaveLength(1);
    expect(storedSettings(profile).wallets).toHaveLength(1);
  });
});

/** Lets the program poll, and ends it. */
async function pollOnce(program: Program, desktop: Desktop, profile: string): Promise<void> {
  await desktop.row(/^Updated .* · all answered$/);
  await until('the stored snapshot', () => hasSnapshot(profile));
  await program.kill();
  await desktop.noTrayItem();
}
