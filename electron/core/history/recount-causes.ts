// Finds out why an amount of the total is neither price nor transfer: a wallet or a token was added, or removed, or DeFi moved.
// Points keep the sums of the causes that were known when they were made; for points without them the cause is found.
import { DEFI, isDefi } from '../../../shared/domain/defi';
import {
  add,
  compareDecimals,
  decimal,
  isZero,
  smallerOf,
  subtract,
  sum,
  toText,
  ZERO,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio, RecountCause, RecountPart } from '../../../shared/schema/app-state';
import type { Verdict } from '../../../shared/schema/settings';
import { RECOUNT_CAUSES, type HistoryPoint } from '../ports/history-point';
import type { Comparison } from '../snapshots/compare-holdings';
import { addRecounts, amountsOf, subtractRecounts } from '../snapshots/recounts';
import { repeatedPartsOf } from './repeated-parts';

export type Verdicts = Readonly<Record<string, Verdict>>;

export interface RecountedInput {
  readonly baseline: HistoryPoint;
  /** The last point: it knows what prices and transfers did to a wallet since that was added. */
  readonly latest: HistoryPoint;
  /** What is shown. */
  readonly portfolio: Portfolio;
  /** What is neither price nor transfer since the baseline, exact USD. */
  readonly recounted: DecimalText;
  /** The person's, by holding id. */
  readonly verdicts?: Verdicts | undefined;
}

/**
 * The parts add up to what is recounted. What has a known cause is kept in the points, what added wallets brought with
 * their first answers is known, and so is what DeFi did; the rest belongs to all other causes together. Empty: no cause
 * is known.
 */
export function recountedBy(input: RecountedInput): RecountPart[] {
  const known = knownCauses(input);
  const plus = (cause: RecountCause, amount: Decimal) =>
    known.set(cause, add(known.get(cause) ?? ZERO, amount));
  plus('wallet-added', broughtByWallets(input));
  plus('defi', movedByDefi(input));
  const rest = subtract(decimal(input.recounted), sum([...known.values()]));
  const others = otherCauses(input).filter(cause => isZero(known.get(cause) ?? ZERO));
  const parts = [...knownParts(known), { causes: others, amount: rest }].filter(
    ({ amount }) => !isZero(amount)
  );
  if (parts.every(({ causes }) => causes.length === 0)) return [];
  return parts.map(({ causes, amount }) => ({ causes, amount: toText(amount) }));
}

/** Verdicts of both kinds are one part: one of them may have taken the other back. */
const VERDICT_CAUSES: readonly RecountCause[] = ['token-included', 'token-excluded'];

function knownParts(
  known: ReadonlyMap<RecountCause, Decimal>
): { causes: RecountCause[]; amount: Decimal }[] {
  const found = RECOUNT_CAUSES.filter(cause => !isZero(known.get(cause) ?? ZERO));
  const verdicts = found.filter(cause => VERDICT_CAUSES.includes(cause));
  const groups = found.flatMap(cause => {
    if (verdicts.length < 2 || !verdicts.includes(cause)) return [[cause]];
    return cause === verdicts[0] ? [verdicts] : [];
  });
  return groups.map(causes => ({ causes, amount: sum(causes.map(cause => known.get(cause) ?? ZERO)) }));
}

/** What the points have since the baseline. */
function knownCauses({ baseline, latest }: RecountedInput): Map<RecountCause, Decimal> {
  const sums = new Map<RecountCause, Decimal>();
  for (const [walletId, recounts] of Object.entries(latest.recounts ?? {}))
    for (const [cause, amount] of amountsOf(subtractRecounts(recounts, baseline.recounts?.[walletId]) ?? {}))
      sums.set(cause, add(sums.get(cause) ?? ZERO, amount));
  return sums;
}

