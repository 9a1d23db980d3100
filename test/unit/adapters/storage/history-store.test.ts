import {
  appendFileSync,
  existsSync,
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
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import type { HistoryLog, Resolution } from '../../../../electron/core/ports/storage';
import { withoutWallet } from '../../../../electron/core/history/restated-points';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../fakes/holdings';
import { seededRandom, pointAt, seriesAt, timesFrom } from '../../../fakes/points';
import { lineFiles } from '../../../fakes/line-files';

const NOON = Date.UTC(2026, 10, 22, 12);
const ALL = ['polls', 'five-minutes', 'hours', 'days'] as const;

let folder: string;
let history: HistoryLog;
const opened = () => createHistory(join(folder, 'history'), lineFiles(folder));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-history-'));
  history = opened();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});
const file = (name: Resolution | 'tokens') => join(folder, 'history', `${name}.jsonl`);
const text = (name: Resolution | 'tokens') => readFileSync(file(name), 'utf8');
const points = async (from: Resolution = 'polls', since = 0) => (await history.read(from, since)).content;
const times = async (from: Resolution = 'polls', since = 0) =>
  (await points(from, since))?.map(({ at }) => at);
async function appendAll(made: readonly HistoryPoint[]): Promise<void> {
  for (const point of made) await history.append(point);
}

describe('the history', () => {
  it('is empty before the first point, without any damage', async () => {
    for (const from of ALL) expect(await history.read(from, 0)).toEqual({ content: [], setAsideAs: null });
    expect(readdirSync(folder)).toEqual([]);
    expect(await history.remove(NOON)).toBe(false);
    await history.forget('w1');
  });

  it('returns points unchanged, digit for digit, oldest first, also after a restart', async () => {
    const chance = seededRandom(5);
    const made = seriesAt([NOON + 1, NOON, NOON + 2], chance);
    await appendAll(made);
    const inOrder = [made[1], made[0], made[2]];
    expect(await points()).toEqual(inOrder);
    history = opened();
    expect(await history.read('polls', 0)).toEqual({ content: inOrder, setAsideAs: null });
    expect(await times('polls', NOON + 1)).toEqual([NOON + 1, NOON + 2]);
  });

  it('adds points to the coarser files when their five minutes, hour or day are over', async () => {
    const at = [0, 1, 5, 60, 12 * 60].map(minutes => NOON + minutes * MINUTE_MS);
    await appendAll(at.map(one => pointAt(one)));
    expect(await times()).toEqual(at);
    expect(await times('five-minutes')).toEqual([at[1], at[2], at[3]]);
    expect(await times('hours')).toEqual([at[2], at[3]]);
    expect(await times('days')).toEqual([at[0], at[3]]);
  });

  it('continues the open day, hour and five minutes after a restart', async () => {
    const totals = ['5', '9', '2', '4', '6'];
    for (const [i, total] of totals.entries()) {
      history = opened();
      await history.append(pointAt(NOON + i * MINUTE_MS, { total }));
    }
    history = opened();
    await history.append(pointAt(NOON + DAY_MS));
    expect((await points('days'))?.map(({ total }) => total)).toEqual(['5', '9', '2', '6']);
    expect(await times('hours')).toEqual([NOON + 4 * MINUTE_MS]);
    expect(await times('five-minutes')).toEqual([NOON + 4 * MINUTE_MS]);
  });

  it('keeps polls for a day; what it prunes is in the coarser files', async () => {
    const made = Array.from({ length: 300 }, (_, hour) => pointAt(NOON + hour * HOUR_MS));
    await appendAll(made.slice(0, -1));
    await history.append(made.at(-1)!);
    const end = made.at(-1)!.at;
    const polls = await times();
    expect(polls).toContain(end - DAY_MS);
    expect(polls!.length).toBeLessThan(300);
    expect(await times('hours')).toEqual(made.slice(0, -1).map(({ at }) => at));
    expect(readdirSync(join(folder, 'history')).filter(name => name.endsWith('.next'))).toEqual([]);
  });

  it('loses nothing when the clock was years ahead for one poll', async () => {
    const made = Array.from({ length: 30 }, (_, hour) => pointAt(NOON + hour * HOUR_MS));
    await appendAll(made);
    await history.append(pointAt(NOON + 3000 * DAY_MS));
    history = opened();
    await history.append(pointAt(NOON + 30 * HOUR_MS));
    expect(await times('hours')).toEqual([...made.map(({ at }) => at), NOON + 3000 * DAY_MS]);
    expect(await times()).toEqual(expect.arrayContaining(made.map(({ at }) => at)));
  });

  it('runs calls in their order', async () => {
    const made = Array.from({ length: 20 }, (_, i) => pointAt(NOON + i * 5 * MINUTE_MS));
    const all = made.map(point => history.append(point));
    const removed = history.remove(made[3]!.at);
    await Promise.all([...all, removed, history.append(pointAt(NOON + DAY_MS))]);
    expect(await removed).toBe(true);
    expect(await times()).toEqual([...made.filter((_, i) => i !== 3).map(({ at }) => at), NOON + DAY_MS]);
    expect(await times('days')).toEqual([made[0]!.at, made.at(-1)!.at]);
  });

  it.runIf(process.platform !== 'win32')('is readable by its owner only, also when rewritten', async () => {
    await appendAll([pointAt(NOON), pointAt(NOON + 1)]);
    await history.remove(NOON);
    for (const name of ['polls', 'tokens'] as const) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
  });

  it('fails when it cannot write, and goes on when it can again', async () => {
    writeFileSync(join(folder, 'history'), 'a file where the folder should be');
    await expect(history.append(pointAt(NOON))).rejects.toThrow();
    rmSync(join(folder, 'history'));
    await history.append(pointAt(NOON + 1));
    expect(await times()).toEqual([NOON + 1]);
  });
});

