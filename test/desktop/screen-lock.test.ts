// Tests that the app follows the lock of its own login session, also where process ids are those of a sandbox.
import { expect, test } from './app/desktop-fixture';
import { until } from './app/deadline';
import { SHOWN_TOTAL } from './app/okx';
import { startLoginSessions } from './linux/login-session';
import { expectTotal } from './window/window-view';

test('the lock of the own login session hides balances, and that of another session does not', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  const sessions = await startLoginSessions(desktop.bus);
  await provide();
  const app = await launch({
    environment: { DBUS_SYSTEM_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS, XDG_SESSION_ID: undefined }
  });
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('switch', { name: /screen locks/ }).click();
  await expect(page.getByRole('switch', { name: /screen locks/ })).toBeChecked();
  sessions.lock('other');
  const before = service.requestCount;
  await until('two polls', () => service.requestCount > before + 1);
  expect(await desktop.topRow()).toMatch(/^\$21,203\.46/);
  sessions.lock('own');
  await desktop.row(/•••/);
});
