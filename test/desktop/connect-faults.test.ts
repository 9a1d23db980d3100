// Tests that each failure of a first connection has its own sentence in the form, and saves nothing.
import { KEY_FORM_TEXT } from '../../renderer/keys/key-form-text';
import type { FaultRule } from '../../electron/fake-okx/faults/fault-rules';
import type { FailureCode } from '../../shared/domain/failure';
import { closedPort } from './app/closed-port';
import { openForm, rightAnswers, shownFailures, submit, typeAll, type Typed } from './window/connect-form';
import { keyringEntries } from './linux/keyring';
import { hasSnapshot, storedSettings } from './app/profile';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

interface Fault {
  readonly what: string;
  readonly typed?: Partial<Typed>;
  readonly rule?: FaultRule;
  readonly code: FailureCode;
  /** The field that is marked as wrong. */
  readonly field: string | null;
}

const FAULTS: readonly Fault[] = [
  { what: 'a wrong key', typed: { apiKey: '00000000-dead-beef' }, code: 'key-unknown', field: 'API key' },
  {
    what: 'a wrong passphrase',
    typed: { passphrase: 'not-it' },
    code: 'passphrase-wrong',
    field: 'Passphrase'
  },
  { what: 'a wrong secret', typed: { secretKey: 'NOTTHESECRET' }, code: 'secret-wrong', field: 'Secret key' },
  {
    what: 'a wrong account',
    typed: { accountId: '00000000-0000-4000-8000-000000000000' },
    code: 'account-unknown',
    field: 'Account ID'
  },
  { what: 'the page of a captive portal', rule: { kind: 'captive-portal' }, code: 'not-okx', field: null },
  { what: 'no answer within the limit', rule: { kind: 'silence' }, code: 'timeout', field: null }
];

test.describe('a first connection fails', () => {
  for (const { what, typed, rule, code, field } of FAULTS) {
    test(`by ${what}: ${code}`, async ({ desktop, launch, profile, service }) => {
      if (rule) service.standIn.injectFault(rule);
      const entries = await keyringEntries(desktop.bus);
      const page = await (await launch()).page();
      await openForm(page);
      await typeAll(page, { ...rightAnswers(service.origin), ...typed });
      await submit(page);

      await expect.poll(() => shownFailures(page, service.host)).toEqual([code]);
      if (field) {
        await expect(page.getByLabel(field, { exact: true })).toHaveAttribute('aria-invalid', 'true');
        await expect(page.getByLabel(field, { exact: true })).toBeFocused();
      }
      expect(service.requestCount).toBe(1);
      expect(storedSettings(profile)).toMatchObject({ keys: [], wallets: [] });
      expect(hasSnapshot(profile)).toBe(false);
      expect(await keyringEntries(desktop.bus)).toEqual(entries);
      expect((await desktop.menu())[0]?.label).toBe('Not connected yet');
    });
  }

  test('by a refused port: refused; after another host is entered, no failure', async ({
    launch,
    service,
    desktop
  }) => {
    const host = `127.0.0.1:${await closedPort()}`;
    const page = await (await launch()).page();
    await openForm(page);
    await typeAll(page, rightAnswers(`http://${host}`));
    await submit(page);
    await expect.poll(() => shownFailures(page, host)).toEqual(['refused']);
    await expect(page.getByRole('button', { name: 'Test again' })).toBeVisible();

    await page.getByLabel(KEY_FORM_TEXT.otherHost, { exact: true }).fill(service.origin);
    await submit(page);
    await expectTotal(page, SHOWN_TOTAL);
    await desktop.row(/^\$21,203\.46/);
  });
});
