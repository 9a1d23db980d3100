// Tests the demo: it is marked on every surface, changes within a minute, and never accesses the keyring.
import { watchForKeyringUse } from './linux/keyring';
import { expect, test } from './app/desktop-fixture';

test.use({ keyring: 'no-keyring' });

test('the demo says DEMO, changes its values, and never accesses the keyring', async ({
  desktop,
  launch
}) => {
  const used = await watchForKeyringUse(desktop.bus);
  // With the demo's own interval, not with the interval of the tests.
  const app = await launch({ options: ['--demo'], environment: { TOKENTRAY_TEST_INTERVAL_MS: undefined } });
  const page = await app.page();
  await expect(page.getByText('DEMO').first()).toBeVisible();
  const first = await desktop.row(/^\$\d/);
  expect(first.label).toContain('DEMO');
  expect(await (await desktop.tray()).tooltip()).toContain('DEMO');
  await desktop.row(/ Bitcoin$/);
  await desktop.row(/ Solana$/);

  // While the window has the focus, a notification is shown in the window instead.
  await app.closeWindow();
  await expect
    .poll(() =>
      desktop.notes.map(note => note.title).filter(title => /^(Received|Sent) |amounts changed/.test(title))
    )
    .not.toEqual([]);
  expect(used).toEqual([]);
});

test('the first screen leads into the demo and back', async ({ desktop, launch }) => {
  const used = await watchForKeyringUse(desktop.bus);
  const page = await (await launch()).page();
  await page.getByRole('button', { name: 'Try the demo portfolio' }).click();
  await expect(page.getByText('DEMO').first()).toBeVisible();
  await desktop.row(/^\$\d.*DEMO/);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('button', { name: 'Connect OKX' })).toBeVisible();
  await desktop.row('Not connected yet');
  expect(used).toEqual([]);
});
