// Measures the history of a full year: opening it, reading each range and adding a point. Prints JSON, all in ms.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistory } from '../../electron/adapters/storage/history-store';
import { timeOf } from '../../electron/core/history/line-format';
import { rangeReadsOf, chartPointsOfRange } from '../../electron/core/history/ranges';
import { FIXED_RANGES } from '../../shared/ipc/history-calls';
import { END, fullPoint, writeYear } from '../fakes/full-year';
import { DAY_MS, MINUTE_MS } from '../fakes/holdings';
import { lineFiles } from '../fakes/line-files';

async function timed(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** The minimum cost of the lines of the last day as objects; the file has those of the day before, too. */
function parseMs(folder: string): Promise<number> {
  const lines = readFileSync(join(folder, 'polls.jsonl'), 'utf8')
    .split('\n')
    .filter(line => (timeOf(line) ?? 0) >= END - DAY_MS);
  return timed(() => lines.map(line => JSON.parse(line) as unknown));
}

/** ms in which nothing else had its turn. */
function longestStretch(): { end: () => number } {
  let [longest, since, isEnded] = [0, performance.now(), false];
  const turn = () => {
    const now = performance.now();
    [longest, since] = [Math.max(longest, now - since), now];
    if (!isEnded) setImmediate(turn);
  };
  setImmediate(turn);
  return { end: () => ((isEnded = true), longest) };
}

async function measure(folder: string): Promise<Record<string, number>> {
  const measured: Record<string, number> = { parse: await parseMs(folder) };
  for (const range of FIXED_RANGES) {
    // Opened again for each range: the first read has nothing in memory yet.
    const history = createHistory(folder, lineFiles(folder));
    measured[range] = await timed(async () => {
      const points = [];
      for (const { resolution, since } of rangeReadsOf(range, END))
        points.push(...((await history.read(resolution, since)).content ?? []));
      chartPointsOfRange(range, points, END);
    });
  }
  const history = createHistory(folder, lineFiles(folder));
  const stretches = longestStretch();
  measured['first'] = await timed(() => history.append(fullPoint(END + MINUTE_MS)));
  measured['stretch'] = stretches.end();
  const appends: number[] = [];
  for (let poll = 2; poll < 52; poll++)
    appends.push(await timed(() => history.append(fullPoint(END + poll * MINUTE_MS))));
  measured['append'] = appends.sort((a, b) => a - b)[25] ?? 0;
  return measured;
}

const folder = mkdtempSync(join(tmpdir(), 'tokentray-year-'));
await writeYear(folder);
process.stdout.write(JSON.stringify(await measure(folder)));
rmSync(folder, { recursive: true });
