// Tests that large history files are read and made smaller in slices: other work has its turn between them, and a kill in
// any of them loses nothing.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import { lineOf, NO_TOKEN_NUMBERS } from '../../../../electron/core/history/line-format';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../fakes/holdings';
import { lineFiles } from '../../../fakes/line-files';
import { pointAt } from '../../../fakes/points';

const CHUNK_BYTES = 128 * 1024;
const LINES_PER_SLICE = 100;
const MIDNIGHT = Date.UTC(2026, 10, 22);
const DAYS = 3;
const STORAGE = join(import.meta.dirname, '../../../../electron/adapters/storage');
const FAKES = join(import.meta.dirname, '../../../fakes');

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tokentray-slices-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});
const polls = () => join(folder, 'polls.jsonl');

/** Three days of polls, the last one at midnight: the first point after a start removes most of them. */
async function writePolls(): Promise<number[]> {
  const times = Array.from(
    { length: (DAYS * DAY_MS) / MINUTE_MS },
    (_, at) => MIDNIGHT - at * MINUTE_MS
  ).reverse();
  const chains = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}`, `${at}.25`]));
  const wallets = { w1: { value: '190', prices: '1', transfers: '2', chains } };
  const lines = times.map(at => lineOf(pointAt(at, { wallets, tokens: [] }), NO_TOKEN_NUMBERS));
  await lineFiles(folder).replace(polls(), lines);
  return times;
}

/** Counts calls, and gives the most that were made without a turn of other work between them. */
function mostInOneTurn(): { count: () => void; end: () => number } {
  let [most, now, isEnded] = [0, 0, false];
  const turn = () => {
    [most, now] = [Math.max(most, now), 0];
    if (!isEnded) setImmediate(turn);
  };
  setImmediate(turn);
  return { count: () => void now++, end: () => ((isEnded = true), Math.max(most, now)) };
}

describe('a long file', () => {
  it('is made smaller in slices, with turns of other work between them', async () => {
    const times = await writePolls();
    const perChunk = CHUNK_BYTES / (statSync(polls()).size / times.length);
    expect(times.length).toBeGreaterThan(8 * perChunk);
    const turns = mostInOneTurn();
    const isChanged = await lineFiles(folder).rewrite(polls(), line => {
      turns.count();
      return line.startsWith(`[${times.at(-1)}`) ? null : line;
    });
    expect(isChanged).toBe(true);
    expect(turns.end()).toBeLessThan(2 * perChunk);
    expect(readFileSync(polls(), 'utf8').split('\n')).toHaveLength(times.length + 1);
  });

  it('whose lines all stay is not written', async () => {
    await writePolls();
    const before = statSync(polls());
    expect(await lineFiles(folder).rewrite(polls(), line => line)).toBe(false);
    expect(statSync(polls())).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it('is read in slices, with turns of other work between them', async () => {
    const times = await writePolls();
    const turns = mostInOneTurn();
    const parse = JSON.parse;
    vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      turns.count();
      return parse(text) as unknown;
    });
    const { content } = await createHistory(folder, lineFiles(folder)).read('polls', 0);
    expect(content).toHaveLength(times.length);
    expect(turns.end()).toBeLessThan(2 * LINES_PER_SLICE);
  });
});

/** Appends a point in a process that kills itself at this line of the file that is made smaller. */
async function appendKilledAt(script: string, line: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [script, folder, String(line)], { stdio: 'inherit' });
  return await new Promise(resolve => child.on('close', (_, signal) => resolve(signal)));
}

async function appendScript(): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'tokentray-slices-script-'));
  writeFileSync(
    join(place, 'append.ts'),
    `import { createHistory } from ${JSON.stringify(join(STORAGE, 'history-store'))};
     import { lineFiles } from ${JSON.stringify(join(FAKES, 'line-files'))};
     import { pointAt } from ${JSON.stringify(join(FAKES, 'points'))};
     const [folder, last] = process.argv.slice(2);
     const files = lineFiles(folder);
     let count = 0;
     const rewrite = (file, change) => files.rewrite(file, line => {
       if (++count === Number(last)) process.kill(process.pid, 'SIGKILL');
       return change(line);
     });
     await createHistory(folder, { ...files, rewrite }).append(pointAt(${MIDNIGHT + MINUTE_MS}, { total: '1', tokens: [] }));`
  );
  const output = { entryFileNames: 'append.mjs' };
  await build({
    configFile: false,
    logLevel: 'silent',
    root: place,
    build: { ssr: 'append.ts', outDir: place, minify: false, emptyOutDir: false, rollupOptions: { output } }
  });
  return join(place, 'append.mjs');
}

describe('a kill while the files are made smaller', () => {
  it('loses nothing in any slice, and the next start makes them smaller', { timeout: 120_000 }, async () => {
    const script = await appendScript();
    const lines = (DAYS * DAY_MS) / MINUTE_MS;
    for (let line = 2; line < lines; line += Math.floor(lines / 12)) {
      const times = [...(await writePolls()), MIDNIGHT + MINUTE_MS];
      expect(await appendKilledAt(script, line)).toBe('SIGKILL');
      const read = await createHistory(folder, lineFiles(folder)).read('polls', 0);
      expect(read).toMatchObject({ setAsideAs: null });
      expect(read.content?.map(({ at }) => at)).toEqual(times);
      expect(await appendKilledAt(script, Infinity)).toBe(null);
      const after = await createHistory(folder, lineFiles(folder)).read('polls', 0);
      const kept = after.content?.map(({ at }) => at) ?? [];
      expect(kept).toEqual(times.filter(at => at >= (kept[0] ?? 0)));
      expect(MIDNIGHT - (kept[0] ?? 0)).toBeGreaterThanOrEqual(DAY_MS);
      expect(MIDNIGHT - (kept[0] ?? 0)).toBeLessThan(DAY_MS + 5 * HOUR_MS);
      rmSync(polls());
    }
    rmSync(join(script, '..'), { recursive: true });
  });
});
