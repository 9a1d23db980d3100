// Points of the history for tests: the default case, and long series that vary by a fixed seed.
import { pointOf } from '../../electron/core/history/history-point';
import type { HistoryPoint, TokenPoint, WalletPoint } from '../../electron/core/ports/history-point';
import type { Portfolio } from '../../shared/schema/app-state';
import { add, decimal, subtract, sum, toText, type DecimalText } from '../../shared/domain/decimal';

const ZERO_LEDGER = { prices: '0', transfers: '0', recounted: '0' };

/** One wallet with one token of the value `total`, all of it recounted; polled every minute. */
export function pointAt(at: number, change: Partial<HistoryPoint> = {}): HistoryPoint {
  const total = change.total ?? '100';
  return {
    at,
    total,
    ledger: { ...ZERO_LEDGER, recounted: total },
    intervalMs: 60_000,
    stale: [],
    wallets: { w1: { value: total, prices: '0', transfers: '0', chains: { '1': total } } },
    tokens: [['w1/1/0xa/', 'ETH', '2650.43', total]],
    ...change
  };
}

/** Random numbers from a seed, 0 to 1: the same numbers in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Exact amounts of up to 24 digits after the point, above and below zero. */
function amountFrom(random: () => number): DecimalText {
  const units = BigInt(Math.floor(random() * 2 ** 48)) - 2n ** 46n;
  return toText({ units, scale: Math.floor(random() * 25) });
}

/**
 * Points whose ledger is updated wallet by wallet, as rounds do: prices and transfers accumulate, the rest of the
 * total is recounted. `times`: ms, in order of arrival. The first wallet exists from the start, the others are added
 * later.
 */
export function seriesAt(times: readonly number[], random: () => number, wallets = 3): HistoryPoint[] {
  const shares = new Map<string, WalletPoint>();
  let [prices, transfers] = ['0', '0'];
  return times.map(at => {
    for (let i = 0; i < wallets; i++) {
      const id = `w${i}`;
      const before = shares.get(id);
      if (!before && i > 0 && random() < 0.5) continue;
      const [moved, sent] = [amountFrom(random), amountFrom(random)];
      [prices, transfers] = [plus(prices, moved), plus(transfers, sent)];
      shares.set(id, {
        value: plus(before?.value ?? amountFrom(random), plus(moved, sent)),
        prices: plus(before?.prices ?? '0', moved),
        transfers: plus(before?.transfers ?? '0', sent),
        chains: { '1': amountFrom(random), '56': amountFrom(random) }
      });
    }
    const total = toText(sum([...shares.values()].map(({ value }) => decimal(value))));
    const recounted = toText(subtract(decimal(total), add(decimal(prices), decimal(transfers))));
    const tokens = [...shares].map(([id, { value }]): TokenPoint => [`${id}/1/0xa/`, 'ETH', '2000', value]);
    const stale = random() < 0.2 ? [...shares.keys()].map(id => `${id}/1`) : [];
    const ledger = { prices, transfers, recounted };
    return pointAt(at, { total, ledger, stale, wallets: Object.fromEntries(shares), tokens });
  });
}

function plus(a: DecimalText, b: DecimalText): DecimalText {
  return toText(add(decimal(a), decimal(b)));
}

/** Times of polls, ms: mostly a minute apart, with nights, days of sleep, and a clock that is set back and forth. */
export function timesFrom(start: number, count: number, random: () => number): number[] {
  let at = start;
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.9) at += 60_000 + Math.floor(random() * 5000);
    else if (kind < 0.97) at += Math.floor(random() * 12 * 3_600_000);
    else if (kind < 0.98) at += Math.floor(random() * 3 * 86_400_000);
    else if (kind < 0.99) at -= Math.floor(random() * 2 * 3_600_000);
    else at += (random() < 0.5 ? 1 : -1) * 400 * 86_400_000;
    return at;
  });
}

/** The first point of a history: all of its total was recounted. */
export function firstPoint(portfolio: Portfolio, at: number): HistoryPoint {
  return pointOf({ portfolio, last: null, comparisons: [], stale: [], intervalMs: 60_000 }, at);
}
