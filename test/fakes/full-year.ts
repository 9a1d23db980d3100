// A year of polling every minute with 500 holdings, with the largest history files that occur: five wallets on ten
// chains, long amounts.
import { join } from 'node:path';
import type { HistoryPoint } from '../../electron/core/ports/history-point';
import {
  lineOf,
  NO_TOKEN_NUMBERS,
  addTokenEntries,
  missingTokenEntries,
  type TokenNumbers
} from '../../electron/core/history/line-format';
import {
  COARSE_RESOLUTIONS,
  addToBuckets,
  NO_OPEN_BUCKETS,
  retainedSince
} from '../../electron/core/history/retention';
import type { Resolution } from '../../electron/core/ports/storage';
import { DAY_MS, MINUTE_MS } from './holdings';
import { lineFiles } from './line-files';
import { seededRandom, pointAt } from './points';

/** The last minute of a day: the files were pruned a day ago, and have their largest size. */
export const END = Date.UTC(2026, 10, 22, 23, 59);
const POLLS = 365 * 24 * 60;
const WALLETS = Array.from({ length: 5 }, (_, i) => `31f55853-d430-42c5-b4c6-710d39848cd${i}`);
const CHAINS = ['1', '10', '56', '137', '501', '8453', '42161', '43114', '59144', '195'];
const TOKENS = 500;

const totalOfMinute = (at: number) => `${40_000 + ((at / MINUTE_MS) * 7919) % 9973}`; // prettier-ignore

/**
 * 36 digits per amount, as balances of 18 digits at prices of 12 digits give; 500 holdings on 50 chains of 5 wallets.
 */
export function fullPoint(at: number): HistoryPoint {
  const random = seededRandom(at / MINUTE_MS);
  const digits = (count: number) => Array.from({ length: Math.ceil(count / 9) }, () => String(Math.floor(random() * 1e9)).padStart(9, '0')).join('').slice(0, count); // prettier-ignore
  const amount = () => `${Math.floor(random() * 9000)}.${digits(32)}`;
  const wallet = () => ({ value: amount(), prices: amount(), transfers: amount(), chains: Object.fromEntries(CHAINS.map(chain => [chain, amount()])) }); // prettier-ignore
  const taken = new Set<number>();
  // The largest holdings, each once.
  const rank = () => {
    let token = Math.floor(random() ** 4 * TOKENS);
    while (taken.has(token)) token = (token + 1) % TOKENS;
    taken.add(token);
    return token;
  };
  return {
    at,
    total: totalOfMinute(at),
    ledger: { prices: amount(), transfers: amount(), recounted: amount() },
    intervalMs: MINUTE_MS,
    stale: random() < 0.1 ? WALLETS.map(id => `${id}/1`) : [],
    wallets: Object.fromEntries(WALLETS.map(id => [id, wallet()])),
    tokens: Array.from({ length: 20 }, () => {
      const token = rank();
      const id = `${WALLETS[token % 5]}/${CHAINS[token % 10]}/0x${String(token).padStart(40, 'a')}/0x${String(token).padStart(40, 'b')}`; // prettier-ignore
      return [id, `TOKEN${token}`, `${Math.floor(random() * 100)}.${digits(12)}`, amount()] as const;
    })
  };
}

/**
 * The times of the points that remain of a year: thinned by the same fold, pruned by the same rule at the last
 * midnight.
 */
function timesOfYear(): Record<Resolution, number[]> {
  const times: Record<Resolution, number[]> = { polls: [], 'five-minutes': [], hours: [], days: [] };
  let state = NO_OPEN_BUCKETS;
  for (let i = POLLS - 1; i >= 0; i--) {
    const at = END - i * MINUTE_MS;
    const { open: next, closed } = addToBuckets(state, pointAt(at, { total: totalOfMinute(at) }));
    state = next;
    times.polls.push(at);
    for (const one of COARSE_RESOLUTIONS) for (const point of closed[one]) times[one].push(point.at);
  }
  const midnight = END - (END % DAY_MS);
  for (const name of ['polls', ...COARSE_RESOLUTIONS] as const) {
    const then = times[name].filter(at => at < midnight);
    const since = retainedSince(then, name);
    times[name] = [...then.filter(at => at >= since), ...times[name].filter(at => at >= midnight)];
  }
  return times;
}

export interface FullYear {
  readonly times: Readonly<Record<Resolution, readonly number[]>>;
  /** Bytes of each point's line, by resolution and time. */
  readonly lengths: ReadonlyMap<string, number>;
}

/** Writes the files as they are at the end of the year. */
export async function writeYear(folder: string): Promise<FullYear> {
  const times = timesOfYear();
  const lengths = new Map<string, number>();
  let tokenNumbers: TokenNumbers = NO_TOKEN_NUMBERS;
  for (const name of ['polls', ...COARSE_RESOLUTIONS] as const) {
    const lines = times[name].map(at => {
      const point = fullPoint(at);
      tokenNumbers = addTokenEntries(tokenNumbers, missingTokenEntries(tokenNumbers, point.tokens));
      const line = lineOf(point, tokenNumbers);
      lengths.set(`${name} ${at}`, line.length + 1);
      return line;
    });
    await lineFiles(folder).replace(join(folder, `${name}.jsonl`), lines);
  }
  await lineFiles(folder).replace(join(folder, 'tokens.jsonl'), [...tokenNumbers.entries.values()].map(entry => JSON.stringify(entry))); // prettier-ignore
  return { times, lengths };
}
