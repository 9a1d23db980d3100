// Measures the processing of a reply from bytes to changes, against JSON.parse of the same bytes, in the V8 that the
// app runs on.
import { execFileSync } from 'node:child_process';
import { test } from 'playwright/test';
import { electronPath } from '../desktop/app/program';
import { bare, save, RUNS, type Figures } from './figures';

interface Measured {
  readonly count: number;
  /** Most tokens wait for an OK. */
  readonly isWaiting: boolean;
  readonly parseMs: number;
  readonly wholeMs: number;
  readonly ratio: number;
}

/** The script that `npm run bench` builds from pipeline.ts. */
const SCRIPT = process.env.TOKENTRAY_BENCH_PIPELINE ?? '';

function run(): Measured[] {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return JSON.parse(execFileSync(electronPath(), [SCRIPT], { env, encoding: 'utf8' })) as Measured[];
}

test('reading, valuing and comparing', () => {
  const runs = Array.from({ length: RUNS }, run);
  const of = (count: number, isWaiting = false) =>
    runs.map(all => all.find(one => one.count === count && one.isWaiting === isWaiting));
  const growth = (name: 'parseMs' | 'wholeMs') =>
    of(100_000).map((large, at) => (large?.[name] ?? 0) / (of(1000)[at]?.[name] ?? 1));
  const [whole, parse] = [growth('wholeMs'), growth('parseMs')];
  const figures: Record<string, Figures[string]> = {
    'growth from 1,000 to 100,000 / that of JSON.parse': bare(
      whole.map((times, at) => times / (parse[at] ?? 1)),
      'times',
      1.5
    )
  };
  for (const count of [10, 1000, 10_000, 100_000]) {
    const ratios = of(count).map(one => one?.ratio ?? 0);
    figures[`${count} holdings, read to compared / JSON.parse`] = bare(
      ratios,
      'times',
      count === 10_000 ? 4 : null
    );
  }
  const waiting = of(10_000, true).map(one => one?.ratio ?? 0);
  figures['10000 holdings that wait for an OK / JSON.parse'] = bare(waiting, 'times', null);
  save(figures);
});
