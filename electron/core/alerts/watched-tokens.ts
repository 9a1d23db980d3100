// The tokens whose prices are watched: the same one in several wallets is one, the most valuable come first.
import { tokenOf } from '../../../shared/domain/holding-id';
import { compareDecimals, sum, ZERO, type Decimal } from '../../../shared/domain/decimal';
import type { HoldingRow, Portfolio } from '../../../shared/schema/app-state';
import { isAside, largestRows, weightsOf, largestOf } from '../portfolio/largest-holdings';
import { roughWorth, worthOf } from '../snapshots/holding-values';

const MOST = 500;

/** What counts of one token in all wallets. */
export interface Held {
  readonly token: string;
  /** The most valuable first. */
  readonly rows: readonly HoldingRow[];
  readonly value: Decimal;
}

/** At most 500, the most valuable first. */
export function heldTokens({ holdings }: Portfolio): Held[] {
  const { aside, isOfOneOwner } = weightsOf(holdings);
  // Then every row is a token of its own.
  if (isOfOneOwner)
    return largestRows(holdings, MOST + aside)
      .filter(row => !isAside(row))
      .slice(0, MOST)
      .map(row => ({ token: tokenOf(row), rows: [row], value: worth(row) }));
  return largestOf(
    grouped(holdings.filter(row => row.standing === 'counted' && !isAside(row))),
    MOST,
    ({ value }) => value,
    ({ rows: own }) => own.reduce((all, row) => all + roughWorth(row), 0)
  );
}

function grouped(rows: readonly HoldingRow[]): Held[] {
  const groups = new Map<string, HoldingRow[]>();
  for (const row of rows) {
    const token = tokenOf(row);
    const group = groups.get(token);
    if (group) group.push(row);
    else groups.set(token, [row]);
  }
  return [...groups].map(([token, own]) => ({
    token,
    rows: own.sort((a, b) => compareDecimals(worth(b), worth(a))),
    value: sum(own.map(worth))
  }));
}

function worth(row: HoldingRow): Decimal {
  return worthOf(row).value ?? ZERO;
}
