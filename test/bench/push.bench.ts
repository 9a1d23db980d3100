// Measures a push of 10,000 holdings with new prices until it is drawn, against copying them over the bridge as
// objects.
import { expect, test } from 'playwright/test';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { App } from '../desktop/app/app';
import { setUp } from '../desktop/app/command';
import { Desktop } from '../desktop/linux/desktop';
import { makeFolder, removeFolder } from '../desktop/app/folder';
import { Service } from '../desktop/app/okx';
import { copyingMs, median, rows, watchPushes, type Measured } from '../desktop/window/push-timing';
import { compared, save } from './figures';

const PUSHES = 12;

test('a push', async () => {
  const service = await Service.start();
  service.hold(...EXAMPLE_ASSETS, ...rows(0));
  const desktop = await Desktop.start();
  const profile = makeFolder('push');
  await setUp(profile, service.setUpText());
  const app = await App.launch(profile, {});
  const page = await app.page();
  await watchPushes(page);
  let round = 0;
  const count = () => page.evaluate(() => (window as unknown as Measured).pushMs.length);
  await expect
    .poll(() => (service.hold(...EXAMPLE_ASSETS, ...rows(++round)), count()), { timeout: 120_000 })
    .toBeGreaterThan(PUSHES);
  const pushMs = await page.evaluate(() => (window as unknown as Measured).pushMs);
  const copying = await copyingMs(page);
  save({
    'push to painted, 10,000 holdings / copying them as objects': compared(
      [median(pushMs)],
      [copying],
      'ms',
      3
    )
  });
  await app.kill();
  desktop.stop();
  await service.standIn.close();
  await removeFolder(profile);
});
