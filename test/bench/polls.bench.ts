// Measures the processor time of a poll, of all processes together, by the number of holdings.
import { test } from 'playwright/test';
import { until } from '../desktop/app/deadline';
import { Service } from '../desktop/app/okx';
import { bare, save, RUNS, type Figures } from './figures';
import { processorMs } from './process-tree';
import { holdingsOf, rest, Runner } from './runner';

const POLLS = 10;
const POLLS_MS = 10 * 60_000;

async function pollMs(count: number, service: Service): Promise<number> {
  service.hold(...holdingsOf(count));
  const ours = await Runner.app(service);
  await ours.totalMs();
  await rest();
  const [before, ms] = [service.requestCount, processorMs(ours.pid)];
  let polled = 0;
  await until(
    `${POLLS} polls`,
    () => {
      const requests = service.requestCount - before;
      if (requests > polled) service.hold(...holdingsOf(count, (polled = requests)));
      return requests >= POLLS;
    },
    () => service.requestCount,
    POLLS_MS
  );
  const taken = (processorMs(ours.pid) - ms) / (service.requestCount - before);
  await ours.end();
  return taken;
}

test('polls', async () => {
  const service = await Service.start();
  const figures: Record<string, Figures[string]> = {};
  for (const count of [10, 500, 10_000]) {
    const taken: number[] = [];
    for (let run = 0; run < RUNS; run++) taken.push(await pollMs(count, service));
    figures[`processor time of a poll, ${count.toLocaleString('en')} holdings`] = bare(taken, 'ms');
  }
  save(figures);
  await service.standIn.close();
});