/** The running sums after a poll, from the first point on; `decided`: what a decision recounted besides. */
export function nextRecounts(
  last: HistoryPoint | null,
  comparisons: readonly { readonly walletId: string; readonly comparison: Comparison }[],
  decided: HistoryPoint['recounts'] = {}
): Pick<HistoryPoint, 'recounts'> {
  if (!last) return {};
  const sums = new Map(Object.entries(last.recounts ?? {}));
  const added = [
    ...comparisons.map(({ walletId, comparison }) => [walletId, comparison.recounts] as const),
    ...Object.entries(decided)
  ];
  for (const [walletId, recounts] of added) {
    const own = addRecounts(sums.get(walletId), recounts);
    if (own) sums.set(walletId, own);
    else sums.delete(walletId);
  }
  return sums.size === 0 ? {} : { recounts: Object.fromEntries(sums) };
}

/**
 * The first answers of wallets that were added since: what they are worth, without what prices, transfers and known
 * causes did then.
 */
function broughtByWallets({ baseline, latest, portfolio }: RecountedInput): Decimal {
  const added = portfolio.wallets.filter(({ wallet }) => !(wallet.id in baseline.wallets));
  const repeats = added.length === 0 ? [] : repeatedPartsOf(portfolio);
  return sum(
    added.map(({ wallet: { id }, value }) => {
      const elsewhere = repeats.filter(({ walletId }) => walletId === id);
      const own = latest.wallets[id];
      const since = (['prices', 'transfers'] as const).map(kind =>
        subtract(decimal(own?.[kind] ?? '0'), decimal(own?.elsewhere?.[kind] ?? '0'))
      );
      const counted = elsewhere.flatMap(({ chains }) => Object.values(chains)).map(decimal);
      const known = amountsOf(latest.recounts?.[id] ?? {}).map(([, amount]) => amount);
      return subtract(decimal(value), sum([...counted, ...since, ...known]));
    })
  );
}

/** In the wallets that were there then and are there now. */
function movedByDefi({ baseline, portfolio }: RecountedInput): Decimal {
  const kept = portfolio.wallets.map(({ wallet }) => wallet.id).filter(id => id in baseline.wallets);
  const now = portfolio.holdings.filter(
    row => isDefi(row) && row.countingStatus === 'counted' && kept.includes(row.walletId)
  );
  const before = kept.map(id => decimal(baseline.wallets[id]?.chains[DEFI] ?? '0'));
  return subtract(sum(now.map(({ value }) => decimal(value ?? '0'))), sum(before));
}

/** In the order in which they are named. */
function otherCauses({ baseline, portfolio, verdicts = {} }: RecountedInput): RecountCause[] {
  const shown = new Set(portfolio.wallets.map(({ wallet }) => wallet.id));
  const before = new Set(baseline.tokens.map(([id]) => id));
  const decided =
    Object.keys(verdicts).length === 0 ? [] : portfolio.holdings.filter(({ id }) => id in verdicts);
  // A point has the largest tokens alone: a smaller one may have counted without being in it.
  const values = decided.length === 0 ? [] : baseline.tokens.map(([, , , value]) => decimal(value));
  const least = values.length === 0 ? null : values.reduce(smallerOf);
  const isLarge = (value: string) => least === null || compareDecimals(decimal(value), least) > 0;
  const isNew = ({ id, walletId, value }: HoldingRow) =>
    walletId in baseline.wallets && !before.has(id) && isLarge(value ?? '0');
  const isIncluded = (row: HoldingRow) =>
    verdicts[row.id] === 'count' && row.countingStatus === 'counted' && isNew(row);
  const isExcluded = (row: HoldingRow) => row.countingStatus === 'kept-out' && before.has(row.id);
  return [
    ...(Object.keys(baseline.wallets).some(id => !shown.has(id)) ? (['wallet-removed'] as const) : []),
    ...(decided.some(isIncluded) ? (['token-included'] as const) : []),
    ...(decided.some(isExcluded) ? (['token-excluded'] as const) : [])
  ];
}
