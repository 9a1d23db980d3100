// The total over time: one point a poll, with a running ledger, so that any two points give the exact split between them.
import {
  add,
  compareDecimals,
  absolute,
  decimal,
  percentOf,
  subtract,
  sum,
  toText,
  ZERO,
  type DecimalText
} from '../../shared/decimal';
import { isDefi } from '../../shared/defi';
import type { Change, HistoryDot, Portfolio } from '../../shared/state';
import type { Comparison } from './compare';
import { isDefiId } from './defi';

/** What made the total since the first point; the three add up to it, digit for digit. */
export interface Ledger {
  readonly prices: DecimalText;
  readonly transfers: DecimalText;
  readonly recounted: DecimalText;
}

/** One poll's result. `tokens`: the largest by value, as [holding id, symbol, price, value]. */
export interface HistoryPoint {
  readonly at: number;
  readonly total: DecimalText;
  readonly ledger: Ledger;
  readonly isStale: boolean;
  readonly chains: Readonly<Record<string, DecimalText>>;
  readonly wallets: Readonly<Record<string, DecimalText>>;
  readonly tokens: readonly (readonly [id: string, symbol: string, price: DecimalText, value: DecimalText])[];
}

type Mover = Change['movers'][number];

const DAY_MS = 24 * 60 * 60_000;
const MOST_TOKENS = 20;

/** Books the move of the total since the last point; what neither prices nor transfers explain was recounted. */
export function nextLedger(
  last: HistoryPoint | null,
  comparisons: readonly Comparison[],
  total: DecimalText
): Ledger {
  const prices = sum(comparisons.map(comparison => decimal(comparison.prices)));
  const transfers = sum(comparisons.map(comparison => decimal(comparison.transfers)));
  const before = last?.ledger ?? { prices: '0', transfers: '0', recounted: '0' };
  const allPrices = add(decimal(before.prices), prices);
  const allTransfers = add(decimal(before.transfers), transfers);
  const recounted = subtract(decimal(total), add(allPrices, allTransfers));
  return { prices: toText(allPrices), transfers: toText(allTransfers), recounted: toText(recounted) };
}

export function pointOf(portfolio: Portfolio, ledger: Ledger, at: number): HistoryPoint {
  const largest = portfolio.holdings
    .filter(row => row.standing === 'counted' && row.value !== null)
    .sort((a, b) => compareDecimals(decimal(b.value ?? '0'), decimal(a.value ?? '0')))
    .slice(0, MOST_TOKENS);
  return {
    at,
    total: portfolio.total,
    ledger,
    isStale: portfolio.isStale,
    chains: Object.fromEntries(portfolio.chains.map(chain => [chain.chainIndex, chain.value])),
    wallets: Object.fromEntries(portfolio.wallets.map(row => [row.wallet.id, row.value])),
    tokens: largest.map(row => [row.id, row.symbol, row.price ?? '0', row.value ?? '0'])
  };
}

/** The point to compare with: the last one at least 24 h old, or on the first day the first one; null when there is none. */
export function baselineOf(points: readonly HistoryPoint[], now: number): HistoryPoint | null {
  const old = points.findLast(point => point.at <= now - DAY_MS);
  return old ?? points.find(point => point.at < now) ?? null;
}

/** The move from the baseline to now, split exactly, with the three holdings that moved the total most. */
export function changeSince(baseline: HistoryPoint, latest: HistoryPoint, portfolio: Portfolio): Change {
  const amount = subtract(decimal(latest.total), decimal(baseline.total));
  const difference = (kind: keyof Ledger) =>
    toText(subtract(decimal(latest.ledger[kind]), decimal(baseline.ledger[kind])));
  return {
    since: baseline.at,
    amount: toText(amount),
    percent: percentOf(amount, decimal(baseline.total), 2),
    prices: difference('prices'),
    transfers: difference('transfers'),
    recounted: difference('recounted'),
    movers: moversOf(baseline, portfolio)
  };
}

function moverOf(holdingId: string, symbol: string, before: DecimalText, now: DecimalText): Mover {
  const amount = subtract(decimal(now), decimal(before));
  return { holdingId, symbol, amount: toText(amount), percent: percentOf(amount, decimal(before), 2) };
}

/**
 * What left altogether moved the total too; a wallet added or removed since then did not move, it was counted anew.
 * So is DeFi that came or went: a switch does that.
 */
function moversOf(baseline: HistoryPoint, portfolio: Portfolio): Mover[] {
  const before = new Map(baseline.tokens.map(([id, , , value]) => [id, value]));
  const isCut = baseline.tokens.length === MOST_TOKENS;
  const counted = portfolio.holdings.filter(row => row.standing === 'counted' && row.value !== null);
  const known = new Set(counted.map(row => row.id));
  const isOfWallet = (id: string) => portfolio.wallets.some(({ wallet }) => id.startsWith(`${wallet.id}/`));
  return [
    ...counted
      .filter(row => before.has(row.id) || (!isCut && row.walletId in baseline.wallets && !isDefi(row)))
      .map(row => moverOf(row.id, row.symbol, before.get(row.id) ?? '0', row.value ?? '0')),
    ...baseline.tokens
      .filter(([id]) => !known.has(id) && isOfWallet(id) && !isDefiId(id))
      .map(([id, symbol, , value]) => moverOf(id, symbol, value, '0'))
  ]
    .filter(mover => compareDecimals(decimal(mover.amount), ZERO) !== 0)
    .sort((a, b) => compareDecimals(absolute(decimal(b.amount)), absolute(decimal(a.amount))))
    .slice(0, 3);
}

/** What the last 24 h need: the points of that time, and the one before them. The rest is in the files. */
export function recentPoints(points: readonly HistoryPoint[], now: number): readonly HistoryPoint[] {
  const before = points.findLastIndex(point => point.at <= now - DAY_MS);
  return before <= 0 ? points : points.slice(before);
}

/**
 * The last day for the line in the window, oldest first, thinned to at most `most` points; the first and the last stay.
 * Points from ahead of now were made while the clock ran fast.
 */
export function dotsOf(points: readonly HistoryPoint[], now: number, most: number): HistoryDot[] {
  const day = points.filter(point => point.at >= now - DAY_MS && point.at <= now).sort((a, b) => a.at - b.at);
  const step = Math.max(1, Math.ceil((day.length - 1) / (most - 1)));
  return day
    .filter((_, index) => (day.length - 1 - index) % step === 0 || index === 0)
    .map(({ at, total, isStale }) => ({ at, total, isStale }));
}
