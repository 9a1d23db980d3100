// The total, of all wallets or of one: what prices and transfers did to it since the last alert, or since a day ago.
import type { Entry } from '../../../shared/schema/activity';
import type { AlertRule } from '../../../shared/schema/alert';
import type { TotalMark } from '../../../shared/schema/alert-memory';
import {
  absolute,
  add,
  compareDecimals,
  decimal,
  percentOf,
  subtract,
  sum,
  toText,
  type Decimal
} from '../../../shared/domain/decimal';
import { ruleFor } from './rules';
import { entryAt, entryOfWallet, type Names } from './alert-event';
import { baselineOf, type Compared } from '../history/history-point';
import type { HistoryPoint } from '../ports/history-point';
import { holds, NOT_OVER, over, overOf, standOf, type Sight, type Watched } from './thresholds';

/** Stands for all wallets among the marks. */
const ALL = '';

export interface TotalWatch {
  /** Of this round. */
  readonly point: HistoryPoint;
  readonly points: readonly HistoryPoint[];
  readonly compared: readonly Compared[];
  readonly marks: Readonly<Record<string, TotalMark>>;
  readonly rules: readonly AlertRule[];
  readonly names: Names;
  readonly now: number;
}

/** A wallet is watched by itself when it has a rule of its own. */
export function watchTotals(watch: TotalWatch): Watched<TotalMark> {
  const own = watch.rules.filter(({ kind, walletId }) => kind === 'total' && walletId !== null);
  const scopes = [ALL, ...new Set(own.flatMap(({ walletId }) => walletId ?? []))];
  const marks: Record<string, TotalMark> = {};
  const sights: Sight[] = [];
  for (const scope of scopes) {
    const rule = ruleFor(watch.rules, 'total', { walletIds: scope === ALL ? [] : [scope], token: null });
    const total = standingAt(watch.point, scope)?.total;
    const mark = total === undefined ? null : markFor(scope, watch);
    if (!rule || !mark || total === undefined) continue;
    const { kept, sight } = look(scope, decimal(total), mark, rule, watch);
    if (kept) marks[scope] = kept;
    if (sight) sights.push(sight);
  }
  return { marks, sights };
}

interface Reference {
  readonly mark: TotalMark;
  /** Else it was read from the history. */
  readonly isKept: boolean;
}

function look(
  scope: string,
  total: Decimal,
  { mark, isKept }: Reference,
  rule: AlertRule,
  { marks, names, now }: TotalWatch
): { kept: TotalMark | null; sight: Sight | null } {
  const move = add(decimal(mark.prices), decimal(mark.transfers));
  const base = baseOf(decimal(mark.total), subtract(total, move));
  const stand = standOf(move, base, rule.from, overOf(marks[scope], now));
  // What the history has needs no mark: it moves on with the day.
  if (stand === 'below') return { kept: isKept ? { ...mark, ...NOT_OVER } : null, sight: null };
  const entry: Entry = {
    ...(scope === ALL ? entryAt(now) : entryOfWallet(now, scope, names)),
    kind: 'total',
    from: toText(base),
    since: mark.since,
    to: toText(total),
    amount: toText(move),
    percent: percentOf(move, base, 2),
    prices: mark.prices,
    transfers: mark.transfers
  };
  const silence = rule.isOn ? null : 'switched-off';
  return {
    kept: stand === 'crossed' ? over(mark, move, now) : mark,
    sight: { key: scope, stand, happening: { entry, silence } }
  };
}

/**
 * What was recounted since moves no alert, so it must not make a move look larger either: a wallet that was added makes
 * the base larger, a token that left the count does not make it smaller.
 */
function baseOf(then: Decimal, without: Decimal): Decimal {
  return compareDecimals(absolute(then), absolute(without)) < 0 ? without : then;
}

/** Null: nothing to compare with yet. */
function markFor(scope: string, { point, points, compared, marks, now }: TotalWatch): Reference | null {
  const known = scope === ALL ? points : points.filter(({ wallets }) => scope in wallets);
  const old = baselineOf(known, now);
  const mark = marks[scope];
  if (mark && holds(mark, old?.at ?? null, now)) return { mark: moved(mark, scope, compared), isKept: true };
  const before = old && standingAt(old, scope);
  const after = standingAt(point, scope);
  if (!old || !before || !after) return null;
  const difference = (kind: 'prices' | 'transfers') =>
    toText(subtract(decimal(after[kind]), decimal(before[kind])));
  const { over, overAt } = mark ?? NOT_OVER;
  return {
    mark: {
      since: old.at,
      over,
      overAt,
      total: before.total,
      prices: difference('prices'),
      transfers: difference('transfers')
    },
    isKept: false
  };
}

/** Grows by what each round did, so that no point that is lost or taken out of the history moves it. */
function moved(mark: TotalMark, scope: string, compared: readonly Compared[]): TotalMark {
  const own = compared.filter(({ walletId }) => scope === ALL || walletId === scope);
  const plus = (kind: 'prices' | 'transfers') =>
    toText(sum([decimal(mark[kind]), ...own.map(({ comparison }) => decimal(comparison[kind]))]));
  return { ...mark, prices: plus('prices'), transfers: plus('transfers') };
}

function standingAt(point: HistoryPoint, scope: string) {
  if (scope === ALL) return { total: point.total, ...point.ledger };
  const wallet = point.wallets[scope];
  return wallet ? { total: wallet.value, prices: wallet.prices, transfers: wallet.transfers } : null;
}
