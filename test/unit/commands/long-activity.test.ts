// Tests `changes` on a long activity: only its end is read, and the result is that of the whole file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { entryLines, deliveryLine } from '../../../electron/core/alerts/activity-lines';
import { FileRefused } from '../../../electron/core/settings/file-formats';
import { storedFiles } from '../../../electron/commands/stored-files';
import { arrived } from '../../fakes/entries';
import { HOUR_MS, MINUTE_MS, NOW } from '../../fakes/holdings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-long-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const COUNT = 5000;
const SINCE = NOW - 10 * HOUR_MS;
/** One entry a minute; every tenth has a delivery line a minute later. About 1.5 MB. */
const LINES = Array.from({ length: COUNT }, (_, place) => {
  const at = NOW - (COUNT - place) * MINUTE_MS;
  const [line = ''] = entryLines([arrived({ id: `e${place}`, at, symbol: `T${place}` })]);
  return place % 10 === 0 ? [line, deliveryLine([`e${place}`], at + MINUTE_MS, 'desktop')] : [line];
}).flat();
const put = (lines: readonly string[]) =>
  writeFileSync(join(folder, 'activity.jsonl'), `${lines.join('\n')}\n`);
const young = (since?: number) =>
  storedFiles(folder)
    .entries(since)
    .filter(({ at }) => at > SINCE);

it('all young entries are read, with their delivery lines, without the entries of months before', () => {
  put(['{"version":1}', ...LINES]);
  expect(young(SINCE)).toHaveLength(599);
  expect(young(SINCE)).toEqual(young());
  expect(storedFiles(folder).entries(SINCE).length).toBeLessThan(2000);
});

it('the whole activity is read when no time limits it', () => {
  put(['{"version":1}', ...LINES]);
  expect(storedFiles(folder).entries()).toHaveLength(COUNT);
  expect(storedFiles(folder).entries(NOW - COUNT * 2 * MINUTE_MS)).toHaveLength(COUNT);
});

it.each(['damaged', 'damaged "at":nonsense,'])('damaged lines such as %j do not end the reading', line => {
  put(['{"version":1}', ...LINES, ...Array.from({ length: 20_000 }, () => line)]);
  expect(young(SINCE)).toEqual(young());
  expect(young(SINCE)).toHaveLength(599);
});

it('an entry of a clock that ran ahead is found among older ones', () => {
  const [ahead = ''] = entryLines([arrived({ id: 'ahead', at: NOW + HOUR_MS })]);
  put(['{"version":1}', ...LINES.slice(0, -1100), ahead, ...LINES.slice(-1100)]);
  expect(young(SINCE)[0]?.id).toBe('ahead');
});

it('a file of a newer Tokentray is refused, although only its end is needed', () => {
  put(['{"version":99}', ...LINES]);
  expect(() => storedFiles(folder).entries(SINCE)).toThrow(FileRefused);
});
