// Measures how long a start takes until the tray icon is registered, and until the first total is shown.
import { test } from 'playwright/test';
import { Service } from '../desktop/app/okx';
import { compared, save, RUNS } from './figures';
import { holdingsOf, Runner } from './runner';

const HOLDINGS = 500;

test('a start', async () => {
  const service = await Service.start();
  service.hold(...holdingsOf(HOLDINGS));
  const floor: number[] = [];
  const app: number[] = [];
  const total: number[] = [];
  // The first pair only fills the caches of the disk.
  for (let run = -1; run < 2 * RUNS; run++) {
    const bottom = await Runner.floor();
    await bottom.end();
    const ours = await Runner.app(service);
    const totalMs = await ours.totalMs();
    await ours.end();
    if (run < 0) continue;
    floor.push(bottom.toTrayMs);
    app.push(ours.toTrayMs);
    total.push(totalMs);
  }
  save({
    'start to tray registered': compared(app, floor, 'ms', 1.15),
    'start to first total, 500 holdings': compared(total, floor, 'ms', null)
  });
  await service.standIn.close();
});
