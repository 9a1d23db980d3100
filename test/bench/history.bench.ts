// Measures a year of history: opening it, reading each range and adding a point, in the V8 that the app runs on.
import { execFileSync } from 'node:child_process';
import { test } from 'playwright/test';
import { electronPath } from '../desktop/app/program';
import { bare, save, RUNS, type Figures } from './figures';

/** The script that `npm run bench` builds from year.ts. */
const SCRIPT = process.env.TOKENTRAY_BENCH_YEAR ?? '';

function run(): Record<string, number> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return JSON.parse(execFileSync(electronPath(), [SCRIPT], { env, encoding: 'utf8' })) as Record<
    string,
    number
  >;
}

test('a year of history', () => {
  const runs = Array.from({ length: RUNS }, run);
  const of = (name: string) => runs.map(measured => measured[name] ?? 0);
  const figures: Record<string, Figures[string]> = {
    'history of a year: a new point': bare(of('append'), 'ms'),
    'history of a year: the first point, files made smaller': bare(of('first'), 'ms'),
    'history of a year: longest stretch of the first point': bare(of('stretch'), 'ms', 50)
  };
  for (const range of ['1d', '1w', '1m', '1y', 'all'])
    figures[`history of a year: opened, ${range} read`] = bare(of(range), 'ms');
  const parse = of('parse');
  figures['history of a day, opened and read / JSON.parse of its lines'] = bare(
    of('1d').map((ms, at) => ms / (parse[at] || Number.EPSILON)),
    'times'
  );
  save(figures);
});
