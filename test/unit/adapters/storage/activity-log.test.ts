import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActivityLog } from '../../../../electron/adapters/storage/activity-log';
import type { ActivityLog } from '../../../../electron/core/ports/storage';
import { arrived, EACH_KIND, walletsAdded } from '../../../fakes/entries';
import { DAY_MS, NOW } from '../../../fakes/holdings';
import { lineFiles } from '../../../fakes/line-files';

let folder: string;
let file: string;
let log: ActivityLog;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-activity-'));
  file = join(folder, 'profile', 'activity.jsonl');
  log = createActivityLog(file, lineFiles(folder));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});
const isNoCrowd = (id: string | undefined) => !id?.startsWith('crowd');
const ids = async (since = 0) => (await log.read(since)).content?.map(({ id }) => id).filter(isNoCrowd);
/** So many entries that a day counts as over. */
const crowd = (at: number) =>
  Array.from({ length: 100 }, (_, i) => arrived({ id: `crowd ${at} ${i}`, at, silence: 'risky' }));
const written = () => readFileSync(file, 'utf8');
const isPosix = process.platform !== 'win32';

describe('the activity log', () => {
  it('is empty before the first entry, and reading creates no file', async () => {
    expect(await log.read(0)).toEqual({ content: [], setAsideAs: null });
    await log.append([]);
    await log.markNotified([], NOW, 'window');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('returns entries as they were, with their notification state, also after the next start', async () => {
    await log.append(EACH_KIND);
    await log.markNotified(['e3'], NOW + 7, 'desktop');
    const notified = EACH_KIND.map(entry =>
      entry.id === 'e3' ? { ...entry, toldAt: NOW + 7, toldIn: 'desktop' } : entry
    );
    expect(await createActivityLog(file, lineFiles(folder)).read(0)).toEqual({
      content: notified,
      setAsideAs: null
    });
  });

  it('removes a wallet from the list of those that were added with it, and keeps what a newer version wrote', async () => {
    await log.append([walletsAdded({ id: 'a' })]);
    const newer = (id: string, walletId: string) =>
      JSON.stringify({ id, at: NOW, walletId, kind: 'of-tomorrow' });
    appendFileSync(file, `${newer('n1', 'w1')}\n${newer('n2', 'w2')}\n`);
    await log.forget('w1');
    expect(await log.read(0)).toMatchObject({
      content: [{ id: 'a', walletId: 'w2', wallet: 'Daily', wallets: [{ name: 'Daily' }], worth: '0.5' }]
    });
    const text = readFileSync(file, 'utf8');
    expect([text.includes('n2'), text.includes('n1'), text.includes('Cold wallet')]).toEqual([
      true,
      false,
      false
    ]);
  });

  it('removes what happened in one wallet, and nothing else', async () => {
    await log.append([
      arrived({ id: 'a', at: NOW, walletId: 'w1' }),
      arrived({ id: 'b', at: NOW + 1, walletId: 'w2' })
    ]);
    await log.forget('w1');
    expect(await ids()).toEqual(['b']);
    await log.append([arrived({ id: 'c', at: NOW + 2, walletId: null })]);
    expect(await createActivityLog(file, lineFiles(folder)).read(0)).toMatchObject({
      content: [{ id: 'c' }, { id: 'b' }]
    });
    expect(written()).not.toContain('"w1"');
  });

  it('is read from a given time on, newest first', async () => {
    await log.append([NOW - 2, NOW - 1, NOW].map(at => arrived({ id: String(at), at })));
    expect(await ids(NOW - 1)).toEqual([String(NOW), String(NOW - 1)]);
  });

  it.runIf(isPosix)('is readable by its owner only, after pruning too', async () => {
    await log.append([arrived({ id: 'old', at: NOW - 91 * DAY_MS })]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    await log.append([arrived({ id: 'new', at: NOW }), ...crowd(NOW)]);
    expect(await ids()).toEqual(['new']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('loses only the line that a crash cut short', async () => {
    await log.append([arrived({ id: 'a' })]);
    appendFileSync(file, JSON.stringify(arrived({ id: 'torn' })).slice(0, -9));
    await log.markNotified(['a'], NOW + 1, 'window');
    await log.append([arrived({ id: 'b' })]);
    expect((await log.read(0)).content).toEqual([
      arrived({ id: 'a', toldAt: NOW + 1, toldIn: 'window' }),
      arrived({ id: 'b' })
    ]);
  });

  it('runs calls in their order, and goes on after one that failed', async () => {
    const calls = [
      log.append([arrived({ id: 'a' })]),
      log.markNotified(['a'], NOW + 1, 'window'),
      log.read(0),
      log.append([arrived({ id: 'b' })])
    ] as const;
    expect((await calls[2]).content).toEqual([arrived({ id: 'a', toldAt: NOW + 1, toldIn: 'window' })]);
    await Promise.all(calls);
    rmSync(file);
    mkdirSync(file);
    await expect(log.append([arrived({ id: 'c' })])).rejects.toThrow();
    rmSync(file, { recursive: true });
    await log.append([arrived({ id: 'd' })]);
    expect(await ids()).toEqual(['d']);
  });
});

describe('pruning of entries older than 90 days', () => {
  const entry = (days: number) => arrived({ id: `day ${days}`, at: NOW + days * DAY_MS });

  it('removes them with their notification state and keeps the order of the newer ones', async () => {
    await log.append([entry(-90), arrived({ id: 'too', at: NOW - 90 * DAY_MS })]);
    await log.append([entry(-40), arrived({ id: 'x', at: NOW - 40 * DAY_MS }), entry(-39)]);
    await log.markNotified(['day -90', 'day -39'], NOW, 'desktop');
    await log.append([entry(0)]);
    expect(await ids()).toEqual(['day 0', 'day -39', 'day -40', 'x', 'day -90', 'too']);
    await log.append([entry(1), ...crowd(NOW + DAY_MS)]);
    expect(await ids()).toEqual(['day 1', 'day 0', 'day -39', 'day -40', 'x']);
    expect(written()).not.toContain('day -90');
    expect(written().split('\n').map(line => /"id":"(.*?)"/.exec(line)?.[1]).filter(isNoCrowd)).toEqual([undefined, 'day -40', 'x', 'day -39', 'day 0', 'day 1', undefined]); // prettier-ignore
    expect((await log.read(0)).content?.find(({ id }) => id === 'day -39')).toMatchObject({
      toldAt: NOW,
      toldIn: 'desktop'
    });
  });

  it('runs once a day, and after a start', async () => {
    await log.append([entry(0)]);
    await log.append([entry(-200), arrived({ id: 'x', at: NOW + 1 })]);
    await log.append([arrived({ id: 'soon', at: NOW + DAY_MS - 1 })]);
    expect(await ids()).toContain('day -200');
    await createActivityLog(file, lineFiles(folder)).append([
      arrived({ id: 'next', at: NOW + DAY_MS - 1 }),
      ...crowd(NOW + DAY_MS - 1)
    ]);
    expect(await ids()).not.toContain('day -200');
  });

  it.runIf(isPosix && process.getuid?.() !== 0)(
    'stays when the folder takes no new file, and the entry is safe all the same',
    async () => {
      await log.append([entry(-200)]);
      chmodSync(join(folder, 'profile'), 0o500);
      await log.append([entry(0)]);
      chmodSync(join(folder, 'profile'), 0o700);
      expect(await ids()).toEqual(['day 0', 'day -200']);
    }
  );
});

describe('a log that cannot be read', () => {
  it.each([
    ['a folder in its place', () => mkdirSync(file, { recursive: true })],
    ['nothing but rubbish', () => writeFileSync(file, '\u0000\u0001 rubbish\n')]
  ])('is set aside with its date, and a new log begins: %s', async (_what, spoil) => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    mkdirSync(join(folder, 'profile'));
    spoil();
    const aside = file.replace('.jsonl', '.damaged-2026-11-22T09-00-00Z.jsonl');
    expect(await log.read(0)).toEqual({ content: [], setAsideAs: aside });
    expect(await log.read(0)).toEqual({ content: [], setAsideAs: null });
    await log.append([arrived()]);
    expect(await ids()).toEqual(['e1']);
  });
});
