import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHistory } from '../../../electron/adapters/history';
import type { HistoryPoint } from '../../../electron/core/history';
import { lineOf } from '../../../electron/core/history-lines';
import type { Resolution } from '../../../electron/core/records';
import { stays } from '../../../electron/core/pruning';
import { needsOf, rangeDots } from '../../../electron/core/ranges';
import { COARSE, fold, NOTHING_OPEN } from '../../../electron/core/thinning';
import { EMPTY_BOOK, extended, missingIn, type TokenBook } from '../../../electron/core/token-book';
import { RANGES } from '../../../shared/record-calls';
import { DAY_MS, MINUTE_MS } from '../../fakes/holdings';
import { chanceFrom, pointAt } from '../../fakes/points';
import { lineFiles } from '../../fakes/line-files';

/** The last minute of a day: the files were pruned a day ago, and are as large as they get. */
const END = Date.UTC(2026, 10, 22, 23, 59);
const POLLS = 365 * 24 * 60;
const MEGABYTE = 1_000_000;
const CHUNK = 128 * 1024;
const WALLETS = Array.from({ length: 5 }, (_, i) => `31f55853-d430-42c5-b4c6-710d39848cd${i}`);
const CHAINS = ['1', '10', '56', '137', '501', '8453', '42161', '43114', '59144', '195'];
const TOKENS = 500;

const wobble = (at: number) => `${40_000 + ((at / MINUTE_MS) * 7919) % 9973}`; // prettier-ignore

/** 36 digits an amount, as balances of 18 digits at prices of 12 give; 500 holdings on 50 chains of 5 wallets. */
function fullPoint(at: number): HistoryPoint {
  const chance = chanceFrom(at / MINUTE_MS);
  const digits = (count: number) => Array.from({ length: Math.ceil(count / 9) }, () => String(Math.floor(chance() * 1e9)).padStart(9, '0')).join('').slice(0, count); // prettier-ignore
  const amount = () => `${Math.floor(chance() * 9000)}.${digits(32)}`;
  const wallet = () => ({ value: amount(), prices: amount(), transfers: amount(), chains: Object.fromEntries(CHAINS.map(chain => [chain, amount()])) }); // prettier-ignore
  const rank = () => Math.floor(chance() ** 4 * TOKENS);
  return {
    at,
    total: wobble(at),
    ledger: { prices: amount(), transfers: amount(), recounted: amount() },
    intervalMs: MINUTE_MS,
    stale: chance() < 0.1 ? WALLETS.map(id => `${id}/1`) : [],
    wallets: Object.fromEntries(WALLETS.map(id => [id, wallet()])),
    tokens: Array.from({ length: 20 }, () => {
      const token = rank();
      const id = `${WALLETS[token % 5]}/${CHAINS[token % 10]}/0x${String(token).padStart(40, 'a')}/0x${String(token).padStart(40, 'b')}`; // prettier-ignore
      return [id, `TOKEN${token}`, `${Math.floor(chance() * 100)}.${digits(12)}`, amount()] as const;
    })
  };
}

/** When the points were that are left of a year: thinned by the same fold, pruned by the same rule at the last midnight. */
function timesOfYear(): Record<Resolution, number[]> {
  const times: Record<Resolution, number[]> = { polls: [], 'five-minutes': [], hours: [], days: [] };
  let state = NOTHING_OPEN;
  for (let i = POLLS - 1; i >= 0; i--) {
    const at = END - i * MINUTE_MS;
    const { open: next, closed } = fold(state, pointAt(at, { total: wobble(at) }));
    state = next;
    times.polls.push(at);
    for (const one of COARSE) for (const point of closed[one]) times[one].push(point.at);
  }
  const midnight = END - (END % DAY_MS);
  for (const name of ['polls', ...COARSE] as const) {
    const then = times[name].filter(at => at < midnight);
    const kept = stays(then, name);
    times[name] = [...then.filter((_, place) => kept[place]), ...times[name].filter(at => at >= midnight)];
  }
  return times;
}

let folder: string;
let times: Record<Resolution, number[]>;
const lengths = new Map<string, number>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-year-'));
  times = timesOfYear();
  let book: TokenBook = EMPTY_BOOK;
  for (const name of ['polls', ...COARSE] as const) {
    const lines = times[name].map(at => {
      const point = fullPoint(at);
      book = extended(book, missingIn(book, point.tokens));
      const line = lineOf(point, book);
      lengths.set(`${name} ${at}`, line.length + 1);
      return line;
    });
    await lineFiles(folder).replace(join(folder, `${name}.jsonl`), lines);
  }
  await lineFiles(folder).replace(join(folder, 'tokens.jsonl'), [...book.entries.values()].map(entry => JSON.stringify(entry))); // prettier-ignore
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const size = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('a year of polling every 60 s with 500 holdings', () => {
  it('stays under 50 MB', () => {
    expect(times['days'].length).toBeGreaterThan(364 * 3);
    expect(size()).toBeLessThan(50 * MEGABYTE);
  });

  it.each(RANGES)('opens %s at the cost of the points it shows', async range => {
    const handle = await open(join(folder, 'polls.jsonl'));
    const read = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
    await handle.close();
    const history = createHistory(folder, lineFiles(folder));
    const points: HistoryPoint[] = [];
    let shown = 0;
    const needs = needsOf(range, END);
    for (const { resolution, since } of needs) {
      const { content } = await history.read(resolution, since);
      expect(content?.map(({ at }) => at)).toEqual(times[resolution].filter(at => at >= since));
      for (const { at } of content ?? []) shown += lengths.get(`${resolution} ${at}`) ?? NaN;
      points.push(...(content ?? []));
    }
    let bytes = 0;
    for (const { value } of read.mock.settledResults) bytes += (value as { bytesRead: number }).bytesRead;
    expect(bytes).toBeGreaterThanOrEqual(shown);
    expect(bytes).toBeLessThan(shown + needs.length * 2 * CHUNK);
    expect(rangeDots(range, points, END).at(-1)?.at).toBe(END);
  });

  it('gives a point back as it was, and is no larger after the next midnight', async () => {
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
