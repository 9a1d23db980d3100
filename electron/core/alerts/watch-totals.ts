// Watches totals, of all wallets, of a group or of one: creates alert events for moves since the last alert, or since a day ago.
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
import { pointsOfGroup } from '../groups/group-points';
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
  /** The wallets of a group by its scope; null: no group. */
  readonly membersOf: (scope: string) => ReadonlySet<string> | null;
  readonly now: number;
}

/** The total of a single wallet, or of a group, is watched only when it has its own rule. */
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
    const seen = seenIn(scope, watch);
    const total = seen?.sumsAt(seen.point)?.total;
    const baselineMark = seen ? baselineMarkFor(watch.baselineMarks[scope], seen, watch.now) : null;
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

type Sums = { readonly total: DecimalText } & Pick<HistoryPoint['ledger'], 'prices' | 'transfers'>;
type Moved = Pick<Sums, 'prices' | 'transfers'>;

/** What the points know of a scope. */
interface Seen {
  readonly point: HistoryPoint;
  readonly points: readonly HistoryPoint[];
  readonly sumsAt: (point: HistoryPoint) => Sums | null;
  /** What this round did. */
  readonly moved: readonly Moved[];
  /** Of its return. */
  readonly key: string;
}

/** Undefined: nothing of it is known. */
function seenIn(scope: string, watch: TotalWatch): Seen | undefined {
  const { point, points, comparisons, unitComparisons } = watch;
  const movedIn = (list: readonly WalletComparison[]) => list.map(({ comparison }) => comparison);
  if (scope === ALL_WALLETS)
    return { point, points, sumsAt: sumsOfAll, moved: movedIn(unitComparisons), key: returnKeyOf({}) };
  const members = watch.membersOf(scope);
  if (members) return seenInGroup(members, watch);
  return {
    point,
    points,
    sumsAt: ({ wallets: { [scope]: wallet } }) => (wallet && { ...wallet, total: wallet.value }) || null,
    moved: movedIn(comparisons.filter(({ walletId }) => walletId === scope)),
    key: returnKeyOf({ walletId: scope })
  };
}

const sumsOfAll = ({ total, ledger }: HistoryPoint): Sums => ({ total, ...ledger });

function seenInGroup(members: ReadonlySet<string>, { point, points }: TotalWatch): Seen | undefined {
  const own = pointsOfGroup([...points, point], members);
  const now = own.pop();
  if (now?.at !== point.at) return undefined;
  const before = own.at(-1);
  const moved = before ? [differenceOf(sumsOfAll(before), sumsOfAll(now))] : [];
  return { point: now, points: own, sumsAt: sumsOfAll, moved, key: returnKeyOf({}) };
}

function differenceOf(before: Moved, after: Moved): Moved {
  const difference = (kind: keyof Moved) => toText(subtract(decimal(after[kind]), decimal(before[kind])));
  return { prices: difference('prices'), transfers: difference('transfers') };
}

/** Null: there is no point to compare with yet. */
function baselineMarkFor(
  baselineMark: TotalBaselineMark | undefined,
  { point, points, sumsAt, moved, key }: Seen,
  now: number
): Reference | null {
  const old = baselineOf(
    points.filter(known => sumsAt(known) !== null),
    now
  );
  if (baselineMark && isMarkCurrent(baselineMark, old?.at ?? null, now))
    return {
      baselineMark: advanceMark(baselineMark, moved, growthBetween(points.at(-1), point, key)),
      isStored: true
    };
  const before = old && sumsAt(old);
  const after = sumsAt(point);
  if (!before || !after) return null;
  const { over, overAt } = baselineMark ?? NOT_OVER;
  const growth = growthBetween(old, point, key);
  return {
    baselineMark: {
      since: old.at,
      over,
      overAt,
      total: before.total,
      ...differenceOf(before, after),
      ...(growth && { growth: toText(growth) })
    },
    isStored: false
  };
}

/** Adds the change of each round to the mark, so that a point lost or removed from the history does not move it. */
function advanceMark(
  { growth, ...baselineMark }: TotalBaselineMark,
  moved: readonly Moved[],
  step: Decimal | null
): TotalBaselineMark {
  const plus = (kind: keyof Moved) => toText(sum([baselineMark, ...moved].map(part => decimal(part[kind]))));
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
  key: string
): Decimal | null {
  const [from, to] = [before?.returns?.[key], after.returns?.[key]];
  if (!from || from.since !== to?.since) return null;
  return divide(decimal(to.index), decimal(from.index), GROWTH_DECIMALS);
}
