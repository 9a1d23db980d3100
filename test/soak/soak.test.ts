// Runs the built app at the shortest interval, faults on and off, window open and closed: it must not hold more at the
// end than after warming up.
import { until } from '../desktop/app/deadline';
import { EXACT_TOTAL, SHOWN_TOTAL } from '../desktop/app/okx';
import { readTotal } from '../desktop/app/command';
import { expect, test } from '../desktop/app/desktop-fixture';
import { growthIn, MEASURED, table } from './growth';
import { MainProcess, type Measure } from './main-process';
import { boundsFor, FAULTS, soakSeconds } from './plan';

/** With this interval, the rate limit of one request a second determines the rate. */
const SHORTEST = { TOKENTRAY_TEST_INTERVAL_MS: '1' };
const MEASURES = 15;
const HOLD_MS = 1500;

const rest = (ms: number) => new Promise(resume => setTimeout(resume, ms));

test('the app does not grow, with faults on and off', async ({ desktop, service, profile, provide }) => {
  const seconds = soakSeconds();
  await provide();
  const app = await MainProcess.start(profile, SHORTEST);
  const measures: Measure[] = [];
  try {
    await desktop.row(SHOWN_TOTAL);
    const startedAt = Date.now();
    for (let turn = 0; measures.length < MEASURES; turn++) {
      const clear = service.standIn.injectFault(FAULTS[turn % FAULTS.length]!);
      await rest(HOLD_MS);
      clear();
      if (turn % 3 === 0) await desktop.clickMenu('Open');
      await rest(HOLD_MS / 3);
      if (Date.now() - startedAt < (measures.length + 1) * ((1000 * seconds) / MEASURES)) continue;
      await app.closeWindow();
      await settle(desktop, service);
      measures.push(await app.measure());
    }
    expect((await readTotal(profile)).total).toBe(EXACT_TOTAL);
  } finally {
    await app.kill();
  }
  const growth = growthIn(measures, boundsFor(seconds));
  process.stdout.write(
    `${lines(measures)}\n\n${service.requestCount} requests kept in ${seconds} s\n${table(growth)}\n`
  );
  expect(growth.filter(({ isTooMuch }) => isTooMuch)).toEqual([]);
});

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** The service works normally again: parts that a fault left unanswered are polled again, and shown. */
async function settle(desktop: Fixtures['desktop'], service: Fixtures['service']): Promise<void> {
  const before = service.standIn.requests.at(-1)?.at ?? 0;
  await desktop.clickMenu('Refresh now');
  await until('a request', () => (service.standIn.requests.at(-1)?.at ?? 0) > before);
  await desktop.row(SHOWN_TOTAL);
}

function lines(measures: readonly Measure[]): string {
  const cells = (values: readonly string[]) => values.map(value => value.padStart(10)).join('');
  const rows = measures.map(one =>
    cells(MEASURED.map(what => one[what].toFixed(what === 'heap' || what === 'pss' ? 2 : 0)))
  );
  return [cells(MEASURED), ...rows].join('\n');
}
