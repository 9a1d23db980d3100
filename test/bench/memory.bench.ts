// Measures the memory of the tray alone, with the window, and after it was closed; and the processor time of polls and
// of the idle app.
import { test } from 'playwright/test';
import { until } from '../desktop/app/deadline';
import { Service } from '../desktop/app/okx';
import { bare, compared, save, RUNS } from './figures';
import { memoryByKind, memoryMib, processorMs, wakings } from './process-tree';
import { holdingsOf, rest, Runner } from './runner';

const HOLDINGS = 500;
const POLLS = Number(process.env.TOKENTRAY_BENCH_POLLS ?? 100);
const IDLE_MS = Number(process.env.TOKENTRAY_BENCH_IDLE_MS ?? 60_000);
const POLLS_MS = 20 * 60_000;

class Side {
  readonly first: number[] = [];
  readonly tray: number[] = [];
  readonly open: number[] = [];
  readonly closed: number[] = [];
  readonly idleMs: number[] = [];
  readonly wakings: number[] = [];
  readonly pollMs: number[] = [];
  readonly paintedMs: number[] = [];

  async idle({ pid }: Runner): Promise<void> {
    const [ms, times] = [processorMs(pid), wakings(pid)];
    await rest(IDLE_MS);
    // A tick of the processor's clock is 10 ms: zero ticks are written as one.
    this.idleMs.push(Math.max(10, processorMs(pid) - ms));
    this.wakings.push(Math.max(1, wakings(pid) - times));
  }

  async window(runner: Runner): Promise<void> {
    await runner.openWindow();
    await rest();
    this.open.push(memoryMib(runner.pid));
    console.log('  open', JSON.stringify(memoryByKind(runner.pid)));
    const paintedMs = await runner.closeWindow();
    if (paintedMs !== null) this.paintedMs.push(paintedMs);
    await rest(2 * 6000);
    this.closed.push(memoryMib(runner.pid));
  }
}

async function polls(runner: Runner, service: Service, side: Side): Promise<void> {
  await runner.totalMs();
  await rest();
  side.first.push(memoryMib(runner.pid));
  const [before, ms] = [service.requestCount, processorMs(runner.pid)];
  let poll = 0;
  await until(
    `${POLLS} polls`,
    () => {
      service.hold(...holdingsOf(HOLDINGS, poll++));
      return service.requestCount - before >= POLLS;
    },
    () => service.requestCount,
    POLLS_MS
  );
  side.pollMs.push((processorMs(runner.pid) - ms) / (service.requestCount - before));
  await runner.desktop.clickMenu('Pause', 'Until resumed');
  await rest();
  side.tray.push(memoryMib(runner.pid));
  console.log('  tray', JSON.stringify(memoryByKind(runner.pid)));
}

test('memory and processor', async () => {
  const service = await Service.start();
  const floor = new Side();
  const app = new Side();
  for (let run = 0; run < RUNS; run++) {
    service.hold(...holdingsOf(HOLDINGS));
    const bottom = await Runner.floor();
    await rest();
    floor.tray.push(memoryMib(bottom.pid));
    await floor.idle(bottom);
    await floor.window(bottom);
    await bottom.end();
    const ours = await Runner.app(service);
    await polls(ours, service, app);
    await app.idle(ours);
    await app.window(ours);
    await ours.end();
  }
  save({
    'memory, tray only, after the first poll': compared(app.first, floor.tray, 'MiB', null),
    [`memory, tray only, after ${POLLS} polls`]: compared(app.tray, floor.tray, 'MiB', 1.05),
    'memory, window open, 500 holdings': compared(app.open, floor.open, 'MiB', 1.15),
    'memory, window opened and closed': compared(app.closed, floor.closed, 'MiB', 1.08),
    'idle processor time': compared(app.idleMs, floor.idleMs, `ms in ${IDLE_MS / 1000} s`, 1.1),
    'idle wakings': compared(app.wakings, floor.wakings, `in ${IDLE_MS / 1000} s`, 1.1),
    [`processor time of a poll, ${HOLDINGS} holdings, over ${POLLS}`]: bare(app.pollMs, 'ms'),
    'window: navigation to first paint': bare(app.paintedMs, 'ms')
  });
  await service.standIn.close();
});
