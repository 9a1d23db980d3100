// How long a command that reads takes, beside a program of the same runtime that does nothing but end.
import { join } from 'node:path';
import { test } from 'playwright/test';
import { read, readTotal } from '../desktop/command';
import { removeFolder } from '../desktop/folder';
import { Service } from '../desktop/okx';
import { appArguments, Program, type Environment } from '../desktop/program';
import { until } from '../desktop/deadline';
import { bare, compared, keep, RUNS } from './figures';
import { holdingsOf, Runner } from './runner';

const HOLDINGS = 500;
const EMPTY = join(__dirname, 'empty');
const NO_DISPLAY: Environment = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await deed();
  return performance.now() - startedAt;
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
  const floor: number[] = [];
  const plain: number[] = [];
  const bar: number[] = [];
  for (let run = -1; run < 4 * RUNS; run++) {
    const empty = () => new Program(appArguments(profile, [], EMPTY), NO_DISPLAY).finish();
    const took = [
      await timed(empty),
      await timed(() => read(profile, 'total')),
      await timed(() => read(profile, 'total', '--format', 'waybar'))
    ];
    if (run < 0) continue;
    for (const [at, list] of [floor, plain, bar].entries()) list.push(took[at] ?? 0);
  }
  keep({
    'a read, 500 holdings': compared(plain, floor, 'ms', 1.2),
    'a read for a bar, 500 holdings': compared(bar, floor, 'ms', 1.2),
    'a read, bare': bare(plain, 'ms')
  });
  await removeFolder(profile);
  await service.standIn.close();
});
