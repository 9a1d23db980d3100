// Tests faults of a connected app: the total stays, every surface names the fault, and the app recovers by itself or
// on request.
import type { Page } from 'playwright/test';
import { ACCOUNT_BALANCES_PATH } from '../../electron/fake-okx/service/routes';
import type { FailureCode } from '../../shared/domain/failure';
import { failureBrief } from '../../shared/text/failure-text';
import { read, readTotal } from './app/command';
import { shownFailures } from './window/connect-form';
import type { Desktop } from './linux/desktop';
import { CREDENTIALS, EXACT_TOTAL, SHOWN_TOTAL, type Service } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

interface Fault {
  readonly what: string;
  readonly code: FailureCode;
  /** Starts the fault; gives the function that ends it. */
  begin(service: Service): () => void;
}

const { apiKey } = CREDENTIALS;

function withKey(change: { passphrase?: string; secretKey?: string }) {
  return ({ standIn }: Service): (() => void) => {
    standIn.keys.set(apiKey, { ...CREDENTIALS, ...change });
    return () => void standIn.keys.set(apiKey, CREDENTIALS);
  };
}

const FAULTS: readonly Fault[] = [
  {
    what: 'the key was deleted at the service',
    code: 'key-unknown',
    begin({ standIn }) {
      standIn.keys.delete(apiKey);
      return () => void standIn.keys.set(apiKey, CREDENTIALS);
    }
  },
  { what: 'the passphrase changed', code: 'passphrase-wrong', begin: withKey({ passphrase: 'another' }) },
  { what: 'the secret changed', code: 'secret-wrong', begin: withKey({ secretKey: 'ANOTHER' }) },
  {
    what: 'the account is gone',
    code: 'account-unknown',
    begin({ standIn }) {
      const kept = [...standIn.accounts];
      standIn.accounts.clear();
      return () => kept.forEach(([id, account]) => standIn.accounts.set(id, account));
    }
  },
  {
    what: 'a captive portal answers',
    code: 'not-okx',
    begin: ({ standIn }) => standIn.injectFault({ kind: 'captive-portal' })
  },
  {
    what: 'the connection breaks off',
    code: 'connection-lost',
    begin: ({ standIn }) => standIn.injectFault({ kind: 'reset-mid-body' })
  },
  {
    what: 'no answer comes in time',
    code: 'timeout',
    begin: ({ standIn }) => standIn.injectFault({ kind: 'silence', path: ACCOUNT_BALANCES_PATH })
  }
];

for (const { what, code, begin } of FAULTS) {
  test(`${what}: the total stays and the fault is named until it heals`, async ({
    desktop,
    launch,
    profile,
    provide,
    service
  }) => {
    await provide();
    const page = await (await launch()).page();
    await expectHealth(desktop, page, service);
    const healthyIcon = await (await desktop.tray()).icon();

    const heal = begin(service);
    await desktop.row(new RegExp(`^${failureBrief(code)}`));
    await expect.poll(() => shownFailures(page, service.host)).toEqual([code]);
    expect((await desktop.menu())[0]?.label.startsWith(SHOWN_TOTAL)).toBe(true);
    await expectTotal(page, SHOWN_TOTAL);
    const report = await readTotal(profile);
    expect(report).toMatchObject({ total: EXACT_TOTAL, complete: false });
    expect(['stale', 'error']).toContain(report.state);
    expect([1, 3]).toContain(report.status);
    await expect
      .poll(async () => (await (await desktop.tray()).icon()).pixels.equals(healthyIcon.pixels))
      .toBe(false);

    heal();
    await desktop.clickMenu('Refresh now');
    await expectHealth(desktop, page, service);
    expect((await read(profile, 'total')).status).toBe(0);
    await expect
      .poll(async () => (await (await desktop.tray()).icon()).pixels.equals(healthyIcon.pixels))
      .toBe(true);
  });
}

async function expectHealth(desktop: Desktop, page: Page, service: Service): Promise<void> {
  await desktop.row(new RegExp(`^\\${SHOWN_TOTAL}`));
  await desktop.row(/^Updated .* · all answered$/);
  await expectTotal(page, SHOWN_TOTAL);
  await expect.poll(() => shownFailures(page, service.host)).toEqual([]);
}
