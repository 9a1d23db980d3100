// Measures the time of a read command, against a program of the same runtime that ends at once.
import { join } from 'node:path';
import { test } from 'playwright/test';
import { read, readTotal } from '../desktop/app/command';
import { removeFolder } from '../desktop/app/folder';
import { Service } from '../desktop/app/okx';
import { appArguments, Program, type Environment } from '../desktop/app/program';
import { until } from '../desktop/app/deadline';
import { bare, compared, save, RUNS } from './figures';
import { holdingsOf, Runner } from './runner';

const HOLDINGS = 500;
const EMPTY = join(__dirname, 'empty');
const NO_DISPLAY: Environment = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

async function timed(action: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await action();
  return performance.now() - startedAt;
}

/**
 * Measures each command with a floor of its own, alternately before and after it, so that changing load affects both.
 */
async function pairs(floor: () => Promise<unknown>, action: () => Promise<unknown>) {
  const took: { floor: number[]; action: number[] } = { floor: [], action: [] };
  for (let run = -1; run < 5 * RUNS; run++) {
    const first = run % 2 === 0 ? await timed(floor) : null;
    const middle = await timed(action);
    const last = first ?? (await timed(floor));
    if (run < 0) continue;
    took.floor.push(last);
    took.action.push(middle);
  }
  return took;
}

test('a read', async () => {
  const service = await Service.start();
  service.hold(...holdingsOf(HOLDINGS));
  const app = await Runner.app(service);
  await app.totalMs();
  const { profile } = app;
  await until('the stored values', async () => (await readTotal(profile)).total !== null);
  await app.program.kill();
  app.desktop.stop();
  const empty = () => new Program(appArguments(profile, [], EMPTY), NO_DISPLAY).finish();
  const total = await pairs(empty, () => read(profile, 'total'));
  const bar = await pairs(empty, () => read(profile, 'total', '--format', 'waybar'));
  save({
    'a read, 500 holdings': compared(total.action, total.floor, 'ms', 1.2),
    'a read for a bar, 500 holdings': compared(bar.action, bar.floor, 'ms', 1.2),
    'a read, bare': bare(total.action, 'ms')
  });
  await removeFolder(profile);
  await service.standIn.close();
});
