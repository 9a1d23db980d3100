// Returns: carries the time-weighted return of everything, each chain and each wallet from one point to the next, and the
// running prices and transfers of each chain.
import {
  add,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  sum,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { returnKeyOf } from '../portfolio/price-move';
import { chainValueAt, type ChainLedger, type HistoryPoint, type ReturnIndex } from '../ports/history-point';
import type { Comparison } from '../snapshots/compare-holdings';
import { withoutWallet } from './restated-points';

/** So many behind the zeros that a year of polls every ten seconds changes no digit that is shown. */
const INDEX_DECIMALS = 10;
const LEDGER_DECIMALS = 4;

type Compared = readonly { readonly walletId: string; readonly comparison: Comparison }[];

/** One poll. */
export interface PollChange {
  readonly last: HistoryPoint | null;
  readonly comparisons: Compared;
  /** The same with each unit once. */
  readonly unitComparisons: Compared;
  /** What counts now. */
  readonly walletIds: readonly string[];
  readonly chainIndexes: readonly string[];
  readonly at: number;
}

/**
 * An index begins with 1 where the last point has none, and begins anew where prices moved what was owed as much as what
 * was owned: no percent over that moment is known.
 */
export function nextReturns(poll: PollChange): Record<string, ReturnIndex> {
  const { comparisons, walletIds, chainIndexes } = poll;
  const last = poll.last && ofWallets(poll.last, walletIds);
  const units = poll.unitComparisons.map(({ comparison }) => comparison);
  const next = (key: string, base: DecimalText | undefined, effects: readonly DecimalText[]) =>
    [key, nextIndex(poll.last?.returns?.[key], base, sum(effects.map(decimal)), poll.at)] as const;
  return Object.fromEntries([
    next(
      returnKeyOf({}),
      last?.total,
      units.map(({ prices }) => prices)
    ),
    ...chainIndexes.map(chainIndex =>
      next(
        returnKeyOf({ chainIndex }),
        last ? chainValueAt(last, chainIndex) : undefined,
        units.flatMap(({ chains }) => chains[chainIndex]?.prices ?? [])
      )
    ),
    ...walletIds.map(walletId =>
      next(
        returnKeyOf({ walletId }),
        last?.wallets[walletId]?.value,
        comparisons.flatMap(one => (one.walletId === walletId ? one.comparison.prices : []))
      )
    )
  ]);
}

/** `base`: what prices moved, `effect`: by how much, exact USD. Undefined: nothing was there. */
export function nextIndex(
  before: ReturnIndex | undefined,
  base: DecimalText | undefined,
  effect: Decimal,
  at: number
): ReturnIndex {
  const start = { index: '1', since: at };
  if (!before || base === undefined) return start;
  if (isZero(effect)) return before;
  const counted = decimal(base);
  const factor = divide(add(counted, effect), counted, 2 * INDEX_DECIMALS);
  if (counted.units <= 0n || !factor) return start;
  const next = multiply(decimal(before.index), factor);
  const index = round(next, INDEX_DECIMALS + zerosIn(next), 'half-up');
  return index.units > 0n ? { index: toText(index), since: before.since } : start;
}

/** The zeros behind the point: what fell to a millionth has as many digits as before, for when it rises again. */
function zerosIn({ units, scale }: Decimal): number {
  return Math.max(0, scale - String(units).length);
}

/** What was removed since moved no price. */
function ofWallets(last: HistoryPoint, walletIds: readonly string[]): HistoryPoint {
  const removed = Object.keys(last.wallets).filter(id => !walletIds.includes(id));
  return removed.reduce((point, id) => withoutWallet(point, id), last);
}

/** A chain whose sums are zero has no entry. */
export function nextChainLedgers({
  last,
  unitComparisons,
  chainIndexes
}: PollChange): Record<string, ChainLedger> {
  const ledgers = chainIndexes.map(chainIndex => {
    const plus = (kind: keyof ChainLedger) => {
      const moved = unitComparisons.flatMap(({ comparison }) => comparison.chains[chainIndex]?.[kind] ?? []);
      const before = last?.chainLedgers?.[chainIndex]?.[kind] ?? '0';
      if (moved.length === 0) return before;
      return toText(round(sum([before, ...moved].map(decimal)), LEDGER_DECIMALS, 'half-up'));
    };
    return [chainIndex, { prices: plus('prices'), transfers: plus('transfers') }] as const;
  });
  return Object.fromEntries(ledgers);
}
