// Watches token prices: creates alert events for price moves since the last alert, or since a day ago.
// Only tokens that are a large share of the total, or have their own rule.
import type { AlertEntry } from '../../../shared/schema/activity';
import type { AlertRule } from '../../../shared/schema/alert';
import type { PriceBaselineMark } from '../../../shared/schema/alert-memory';
import {
  add,
  compareDecimals,
  decimal,
  multiply,
  percentOf,
  subtract,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { ruleFor } from '../../../shared/alerts/alert-rules';
import { entryOfHolding, type Names } from './alert-event';
import { watchedTokensOf, type WatchedToken } from './watched-tokens';
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

/** Percent of the total: from the first a move gets an entry in the activity, from the second a notification too. */
const LOGGED_FROM_PERCENT: Decimal = { units: 1n, scale: 0 };
const NOTIFIED_FROM_PERCENT: Decimal = { units: 5n, scale: 0 };

export interface PriceWatch {
  readonly portfolio: Portfolio;
  /** Tokens (`chainIndex/tokenAddress`) whose prices are not watched, because they arrived by themselves. */
  readonly uninvited: ReadonlySet<string>;
  /** The point a day ago, or the first one. */
  readonly baseline: HistoryPoint | null;
  readonly baselineMarks: Readonly<Record<string, PriceBaselineMark>>;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/**
 * The same token in several wallets is watched as one. The baseline mark of a token that is new, or is back, is set
 * without an alert.
 */
export function watchPrices(watch: PriceWatch): WatchResult<PriceBaselineMark> {
  const baselineMarks: Record<string, PriceBaselineMark> = {};
  const watchedMoves: WatchedMove[] = [];
  for (const watchedToken of watchedTokensOf(watch.portfolio, watch.uninvited)) {
    const { token, rows } = watchedToken;
    const known = watch.baselineMarks[token];
    const lead = rows.find(isPriceCertain);
    if (!lead) {
      // Not answered: the baseline mark stays. A token whose price OKX stopped giving loses its mark.
      if (known && rows.some(row => row.priceKeptSince === null)) baselineMarks[token] = known;
      continue;
    }
    const { baselineMark, watchedMove } = watchPrice(watchedToken, lead, known, watch);
    baselineMarks[token] = baselineMark;
    if (watchedMove) watchedMoves.push(watchedMove);
  }
  return { baselineMarks, watchedMoves };
}

/** Answered, with a price that OKX gives. A price in doubt is still the old one, and moves nothing. */
function isPriceCertain({ isStale, priceKeptSince }: HoldingRow): boolean {
  return !isStale && priceKeptSince === null;
}

function watchPrice(
  watchedToken: WatchedToken,
  lead: HoldingRow,
  known: PriceBaselineMark | undefined,
  { portfolio, baseline, rules, names, now }: PriceWatch
): { baselineMark: PriceBaselineMark; watchedMove: WatchedMove | null } {
  const price = lead.price ?? '0';
  const walletIds = watchedToken.rows.map(({ walletId }) => walletId);
  const rule = ruleFor(rules, 'price', { walletIds, token: watchedToken.token });
  const old = baseline?.tokens.find(([id]) => watchedToken.rows.some(row => row.id === id));
  const baselineMark = baselineMarkFor(
    known,
    baseline && old ? { value: old[2], since: baseline.at } : null,
    price,
    now
  );
  const base = decimal(baselineMark.value);
  const move = subtract(decimal(price), base);
  const before = overDirectionOf(known, now);
  const thresholdState = rule ? thresholdStateOf(move, base, rule.from, before) : 'below';
  if (!rule || thresholdState === 'below')
    return { baselineMark: { ...baselineMark, ...NOT_OVER }, watchedMove: null };

  const balance = watchedToken.rows.reduce((all, row) => add(all, decimal(row.balance)), decimal('0'));
  const holdingValue = larger(watchedToken.value, multiply(balance, base));
  const isTokenRule = rule.token !== null;
  const total = decimal(portfolio.total);
  if (!isTokenRule && isBelowShare(holdingValue, LOGGED_FROM_PERCENT, total))
    return { baselineMark: { ...baselineMark, ...NOT_OVER }, watchedMove: null };
  const entry: AlertEntry = {
    ...entryOfHolding(now, lead, names),
    kind: 'price',
    from: baselineMark.value,
    since: baselineMark.since,
    to: price,
    percent: percentOf(move, base, 2),
    amount: toText(multiply(balance, move)),
    share: percentOf(holdingValue, total, 2)
  };
  const isSmall = !isTokenRule && isBelowShare(holdingValue, NOTIFIED_FROM_PERCENT, total);
  const suppressionReason = !rule.isOn ? 'switched-off' : isSmall ? 'small-share' : null;
  return {
    baselineMark: thresholdState === 'crossed' ? markCrossed(baselineMark, move, now) : baselineMark,
    watchedMove: { key: watchedToken.token, thresholdState, alertEvent: { entry, suppressionReason } }
  };
}

function baselineMarkFor(
  known: PriceBaselineMark | undefined,
  old: { readonly value: string; readonly since: number } | null,
  price: string,
  now: number
): PriceBaselineMark {
  if (!known) return { value: price, since: now, ...NOT_OVER };
  return !old || isMarkCurrent(known, old.since, now) ? known : { ...known, ...old };
}

function isBelowShare(holdingValue: Decimal, percent: Decimal, total: Decimal): boolean {
  return compareDecimals(multiply(holdingValue, { units: 100n, scale: 0 }), multiply(percent, total)) < 0;
}

/** A token that lost nearly all of its price is a small share of the total only because of that loss. */
function larger(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) < 0 ? b : a;
}