describe('a damaged file', () => {
  it('with a last line that a crash cut short loses only that line, and the next point is stored whole', async () => {
    await history.append(pointAt(NOON));
    const line = text('polls');
    appendFileSync(file('polls'), line.slice(0, -9));
    appendFileSync(file('tokens'), '[1,"w1/1/0x');
    history = opened();
    expect(await times()).toEqual([NOON]);
    const other = pointAt(NOON + 2, { tokens: [['w1/1/0xb/', 'USDC', '1', '5']] });
    await appendAll([other, pointAt(NOON + 3)]);
    history = opened();
    expect(await points()).toEqual([pointAt(NOON), other, pointAt(NOON + 3)]);
  });

  it('is set aside and reported when it cannot be read at all, and the rest goes on', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
    await history.append(pointAt(NOON - HOUR_MS));
    mkdirSync(file('hours'));
    const aside = join(folder, 'history', 'hours.damaged-2026-11-22T12-00-00Z.jsonl');
    expect(await history.read('hours', 0)).toEqual({ content: [], setAsideAs: aside });
    mkdirSync(file('hours'));
    expect((await history.read('hours', 0)).setAsideAs).toBe(aside.replace('Z.', 'Z-2.'));
    expect(await history.read('hours', 0)).toEqual({ content: [], setAsideAs: null });
    await history.append(pointAt(NOON));
    expect(await times()).toEqual([NOON - HOUR_MS, NOON]);
    expect(await times('hours')).toEqual([NOON - HOUR_MS]);
  });

  it.each(ALL)('%s is also set aside by the next point, and reported by the next read', async name => {
    await appendAll([pointAt(NOON - DAY_MS), pointAt(NOON)]);
    rmSync(file(name));
    mkdirSync(file(name));
    history = opened();
    await appendAll([pointAt(NOON + DAY_MS), pointAt(NOON + 2 * DAY_MS)]);
    const { content, setAsideAs } = await history.read('polls', NOON + 1);
    expect(setAsideAs).toContain(`${name}.damaged-`);
    expect(existsSync(setAsideAs!)).toBe(true);
    expect(content?.map(({ at }) => at)).toEqual([NOON + DAY_MS, NOON + 2 * DAY_MS]);
  });

  const NONSENSE: [string, string][] = [
    ['JSON of something else', '{"wallets":[],"version":3}\n'],
    ['a binary', '\u0000\u0001PNG\ufffd\n\u0000\n'.repeat(40_000)],
    ['another list', '[1,2,3]\n["a"]\n'],
    ['our first line and nothing of ours below it', '{"tokentray":1}\n<html>\n</html>\n']
  ];
  it.each(NONSENSE)('of %s is set aside whole at the first read, whichever it is', async (_, content) => {
    for (const name of [...ALL, 'tokens'] as const) {
      await history.append(pointAt(NOON - DAY_MS));
      await history.append(pointAt(NOON));
      writeFileSync(file(name), content);
      history = opened();
      const { setAsideAs } = await history.read('polls', 0);
      expect(setAsideAs).toContain(`${name}.damaged-`);
      expect(readFileSync(setAsideAs!, 'utf8')).toBe(content);
      expect(existsSync(file(name))).toBe(false);
      await history.append(pointAt(NOON + DAY_MS));
      expect(await times('polls', NOON + 1)).toEqual([NOON + DAY_MS]);
      rmSync(join(folder, 'history'), { recursive: true });
      history = opened();
    }
  });

  it('with one readable line among many that are none stays where it is', async () => {
    await history.append(pointAt(NOON));
    const before = text('polls');
    writeFileSync(file('polls'), before + 'rubbish\n'.repeat(50_000));
    history = opened();
    expect(await history.read('polls', 0)).toEqual({ content: [pointAt(NOON)], setAsideAs: null });
    expect(text('polls').startsWith(before)).toBe(true);
  });

  it('is set aside before a wallet is forgotten, so that nothing of it is lost', async () => {
    await history.append(pointAt(NOON));
    writeFileSync(file('hours'), 'a letter\n');
    history = opened();
    await history.forget('w1');
    const aside = readdirSync(join(folder, 'history')).find(name => name.startsWith('hours.damaged-'));
    expect(readFileSync(join(folder, 'history', aside!), 'utf8')).toBe('a letter\n');
  });

  it('of tokens never gives its numbers to other tokens', async () => {
    await appendAll([pointAt(NOON), pointAt(NOON + 1)]);
    rmSync(file('tokens'));
    history = opened();
    const other = pointAt(NOON + 2, { tokens: [['w1/1/0xb/', 'USDC', '1', '5']] });
    await history.append(other);
    expect(await points()).toEqual([pointAt(NOON, { tokens: [] }), pointAt(NOON + 1, { tokens: [] }), other]);
  });
});

