// Prices of tokens that are much of the total: a move against the last alert, or against a day ago.
import type { Entry } from '../../../shared/schema/activity';
import type { AlertRule } from '../../../shared/schema/alert';
import type { PriceMark } from '../../../shared/schema/alert-memory';
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
import { ruleFor } from './rules';
import { entryOfHolding, type Names } from './alert-event';
import { heldTokens, type Held } from './watched-tokens';
import type { HistoryPoint } from '../ports/history-point';
import { holds, NOT_OVER, over, overOf, standOf, type Sight, type Watched } from './thresholds';

/** Percent of the total: from here on a move is worth an entry, and from there on worth telling. */
const LOGGED_FROM: Decimal = { units: 1n, scale: 0 };
const TOLD_FROM: Decimal = { units: 5n, scale: 0 };

export interface PriceWatch {
  readonly portfolio: Portfolio;
  /** The point a day ago, or the first one. */
  readonly baseline: HistoryPoint | null;
  readonly marks: Readonly<Record<string, PriceMark>>;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/** The same token in several wallets is one. One seen for the first time, or again, has its mark set silently. */
export function watchPrices(watch: PriceWatch): Watched<PriceMark> {
  const marks: Record<string, PriceMark> = {};
  const sights: Sight[] = [];
  for (const held of heldTokens(watch.portfolio)) {
    const { token, rows } = held;
    const known = watch.marks[token];
    const lead = rows.find(isSure);
    if (!lead) {
      // Not answered: the mark waits. A price that OKX stopped giving has no mark any more.
      if (known && rows.some(row => row.priceKeptSince === null)) marks[token] = known;
      continue;
    }
    const { mark, sight } = look(held, lead, known, watch);
    marks[token] = mark;
    if (sight) sights.push(sight);
  }
  return { marks, sights };
}

/** Answered, with a price that OKX gives. One that is doubted is still the old one, and moves nothing. */
function isSure({ isStale, priceKeptSince }: HoldingRow): boolean {
  return !isStale && priceKeptSince === null;
}

function look(
  held: Held,
  lead: HoldingRow,
  known: PriceMark | undefined,
  { portfolio, baseline, rules, names, now }: PriceWatch
): { mark: PriceMark; sight: Sight | null } {
  const price = lead.price ?? '0';
  const walletIds = held.rows.map(({ walletId }) => walletId);
  const rule = ruleFor(rules, 'price', { walletIds, token: held.token });
  const old = baseline?.tokens.find(([id]) => held.rows.some(row => row.id === id));
  const mark = markFor(known, baseline && old ? { value: old[2], since: baseline.at } : null, price, now);
  const base = decimal(mark.value);
  const move = subtract(decimal(price), base);
  const before = overOf(known, now);
  const stand = rule ? standOf(move, base, rule.from, before) : 'below';
  if (!rule || stand === 'below') return { mark: { ...mark, ...NOT_OVER }, sight: null };

  const balance = held.rows.reduce((all, row) => add(all, decimal(row.balance)), decimal('0'));
  const worth = larger(held.value, multiply(balance, base));
  const isOfToken = rule.token !== null;
  const total = decimal(portfolio.total);
  if (!isOfToken && isLess(worth, LOGGED_FROM, total)) return { mark: { ...mark, ...NOT_OVER }, sight: null };
  const entry: Entry = {
    ...entryOfHolding(now, lead, names),
    kind: 'price',
    from: mark.value,
    since: mark.since,
    to: price,
    percent: percentOf(move, base, 2),
    amount: toText(multiply(balance, move)),
    share: percentOf(worth, total, 2)
  };
  const isSmall = !isOfToken && isLess(worth, TOLD_FROM, total);
  const silence = !rule.isOn ? 'switched-off' : isSmall ? 'small-share' : null;
  return {
    mark: stand === 'crossed' ? over(mark, move, now) : mark,
    sight: { key: held.token, stand, happening: { entry, silence } }
  };
}

function markFor(
  known: PriceMark | undefined,
  old: { readonly value: string; readonly since: number } | null,
  price: string,
  now: number
): PriceMark {
  if (!known) return { value: price, since: now, ...NOT_OVER };
  return !old || holds(known, old.since, now) ? known : { ...known, ...old };
}

function isLess(worth: Decimal, percent: Decimal, total: Decimal): boolean {
  return compareDecimals(multiply(worth, { units: 100n, scale: 0 }), multiply(percent, total)) < 0;
}

/** A token that lost nearly all of its price is little of the total just because of that. */
function larger(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) < 0 ? b : a;
}
