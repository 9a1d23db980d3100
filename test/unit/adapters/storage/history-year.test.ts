import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import { rangeReadsOf, chartPointsOfRange } from '../../../../electron/core/history/ranges';
import { FIXED_RANGES } from '../../../../shared/ipc/history-calls';
import { END, fullPoint, writeYear, type FullYear } from '../../../fakes/full-year';
import { DAY_MS, MINUTE_MS } from '../../../fakes/holdings';
import { lineFiles } from '../../../fakes/line-files';

const MEGABYTE = 1_000_000;
const CHUNK = 128 * 1024;
/** The end of each file is looked at once a start, to see that its lines can be read. */
const FIRST_LOOK = 5 * CHUNK;

let folder: string;
let times: FullYear['times'];
let lengths: FullYear['lengths'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-year-'));
  ({ times, lengths } = await writeYear(folder));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const size = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('a year of polling every 60 s with 500 holdings', () => {
  it('stays under 50 MB', () => {
    expect(times['days'].length).toBeGreaterThan(364 * 3);
    expect(size()).toBeLessThan(50 * MEGABYTE);
  });

  it.each(FIXED_RANGES)('opens %s at the cost of the points that are shown', async range => {
    const handle = await open(join(folder, 'polls.jsonl'));
    const read = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
    await handle.close();
    const history = createHistory(folder, lineFiles(folder));
    const points: HistoryPoint[] = [];
    let shown = 0;
    const needs = rangeReadsOf(range, END);
    for (const { resolution, since } of needs) {
      const { content } = await history.read(resolution, since);
      expect(content?.map(({ at }) => at)).toEqual(times[resolution].filter(at => at >= since));
      for (const { at } of content ?? []) shown += lengths.get(`${resolution} ${at}`) ?? NaN;
      points.push(...(content ?? []));
    }
    let bytes = 0;
    for (const { value } of read.mock.settledResults) bytes += (value as { bytesRead: number }).bytesRead;
    expect(bytes).toBeGreaterThanOrEqual(shown);
    expect(bytes).toBeLessThan(shown + needs.length * 2 * CHUNK + FIRST_LOOK);
    expect(chartPointsOfRange(range, points, END).at(-1)?.at).toBe(END);
  });

  it('returns a point unchanged, and is no larger after the next midnight', async () => {
    const before = size();
    const history = createHistory(folder, lineFiles(folder));
    const next = fullPoint(END + MINUTE_MS);
    await history.append(next);
    expect((await history.read('polls', END)).content).toEqual([fullPoint(END), next]);
    expect(size()).toBeLessThan(before);
    expect(readFileSync(join(folder, 'days.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(1400);
    expect((await history.read('polls', END - DAY_MS)).content).toHaveLength(24 * 60 + 2);
  });
});
