import { spawn } from 'node:child_process';
import {
  appendFileSync,
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
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/history';
import type { HistoryPoint } from '../../../electron/core/history';
import type { History } from '../../../electron/core/ports';

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 10, 22, 12);

const point = (at: number, total = '42070.957650807884827068186800909718217601'): HistoryPoint => ({
  at,
  total,
  ledger: { prices: '1.5', transfers: '-2', recounted: '0' },
  isStale: false,
  chains: { '1': total },
  wallets: { w1: total },
  tokens: [['w1/1/0xa/', 'ETH', '2650.43', total]]
});

let folder: string;
let history: History;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-history-'));
  history = createHistory(join(folder, 'history'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});
const day = (date: string) => join(folder, 'history', `${date}.jsonl`);
const times = async (since = 0) => (await history.read(since)).content?.map(({ at }) => at);

describe('the history', () => {
  it('is empty before the first point, and that is no damage', async () => {
    expect(await history.read(0)).toEqual({ content: [], setAsideAs: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives points back as they were, digit for digit, oldest first', async () => {
    await history.append(point(NOON + 1));
    await history.append(point(NOON));
    expect(await history.read(0)).toEqual({ content: [point(NOON), point(NOON + 1)], setAsideAs: null });
  });

  it('is a file a day, and days before the moment asked for are left out', async () => {
    for (const at of [NOON - DAY_MS, NOON - 1, NOON, NOON + DAY_MS]) await history.append(point(at));
    expect(readdirSync(join(folder, 'history'))).toEqual([
      '2026-11-21.jsonl',
      '2026-11-22.jsonl',
      '2026-11-23.jsonl'
    ]);
    expect(await times(NOON)).toEqual([NOON, NOON + DAY_MS]);
    expect(await times(NOON - DAY_MS)).toHaveLength(4);
  });

  it('puts the last moment of a day into that day', async () => {
    const midnight = Date.UTC(2026, 10, 23);
    await history.append(point(midnight - 1));
    await history.append(point(midnight));
    expect([day('2026-11-22'), day('2026-11-23')].map(file => readFileSync(file, 'utf8').split('\n').length)).toEqual([2, 2]); // prettier-ignore
    expect(await times(midnight)).toEqual([midnight]);
  });

  it.runIf(process.platform !== 'win32')('is readable by its owner only', async () => {
    await history.append(point(NOON));
    expect(statSync(day('2026-11-22')).mode & 0o777).toBe(0o600);
  });

  it('leaves out a last line that a crash cut short, and the next point does not suffer from it', async () => {
    await history.append(point(NOON));
    appendFileSync(day('2026-11-22'), JSON.stringify(point(NOON + 1)).slice(0, -9));
    expect(await times()).toEqual([NOON]);
    await history.append(point(NOON + 2));
    await history.append(point(NOON + 3));
    expect(await times()).toEqual([NOON, NOON + 2, NOON + 3]);
  });

  it('keeps a last line that is whole but for its end', async () => {
    await history.append(point(NOON));
    appendFileSync(day('2026-11-22'), JSON.stringify(point(NOON + 1)));
    await history.append(point(NOON + 2));
    expect(await times()).toEqual([NOON, NOON + 1, NOON + 2]);
  });

  it.each<[string, unknown]>([
    ['no JSON', 'oops'],
    ['null', null],
    ['no object', 7],
    ['an amount that is none', { ...point(NOON + 1), total: 'NaN' }],
    ['no ledger', { ...point(NOON + 1), ledger: undefined }],
    ['a ledger that is cut', { ...point(NOON + 1), ledger: { prices: '1', transfers: '1' } }],
    ['a token that is none', { ...point(NOON + 1), tokens: [null] }],
    ['a price that is none', { ...point(NOON + 1), tokens: [['id', 'ETH', '', '1']] }],
    ['no chains', { ...point(NOON + 1), chains: null }],
    ['no time', { ...point(NOON + 1), at: null }]
  ])('leaves out a line with %s, and only that', async (_what, value) => {
    await history.append(point(NOON));
    appendFileSync(day('2026-11-22'), `${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
    await history.append(point(NOON + 2));
    expect(await times()).toEqual([NOON, NOON + 2]);
    expect(readFileSync(day('2026-11-22'), 'utf8').split('\n')).toHaveLength(4);
  });

  it('sets aside what cannot be read at all, tells so, and goes on', async () => {
    vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
    await history.append(point(NOON - DAY_MS));
    mkdirSync(day('2026-11-22'));
    const aside = join(folder, 'history', '2026-11-22.damaged-2026-11-22T12-00-00Z.jsonl');
    expect(await history.read(0)).toEqual({ content: [point(NOON - DAY_MS)], setAsideAs: aside });
    await history.append(point(NOON));
    expect(await times()).toEqual([NOON - DAY_MS, NOON]);
  });

  it('takes no other file for a day', async () => {
    await history.append(point(NOON));
    for (const name of ['notes.jsonl', '2026-11-22.jsonl.tmp', '2026-11-22.damaged-x.jsonl'])
      writeFileSync(join(folder, 'history', name), `${JSON.stringify(point(1))}\n`);
    expect(await times()).toEqual([NOON]);
  });

  it('fails when there is no place to write', async () => {
    writeFileSync(join(folder, 'history'), 'a file where the folder should be');
    await expect(history.append(point(NOON))).rejects.toThrow();
  });
});

describe('a process that is killed while it writes', () => {
  it('twenty times loses no point that it had reported, and damages none', { timeout: 120_000 }, async () => {
    const script = await writerScript();
    const reported: number[] = [];
    for (let run = 0; run < 20; run++) reported.push(...(await killWhileWriting(script, run)));
    const kept = new Set(await times());
    expect(reported.length).toBeGreaterThan(20);
    expect(reported.filter(at => !kept.has(at))).toEqual([]);
    await history.append(point(NOON));
    expect((await times())?.at(-1)).toBe(NOON);
  });

  /** The real adapter, built into one file that plain node runs: it appends for ever, and says each time that it did. */
  async function writerScript(): Promise<string> {
    const entry = join(folder, 'writer.ts');
    const adapter = join(import.meta.dirname, '../../../electron/adapters/history');
    writeFileSync(
      entry,
      `import { createHistory } from ${JSON.stringify(adapter)};
       const [folder, start] = process.argv.slice(2);
       const history = createHistory(folder);
       const sample = ${JSON.stringify(point(0))};
       for (let at = Number(start); ; at++) {
         await history.append({ ...sample, at });
         process.stdout.write(at + '\\n');
       }`
    );
    const options = { ssr: entry, outDir: join(folder, 'built'), minify: false, emptyOutDir: false };
    await build({ configFile: false, logLevel: 'silent', root: folder, build: { ...options, rollupOptions: { output: { entryFileNames: 'writer.mjs' } } } }); // prettier-ignore
    return join(folder, 'built', 'writer.mjs');
  }

  /** Gives the points that it reported as written before it was killed. */
  function killWhileWriting(script: string, run: number): Promise<number[]> {
    const start = NOON - DAY_MS + run * 1_000_000;
    const child = spawn(process.execPath, [script, join(folder, 'history'), String(start)]);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.split('\n').length > 2 + run) child.kill('SIGKILL');
    });
    return new Promise(resolve => {
      child.on('close', () => resolve(text.split('\n').slice(0, -1).map(Number)));
    });
  }
});
