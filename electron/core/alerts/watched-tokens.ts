// Watched tokens: lists the tokens whose prices are watched, the most valuable first.
// The same token in several wallets is one.
import { tokenOf } from '../../../shared/domain/holding-id';
import { compareDecimals, sum, ZERO, type Decimal } from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import {
  isInTotal,
  isPriceUnwatched,
  largestRows,
  weightsOf,
  largestOf
} from '../portfolio/largest-holdings';
import { roughValueOf, holdingValueOf } from '../snapshots/holding-values';

const MAX_WATCHED_TOKENS = 500;

/** The counted holdings of one token in all wallets, each unit once. */
export interface WatchedToken {
  readonly token: string;
  /** The most valuable first. */
  readonly rows: readonly HoldingRow[];
  readonly value: Decimal;
}

/** At most 500, the most valuable first, without those that arrived by themselves (`chainIndex/tokenAddress`). */
export function watchedTokensOf(
  { holdings }: Portfolio,
  uninvited: ReadonlySet<string> = new Set()
): WatchedToken[] {
  const { unwatchedCount, isOfOneOwner } = weightsOf(holdings);
  const isWatched = (row: HoldingRow) =>
    !isPriceUnwatched(row) && (uninvited.size === 0 || !uninvited.has(tokenOf(row)));
  // When all rows are of the same owner, every row is a different token.
  if (isOfOneOwner)
    return largestRows(holdings, MAX_WATCHED_TOKENS + unwatchedCount + uninvited.size)
      .filter(isWatched)
      .slice(0, MAX_WATCHED_TOKENS)
      .map(row => ({ token: tokenOf(row), rows: [row], value: rowValueOf(row) }));
  return largestOf(
    grouped(holdings.filter(row => isInTotal(row) && isWatched(row))),
    MAX_WATCHED_TOKENS,
    ({ value }) => value,
    ({ rows: own }) => own.reduce((all, row) => all + roughValueOf(row), 0)
  );
}

function grouped(rows: readonly HoldingRow[]): WatchedToken[] {
  const groups = new Map<string, HoldingRow[]>();
  for (const row of rows) {
    const token = tokenOf(row);
    const group = groups.get(token);
    if (group) group.push(row);
    else groups.set(token, [row]);
  }
  return [...groups].map(([token, own]) => ({
    token,
    rows: own.sort((a, b) => compareDecimals(rowValueOf(b), rowValueOf(a))),
    value: sum(own.map(rowValueOf))
  }));
}

function rowValueOf(row: HoldingRow): Decimal {
  return holdingValueOf(row).value ?? ZERO;
}