describe('a point that is deleted', () => {
  it('is removed from every resolution, and the other points keep their splits', async () => {
    const chance = seededRandom(9);
    const made = seriesAt(timesFrom(NOON, 120, chance), chance);
    await appendAll(made);
    const before = Object.fromEntries(await Promise.all(ALL.map(async from => [from, await points(from)])));
    const gone = before['days'][1].at as number;
    expect(await history.remove(gone)).toBe(true);
    for (const from of ALL)
      expect(await points(from)).toEqual(before[from].filter((point: HistoryPoint) => point.at !== gone));
    expect(await history.remove(gone)).toBe(false);
  });

  it('is no longer the lowest of its day when the day ends', async () => {
    await appendAll(['5', '1', '2', '4'].map((total, i) => pointAt(NOON + i, { total })));
    await history.remove(NOON + 1);
    await history.append(pointAt(NOON + DAY_MS));
    expect((await points('days'))?.map(({ total }) => total)).toEqual(['5', '2', '4']);
  });
});

describe('a wallet that is forgotten', () => {
  it('is removed from all files, and every point is as if the wallet had never been counted', async () => {
    const chance = seededRandom(4);
    const made = seriesAt(timesFrom(NOON, 120, chance), chance);
    await appendAll(made);
    const before = Object.fromEntries(await Promise.all(ALL.map(async from => [from, await points(from)])));
    await history.forget('w1');
    for (const from of ALL) {
      const wanted = before[from].map((point: HistoryPoint) => withoutWallet(point, 'w1'));
      expect(await points(from)).toEqual(
        wanted.filter((point: HistoryPoint) => Object.keys(point.wallets).length > 0)
      );
    }
    for (const name of [...ALL, 'tokens'] as const) expect(text(name)).not.toContain('w1');
    history = opened();
    const next = pointAt(Math.max(...made.map(({ at }) => at)) + 1);
    await history.append(next);
    expect((await points())?.at(-1)).toEqual(next);
  });
});
