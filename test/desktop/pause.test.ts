// Pausing by the tray menu: no request until it is resumed.
import { until } from './deadline';
import { expect, test } from './stage';

test('a paused app asks nothing until it is resumed', async ({ desktop, launch, provide, service }) => {
  await provide();
  const app = await launch();
  await desktop.row(/^\$21,203\.46/);
  await desktop.clickMenu('Pause', 'Until resumed');
  await desktop.row(/^Paused/);
  await expect((await app.page()).getByText(/^Paused/).first()).toBeVisible();

  // "Refresh now" always tries: its one request shows that the timer sends none beside it.
  await until('the last poll to end', async () =>
    (await desktop.menu()).every(row => !/Refreshing/.test(row.label))
  );
  const before = service.requestCount;
  await desktop.clickMenu('Refresh now');
  await expect.poll(() => service.requestCount).toBe(before + 1);

  await desktop.clickMenu('Resume');
  await until('polls', () => service.requestCount > before + 2);
  await desktop.row('Pause');
});
