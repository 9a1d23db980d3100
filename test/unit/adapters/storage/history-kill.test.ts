import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHistory } from '../../../../electron/adapters/storage/history-store';
import type { HistoryPoint } from '../../../../electron/core/ports/history-point';
import {
  COARSE_RESOLUTIONS,
  addToBuckets,
  NO_OPEN_BUCKETS,
  type CoarseResolution
} from '../../../../electron/core/history/retention';
import { DAY_MS, MINUTE_MS } from '../../../fakes/holdings';
import { lineFiles } from '../../../fakes/line-files';
import { seededRandom } from '../../../fakes/points';

const KILLS = Number(process.env['TOKENTRAY_KILLS'] ?? 20);
const START = Date.UTC(2026, 10, 22);
/** Every point closes a bucket of five minutes, nearly every one an hour, each 29th a day, which prunes. */
const STEP_MS = 50 * MINUTE_MS;
const PLACE = import.meta.dirname;

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tokentray-kill-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const place = () => join(folder, 'history');

/** The real adapter, built into one file for plain node: it appends without end, and prints each appended point. */
async function writerScript(): Promise<string> {
  const entry = join(folder, 'writer.ts');
  writeFileSync(
    entry,
    `import { writeSync } from 'node:fs';
     import { createHistory } from ${JSON.stringify(join(PLACE, '../../../../electron/adapters/storage/history-store'))};
     import { lineFiles } from ${JSON.stringify(join(PLACE, '../../../fakes/line-files'))};
     import { pointAt } from ${JSON.stringify(join(PLACE, '../../../fakes/points'))};
     const [folder, start] = process.argv.slice(2);
     const history = createHistory(folder, lineFiles(folder));
     for (let at = Number(start); ; at += ${STEP_MS}) {
       const total = String(at / ${MINUTE_MS} * 7919 % 1000);
       await history.append(pointAt(at, { total, tokens: [['w1/1/0x' + at, 'ETH', '1', total]] }));
       writeSync(1, at + '\\n');
     }`
  );
  const options = { ssr: entry, outDir: join(folder, 'built'), minify: false, emptyOutDir: false };
  const output = { entryFileNames: 'writer.mjs' };
  await build({
    configFile: false,
    logLevel: 'silent',
    root: folder,
    build: { ...options, rollupOptions: { output } }
  });
  return join(folder, 'built', 'writer.mjs');
}

/**
 * Gives the points reported as written before the process was killed, `afterMs` after the first one or after its
 * start.
 */
function killWhileWriting(
  script: string,
  start: number,
  afterMs: number,
  isAtStart: boolean
): Promise<number[]> {
  const child = spawn(process.execPath, [script, place(), String(start)]);
  let [reported, complaint] = ['', ''];
  const killSoon = () => setTimeout(() => child.kill('SIGKILL'), afterMs);
  child.once('spawn', () => isAtStart && killSoon());
  child.stdout.once('data', () => !isAtStart && killSoon());
  child.stdout.on('data', (chunk: Buffer) => (reported += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(reported.split('\n').slice(0, -1).map(Number));
      else reject(new Error(`the writer ended by itself: ${complaint}`));
    });
  });
}

/** Opens the history as a new start does. */
async function openAndRead() {
  const history = createHistory(place(), lineFiles(folder));
  const read = async (from: CoarseResolution | 'polls') => {
    const { content, setAsideAs } = await history.read(from, 0);
    expect(setAsideAs).toBe(null);
    return content ?? [];
  };
  return { polls: await read('polls'), 'five-minutes': await read('five-minutes'), hours: await read('hours'), days: await read('days') }; // prettier-ignore
}

/** The times of the coarse points that are final after all of these points. */
function closedOf(points: readonly HistoryPoint[]): Record<CoarseResolution, number[]> {
  const closed: Record<CoarseResolution, number[]> = { 'five-minutes': [], hours: [], days: [] };
  let open = NO_OPEN_BUCKETS;
  for (const point of points) {
    const folded = addToBuckets(open, point);
    open = folded.open;
    for (const one of COARSE_RESOLUTIONS) closed[one].push(...folded.closed[one].map(({ at }) => at));
  }
  return closed;
}

describe('a process that is killed while it writes', () => {
  it(
    `${KILLS} times opens each time, and has lost no point that it had reported`,
    { timeout: 60_000 + KILLS * 5000 },
    async () => {
      const script = await writerScript();
      const chance = seededRandom(Date.now() % 1000);
      const all: HistoryPoint[] = [];
      let reportedAll = 0;
      for (let run = 0; run < KILLS; run++) {
        const start = (all.at(-1)?.at ?? START - STEP_MS) + STEP_MS;
        const isAtStart = run % 4 === 3;
        const after = isAtStart ? 30 + chance() * 90 : chance() * 80;
        const reported = await killWhileWriting(script, start, after, isAtStart);
        reportedAll += reported.length;

        const files = await openAndRead();
        const found = files.polls.filter(({ at }) => at >= start);
        expect(found.map(({ at }) => at).slice(0, reported.length)).toEqual(reported);
        expect(found.length - reported.length).toBeLessThanOrEqual(1);
        all.push(...found);
        check(all, files);
      }
      expect(reportedAll).toBeGreaterThan(KILLS);
      const torn = readFileSync(join(place(), 'polls.jsonl'), 'utf8').split('\n').filter(line => !line.endsWith(']')); // prettier-ignore
      expect(torn.length).toBeLessThanOrEqual(KILLS + 2);
    }
  );

  /** Checks that each file contains every required point once and unchanged, and nothing else. */
  function check(all: readonly HistoryPoint[], files: Awaited<ReturnType<typeof openAndRead>>): void {
    const last = all.at(-1);
    if (!last) return;
    const known = new Map(all.map(point => [point.at, point]));
    for (const from of ['polls', ...COARSE_RESOLUTIONS] as const) {
      const times = files[from].map(({ at }) => at);
      expect(new Set(times).size).toBe(times.length);
      for (const point of files[from]) expect(point).toEqual(known.get(point.at));
    }
    const within = (times: readonly number[], days: number) =>
      times.filter(at => at >= last.at - days * DAY_MS);
    const polls = files.polls.map(({ at }) => at);
    expect(within(polls, 1)).toEqual(within([...known.keys()], 1));
    const required = closedOf(all);
    // The unreported point may have closed the buckets before it.
    const allowed = closedOf([...all, { ...last, at: last.at + STEP_MS }]);
    for (const [one, days] of [
      ['five-minutes', 7],
      ['hours', 90],
      ['days', 9999]
    ] as const) {
      // prettier-ignore
      const times = within(files[one].map(({ at }) => at), days); // prettier-ignore
      expect(times).toEqual(expect.arrayContaining(within(required[one], days)));
      expect(within(allowed[one], days)).toEqual(expect.arrayContaining(times));
    }
  }
});
