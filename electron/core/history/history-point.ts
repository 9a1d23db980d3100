// History points: makes one per poll, with the sums of all changes so far (the ledger); computes the change between two.
// The ledger splits every change exactly into prices, transfers and recounted.
import {
  add,
  decimal,
  subtract,
  sum,
  toText,
  absolute,
  compareDecimals,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import { DAY_MS } from '../../../shared/domain/durations';
import type { GapCause } from '../../../shared/domain/failure';
import type { Change, HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { unitOf } from '../../../shared/domain/holding-id';
import { largestRows } from '../portfolio/largest-holdings';
import { cellsOf } from '../portfolio/portfolio';
import { priceEffectOn, pricePercent, returnBetween } from '../portfolio/price-move';
import type { Ledger, HistoryPoint, TokenPoint, WalletPoint } from '../ports/history-point';
import type { Comparison } from '../snapshots/compare-holdings';
import { nextRecounts, recountedBy, type Verdicts } from './recount-causes';
import { repeatedPartsOf } from './repeated-parts';
import { nextChainLedgers, nextReturns } from './returns';

/** The changes of one wallet in one poll. */
export interface WalletComparison {
  readonly walletId: string;
  readonly comparison: Comparison;
}

/** Adds the move of the total since the last point; the amount not explained by prices and transfers is recounted. */
export function nextLedger(
  last: HistoryPoint | null,
  comparisons: readonly WalletComparison[],
  total: DecimalText
): Ledger {
  const prices = sum(comparisons.map(({ comparison }) => decimal(comparison.prices)));
  const transfers = sum(comparisons.map(({ comparison }) => decimal(comparison.transfers)));
  const before = last?.ledger ?? { prices: '0', transfers: '0', recounted: '0' };
  const allPrices = add(decimal(before.prices), prices);
  const allTransfers = add(decimal(before.transfers), transfers);
  const recounted = subtract(decimal(total), add(allPrices, allTransfers));
  return { prices: toText(allPrices), transfers: toText(allTransfers), recounted: toText(recounted) };
}

export interface PointInput {
  readonly portfolio: Portfolio;
  readonly last: HistoryPoint | null;
  /** What each wallet saw. */
  readonly comparisons: readonly WalletComparison[];
  /** The same with each unit once, for the ledger of the total (`compareUnits`); absent: no two wallets watch one. */
  readonly unitComparisons?: readonly WalletComparison[];
  readonly stale: readonly string[];
  readonly intervalMs: number;
  readonly gapCause?: GapCause | null;
  /** What a decision recounted, with its wallet; absent: nothing. */
  readonly decided?: HistoryPoint['recounts'];
}

export function pointOf(input: PointInput, at: number): HistoryPoint {
  const { portfolio, last, comparisons, unitComparisons = comparisons, stale, intervalMs, gapCause } = input;
  const largest = largestRows(portfolio.holdings, MAX_POINT_TOKENS);
  const countedOnce = repeatedPartsOf(portfolio);
  const poll = {
    last,
    comparisons,
    unitComparisons,
    walletIds: portfolio.wallets.map(({ wallet }) => wallet.id),
    chainIndexes: chainIndexesOf(portfolio),
    at
  };
  return {
    at,
    total: portfolio.total,
    ledger: nextLedger(last, unitComparisons, portfolio.total),
    intervalMs,
    stale,
    wallets: Object.fromEntries(
      portfolio.wallets.map(({ wallet, value }) => [
        wallet.id,
        {
          value,
          ...nextWalletLedger(last?.wallets[wallet.id], wallet.id, comparisons, unitComparisons),
          chains: chainsOf(portfolio, wallet.id)
        }
      ])
    ),
    chainLedgers: nextChainLedgers(poll),
    returns: nextReturns(poll),
    ...nextRecounts(last, unitComparisons, input.decided),
    ...(countedOnce.length > 0 && { countedOnce }),
    ...(gapCause && { gapCause }),
    tokens: [...largest, ...repeatsOf(largest, portfolio)].map(tokenPointOf)
  };
}

function tokenPointOf({ id, symbol, price, value }: HoldingRow): TokenPoint {
  return [id, symbol, price ?? '0', value ?? '0'];
}

/** The rows that other wallets have of the largest: they have a history too, and count when the first wallet is removed. */
function repeatsOf(largest: readonly HoldingRow[], { holdings }: Portfolio): HoldingRow[] {
  const repeats = holdings.filter(row => row.alsoIn !== undefined && row.countingStatus === 'counted');
  if (repeats.length === 0) return repeats;
  const units = new Set(largest.map(unitOf));
  return repeats.filter(row => units.has(unitOf(row)));
}

/** The point to compare with: the last one at least 24 h old, or on the first day the first one; null: no point. */
export function baselineOf(points: readonly HistoryPoint[], now: number): HistoryPoint | null {
  const old = points.findLast(point => point.at <= now - DAY_MS);
  return old ?? points.find(point => point.at < now) ?? null;
}

/** The move from the baseline to now, split exactly, with the three tokens whose prices moved it most. */
export function changeSince(
  baseline: HistoryPoint,
  latest: HistoryPoint,
  portfolio: Portfolio,
  verdicts?: Verdicts
): Change {
  const amount = subtract(decimal(latest.total), decimal(baseline.total));
  const recounted = ledgerDifference('recounted', baseline, latest);
  const parts = recountedBy({ baseline, latest, portfolio, recounted, verdicts });
  return {
    ...priceChangeSince(baseline, latest),
    amount: toText(amount),
    transfers: ledgerDifference('transfers', baseline, latest),
    recounted,
    ...(parts.length > 0 && { recountedBy: parts }),
    movers: moversOf(baseline, portfolio)
  };
}

/** What prices did to the total. */
export function priceChangeSince(
  baseline: HistoryPoint,
  latest: HistoryPoint
): Pick<Change, 'since' | 'percent' | 'prices'> {
  return {
    since: baseline.at,
    percent: returnBetween(baseline, latest, {}),
    prices: ledgerDifference('prices', baseline, latest)
  };
}

function ledgerDifference(kind: keyof Ledger, baseline: HistoryPoint, latest: HistoryPoint): DecimalText {
  return toText(subtract(decimal(latest.ledger[kind]), decimal(baseline.ledger[kind])));
}

/**
 * The points that the last 24 h need: those of that time, and the one before them. All others are in the files. The
 * last two points must agree that a day is over: else a clock that is ahead for one poll would remove that day.
 */
export function recentPoints(points: readonly HistoryPoint[], now: number): readonly HistoryPoint[] {
  const end = Math.min(now, points.at(-2)?.at ?? now);
  const before = points.findLastIndex(point => point.at <= end - DAY_MS);
  return before <= 0 ? points : points.slice(before);
}

/** A point has no more tokens than this, the largest ones; what other wallets have of them is beside them. */
const MAX_POINT_TOKENS = 20;

type Mover = Change['movers'][number];
const MOVERS = 3;

/** What the move of its price did to what was held of a token then; none without a price then and now. */
function moverOf([, symbol, before, value]: TokenPoint, { id, price }: HoldingRow): Mover[] {
  const amount = price === null ? null : priceEffectOn(value, before, price);
  return amount && amount.units !== 0n
    ? [{ holdingId: id, symbol, amount: toText(amount), percent: pricePercent(before, price) }]
    : [];
}

/**
 * The tokens that counted then and count now: what is new has no price to compare with, and what left has none now. Of
 * DeFi only a sum is known.
 */
function moversOf(baseline: HistoryPoint, portfolio: Portfolio): Mover[] {
  const before = new Map(baseline.tokens.map(token => [token[0], token]));
  return portfolio.holdings
    .filter(row => row.countingStatus === 'counted' && row.alsoIn === undefined && !isDefi(row))
    .flatMap(row => {
      const token = before.get(row.id);
      return token ? moverOf(token, row) : [];
    })
    .sort((a, b) => compareDecimals(absolute(decimal(b.amount)), absolute(decimal(a.amount))))
    .slice(0, MOVERS);
}

function nextWalletLedger(
  before: WalletPoint | undefined,
  walletId: string,
  comparisons: readonly WalletComparison[],
  unitComparisons: readonly WalletComparison[]
): Pick<WalletPoint, 'prices' | 'transfers' | 'elsewhere'> {
  const movedIn = (list: readonly WalletComparison[], kind: 'prices' | 'transfers') =>
    sum(list.filter(one => one.walletId === walletId).map(({ comparison }) => decimal(comparison[kind])));
  const own = (kind: 'prices' | 'transfers') =>
    toText(add(decimal(before?.[kind] ?? '0'), movedIn(comparisons, kind)));
  const ledger = { prices: own('prices'), transfers: own('transfers') };
  if (!before?.elsewhere && comparisons === unitComparisons) return ledger;
  const others = (kind: 'prices' | 'transfers') => {
    const moved = subtract(movedIn(comparisons, kind), movedIn(unitComparisons, kind));
    return toText(add(decimal(before?.elsewhere?.[kind] ?? '0'), moved));
  };
  const elsewhere = { prices: others('prices'), transfers: others('transfers') };
  const isNone = elsewhere.prices === '0' && elsewhere.transfers === '0';
  return isNone ? ledger : { ...ledger, elsewhere };
}

function chainIndexesOf({ holdings }: Portfolio): string[] {
  const counted = cellsOf(holdings).filter(({ isCounted }) => isCounted);
  return [...new Set(counted.map(({ chainIndex }) => chainIndex))];
}

/** The chains on which a holding is counted, with their values; exact USD. */
export function chainsOf({ holdings }: Portfolio, walletId: string): Record<string, DecimalText> {
  const own = cellsOf(holdings).filter(cell => cell.walletId === walletId && cell.isCounted);
  return Object.fromEntries(own.map(({ chainIndex, value }) => [chainIndex, toText(value)]));
}
