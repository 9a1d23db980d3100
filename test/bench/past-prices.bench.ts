// Measures the processor time of a poll with past prices against without: two apps in the same minutes, at rest with what
// they asked for.
import { test } from 'playwright/test';
import { until } from '../desktop/app/deadline';
import { Service } from '../desktop/app/okx';
import { compared, save, RUNS, type Figures } from './figures';
import { processorMs } from './process-tree';
import { holdingsOf, Runner } from './runner';

const POLLS = 10;
const DEADLINE_MS = 20 * 60_000;
/** So long without a request for a past price: all that was wanted is there. */
const QUIET_MS = 20_000;
/** Times the same poll without past prices. */
const MOST = 1.1;

/** An app with a service of its own. */
class Side {
  #polls = 0;
  #ms = 0;

  private constructor(
    readonly service: Service,
    readonly app: Runner,
    readonly count: number
  ) {}

  static async start(count: number, pastPrices: boolean): Promise<Side> {
    const service = await Service.start();
    service.hold(...holdingsOf(count));
    const app = await Runner.app(service, { pastPrices });
    await app.totalMs();
    return new Side(service, app, count);
  }

  begin(): void {
    [this.#polls, this.#ms] = [this.service.requestCount, processorMs(this.app.pid)];
  }

  /** Prices move with each poll. */
  hasPolled(): boolean {
    const polls = this.service.requestCount - this.#polls;
    this.service.hold(...holdingsOf(this.count, polls));
    return polls >= POLLS;
  }

  pollMs(): number {
    return (processorMs(this.app.pid) - this.#ms) / (this.service.requestCount - this.#polls);
  }

  async end(): Promise<void> {
    await this.app.end();
    await this.service.standIn.close();
  }
}

async function haveRest(service: Service): Promise<void> {
  let [last, since] = [-1, 0];
  const isQuiet = () => {
    const count = service.pastPriceCount;
    if (count !== last) [last, since] = [count, performance.now()];
    return count > 0 && performance.now() - since > QUIET_MS;
  };
  await until('all past prices', isQuiet, () => service.pastPriceCount, DEADLINE_MS);
}

test('past-prices', async () => {
  const figures: Record<string, Figures[string]> = {};
  for (const count of [10, 40]) {
    const [off, on] = [await Side.start(count, false), await Side.start(count, true)];
    await haveRest(on.service);
    const taken: { readonly on: number[]; readonly off: number[] } = { on: [], off: [] };
    for (let run = 0; run < RUNS; run++) {
      on.begin();
      off.begin();
      const haveBoth = () => [on.hasPolled(), off.hasPolled()].every(Boolean);
      await until(`${POLLS} polls`, haveBoth, () => on.service.requestCount, DEADLINE_MS);
      taken.on.push(on.pollMs());
      taken.off.push(off.pollMs());
    }
    figures[`a poll with past prices / without, ${count} holdings`] = compared(
      taken.on,
      taken.off,
      'ms',
      MOST
    );
    await Promise.all([on.end(), off.end()]);
  }
  save(figures);
});
