// Pausing by the tray menu: no request until it is resumed.
import { until } from './app/deadline';
import { INTERVAL_MS } from './app/program';
import { expect, test } from './app/desktop-fixture';

test('a paused app sends no request until it is resumed', async ({ desktop, launch, provide, service }) => {
  await provide();
  const app = await launch();
  await desktop.row(/^\$21,203\.46/);
  // The list of chains is read once, with the first polls.
  await expect.poll(() => service.requestCount).toBeGreaterThan(3);
  await desktop.clickMenu('Pause', 'Until resumed');
  await desktop.row(/^Paused/);
  await expect((await app.page()).getByText(/^Paused/).first()).toBeVisible();

  // "Refresh now" works even while paused, and joins a poll that is running: after it, no request remains.
  const before = service.requestCount;
  await desktop.clickMenu('Refresh now');
  await until('the wanted request', () => service.requestCount > before);
  const count = service.requestCount;
  // The absence of requests can only be seen by waiting for the time of three polls.
  const end = Date.now() + 3 * INTERVAL_MS;
  await until('three intervals', () => Date.now() > end);
  expect(service.requestCount).toBe(count);

  await desktop.clickMenu('Resume');
  await until('polls', () => service.requestCount > count + 1);
  await desktop.row('Pause');
});
