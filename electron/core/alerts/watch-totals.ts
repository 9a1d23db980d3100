// Watches totals, of all wallets or of one: creates alert events for moves since the last alert, or since a day ago.
// Only prices count as a move, in the percent that the headline has: a transfer has an entry of its own, and is not notified twice.
import type { AlertEntry } from '../../../shared/schema/activity';
import type { AlertRule } from '../../../shared/schema/alert';
import type { TotalBaselineMark } from '../../../shared/schema/alert-memory';
import {
  decimal,
  divide,
  multiply,
  percentOf,
  round,
  subtract,
  sum,
  toText,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { ruleFor } from '../../../shared/alerts/alert-rules';
import { entryAt, entryOfWallet, type Names } from './alert-event';
import { baselineOf, type WalletComparison } from '../history/history-point';
import { baseOf, returnKeyOf } from '../portfolio/price-move';
import type { HistoryPoint } from '../ports/history-point';
import {
  isMarkCurrent,
  NOT_OVER,
  markCrossed,
  overDirectionOf,
  thresholdStateOf,
  type WatchedMove,
  type WatchResult
} from './thresholds';

/** The key for all wallets among the baseline marks. */
const ALL_WALLETS = '';
const ONE: Decimal = { units: 1n, scale: 0 };
const GROWTH_DECIMALS = 18;
/** An index is rounded at each round: without this, a move of exactly the threshold could stay just below it. */
const MOVE_DECIMALS = 8;

export interface TotalWatch {
  /** The history point of this round. */
  readonly point: HistoryPoint;
  readonly points: readonly HistoryPoint[];
  /** What each wallet saw, for the totals of single wallets. */
  readonly comparisons: readonly WalletComparison[];
  /** The same with each unit once, for the total of all wallets. */
  readonly unitComparisons: readonly WalletComparison[];
  readonly baselineMarks: Readonly<Record<string, TotalBaselineMark>>;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/** The total of a single wallet is watched only when the wallet has its own rule. */
export function watchTotals(watch: TotalWatch): WatchResult<TotalBaselineMark> {
  const own = watch.rules.filter(({ kind, walletId }) => kind === 'total' && walletId !== null);
  const scopes = [ALL_WALLETS, ...new Set(own.flatMap(({ walletId }) => walletId ?? []))];
  const baselineMarks: Record<string, TotalBaselineMark> = {};
  const watchedMoves: WatchedMove[] = [];
  for (const scope of scopes) {
    const rule = ruleFor(watch.rules, 'total', {
      walletIds: scope === ALL_WALLETS ? [] : [scope],
      token: null
    });
    const total = totalsAt(watch.point, scope)?.total;
    const baselineMark = total === undefined ? null : baselineMarkFor(scope, watch);
    if (!rule || !baselineMark || total === undefined) continue;
    const { storedMark, watchedMove } = watchTotal(scope, decimal(total), baselineMark, rule, watch);
    if (storedMark) baselineMarks[scope] = storedMark;
    if (watchedMove) watchedMoves.push(watchedMove);
  }
  return { baselineMarks, watchedMoves };
}

interface Reference {
  readonly baselineMark: TotalBaselineMark;
  /** True: the baseline mark is in the alert memory. False: it was computed from the history. */
  readonly isStored: boolean;
}

function watchTotal(
  scope: string,
  total: Decimal,
  { baselineMark, isStored }: Reference,
  rule: AlertRule,
  { baselineMarks, names, now }: TotalWatch
): { storedMark: TotalBaselineMark | null; watchedMove: WatchedMove | null } {
  const prices = decimal(baselineMark.prices);
  const from = baseOf(decimal(baselineMark.total), subtract(total, prices));
  const { growth } = baselineMark;
  const [move, base] = growth === undefined ? [prices, from] : [moveOf(growth), ONE];
  const thresholdState = thresholdStateOf(move, base, rule.from, overDirectionOf(baselineMarks[scope], now));
  // A baseline from the history needs no stored mark: it advances with each day.
  if (thresholdState === 'below')
    return { storedMark: isStored ? { ...baselineMark, ...NOT_OVER } : null, watchedMove: null };
  const entry: AlertEntry = {
    ...(scope === ALL_WALLETS ? entryAt(now) : entryOfWallet(now, scope, names)),
    kind: 'total',
    from: toText(from),
    since: baselineMark.since,
    to: toText(total),
    amount: toText(prices),
    percent: percentOf(move, base, 2),
    prices: baselineMark.prices,
    transfers: '0'
  };
  const suppressionReason = rule.isOn ? null : 'switched-off';
  return {
    storedMark: thresholdState === 'crossed' ? markCrossed(baselineMark, move, now) : baselineMark,
    watchedMove: { key: scope, thresholdState, alertEvent: { entry, suppressionReason } }
  };
}

/** Null: there is no point to compare with yet. */
function baselineMarkFor(
  scope: string,
  { point, points, comparisons, unitComparisons, baselineMarks, now }: TotalWatch
): Reference | null {
  const known = scope === ALL_WALLETS ? points : points.filter(({ wallets }) => scope in wallets);
  const old = baselineOf(known, now);
  const baselineMark = baselineMarks[scope];
  const seen =
    scope === ALL_WALLETS ? unitComparisons : comparisons.filter(({ walletId }) => walletId === scope);
  if (baselineMark && isMarkCurrent(baselineMark, old?.at ?? null, now))
    return {
      baselineMark: advanceMark(baselineMark, seen, growthBetween(points.at(-1), point, scope)),
      isStored: true
    };
  const before = old && totalsAt(old, scope);
  const after = totalsAt(point, scope);
  if (!old || !before || !after) return null;
  const difference = (kind: 'prices' | 'transfers') =>
    toText(subtract(decimal(after[kind]), decimal(before[kind])));
  const { over, overAt } = baselineMark ?? NOT_OVER;
  const growth = growthBetween(old, point, scope);
  return {
    baselineMark: {
      since: old.at,
      over,
      overAt,
      total: before.total,
      prices: difference('prices'),
      transfers: difference('transfers'),
      ...(growth && { growth: toText(growth) })
    },
    isStored: false
  };
}

/** Adds the change of each round to the mark, so that a point lost or removed from the history does not move it. */
function advanceMark(
  { growth, ...baselineMark }: TotalBaselineMark,
  comparisons: readonly WalletComparison[],
  step: Decimal | null
): TotalBaselineMark {
  const plus = (kind: 'prices' | 'transfers') =>
    toText(
      sum([decimal(baselineMark[kind]), ...comparisons.map(({ comparison }) => decimal(comparison[kind]))])
    );
  return {
    ...baselineMark,
    prices: plus('prices'),
    transfers: plus('transfers'),
    ...(growth !== undefined && step && { growth: product(growth, step) })
  };
}

const moveOf = (growth: DecimalText): Decimal =>
  round(subtract(decimal(growth), ONE), MOVE_DECIMALS, 'half-up');

function product(growth: DecimalText, step: Decimal): DecimalText {
  return toText(round(multiply(decimal(growth), step), GROWTH_DECIMALS, 'half-up'));
}

/** What prices made of one dollar between two points; null where that is not known, or the index began anew. */
function growthBetween(
  before: HistoryPoint | undefined | null,
  after: HistoryPoint,
  scope: string
): Decimal | null {
  const key = returnKeyOf({ walletId: scope === ALL_WALLETS ? undefined : scope });
  const [from, to] = [before?.returns?.[key], after.returns?.[key]];
  if (!from || from.since !== to?.since) return null;
  return divide(decimal(to.index), decimal(from.index), GROWTH_DECIMALS);
}

function totalsAt(point: HistoryPoint, scope: string) {
  if (scope === ALL_WALLETS) return { total: point.total, ...point.ledger };
  const wallet = point.wallets[scope];
  return wallet ? { total: wallet.value, prices: wallet.prices, transfers: wallet.transfers } : null;
}
