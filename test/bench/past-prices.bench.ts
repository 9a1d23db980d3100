// Measures the processor time of a poll with past prices against without, in pairs of one run: each side has its profile,
// which has what it asked for from the first start on.
import { test } from 'playwright/test';
import { until } from '../desktop/app/deadline';
import { removeFolder } from '../desktop/app/folder';
import { Service } from '../desktop/app/okx';
import { compared, save, RUNS, type Figures } from './figures';
import { processorMs } from './process-tree';
import { holdingsOf, rest, Runner } from './runner';

const POLLS = 10;
const DEADLINE_MS = 20 * 60_000;
/** So long without a request for a past price: all that was wanted is there. */
const QUIET_MS = 20_000;
/** Times the same poll without past prices. */
const MOST = 1.1;

async function haveRest(service: Service): Promise<void> {
  let [last, since] = [-1, 0];
  const isQuiet = () => {
    const count = service.pastPriceCount;
    if (count !== last) [last, since] = [count, performance.now()];
    return performance.now() - since > QUIET_MS;
  };
  await until('all past prices', isQuiet, () => service.pastPriceCount, DEADLINE_MS);
}

/** Prices move with each poll. */
async function pollMs(service: Service, profile: string, count: number): Promise<number> {
  const app = await Runner.open(profile);
  await app.totalMs();
  await rest();
  await haveRest(service);
  const [before, ms] = [service.requestCount, processorMs(app.pid)];
  const hasPolled = () => {
    const polls = service.requestCount - before;
    service.hold(...holdingsOf(count, polls));
    return polls >= POLLS;
  };
  await until(`${POLLS} polls`, hasPolled, () => service.requestCount, DEADLINE_MS);
  const taken = (processorMs(app.pid) - ms) / (service.requestCount - before);
  await app.close();
  return taken;
}

test('past-prices', async () => {
  const service = await Service.start();
  const figures: Record<string, Figures[string]> = {};
  for (const count of [10, 40]) {
    service.hold(...holdingsOf(count));
    const on = await Runner.profile(service, { pastPrices: true });
    const off = await Runner.profile(service, { pastPrices: false });
    await pollMs(service, on, count);
    const taken: { readonly on: number[]; readonly off: number[] } = { on: [], off: [] };
    for (let run = 0; run < RUNS; run++) {
      taken.off.push(await pollMs(service, off, count));
      taken.on.push(await pollMs(service, on, count));
    }
    figures[`a poll with past prices / without, ${count} holdings`] = compared(
      taken.on,
      taken.off,
      'ms',
      MOST
    );
    await Promise.all([on, off].map(removeFolder));
  }
  save(figures);
  await service.standIn.close();
});
