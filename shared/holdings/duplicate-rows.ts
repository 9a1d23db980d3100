// Makes one holding of several rows of one token at one address: statements about the same coins, never added up.
import { compareDecimals, decimal, type DecimalText } from '../domain/decimal';
import { areSameAmounts } from './rounded-amounts';

/** What the rows of one holding may differ in. */
interface HeldRow {
  /** As it was sent; "" is the chain's own coin. */
  readonly tokenAddress: string;
  readonly balance: DecimalText;
  readonly decimals?: number | undefined;
  readonly price: DecimalText | null;
  readonly priceKeptSince: number | null;
  readonly isRisky: boolean;
  readonly isDuplicate: boolean;
  readonly isUnverified?: boolean | undefined;
}

/**
 * The row that names the chain's own coin stands for all, else that of the larger amount. Amounts that are equal to 15
 * digits are one; of others the larger stays, flagged. The price is that of the coin's row, else the lower known one.
 * The order of the rows has no meaning, but for rows that are equal in everything.
 */
export function mergeRows<Row extends HeldRow>(rows: readonly [Row, ...Row[]]): Row {
  if (rows.length === 1) return rows[0];
  const coins = rows.filter(({ tokenAddress }) => tokenAddress === '');
  const largest = rows.reduce(largerOf);
  const base = coins.length > 0 ? coins.reduce(largerOf) : largest;
  const same = rows.filter(row => isSameAmount(row, largest));
  const exact = same.filter(({ decimals }) => decimals !== undefined);
  const { balance, decimals } = [base, ...exact, largest].find(row =>
    exact.length > 0 ? exact.includes(row) : same.includes(row)
  )!;
  const { price, priceKeptSince } = cheapestOf(coins) ?? cheapestOf(rows) ?? base;
  return {
    ...base,
    balance,
    ...(decimals !== base.decimals && { decimals }),
    price,
    priceKeptSince,
    isRisky: rows.every(row => row.isRisky),
    isDuplicate: same.length < rows.length || rows.some(row => row.isDuplicate),
    ...(base.isUnverified && { isUnverified: rows.every(row => row.isUnverified) })
  };
}

function largerOf<Row extends HeldRow>(a: Row, b: Row): Row {
  return compareDecimals(decimal(b.balance), decimal(a.balance)) > 0 ? b : a;
}

function cheapestOf<Row extends HeldRow>(rows: readonly Row[]): Row | undefined {
  return rows
    .filter(({ price }) => price !== null)
    .reduce<Row | undefined>((least, row) => (least && isCheaper(least, row) ? least : row), undefined);
}

function isCheaper(a: HeldRow, b: HeldRow): boolean {
  return compareDecimals(decimal(a.price ?? '0'), decimal(b.price ?? '0')) <= 0;
}

function isSameAmount(a: HeldRow, b: HeldRow): boolean {
  return a.balance === b.balance || areSameAmounts(decimal(a.balance), decimal(b.balance));
}
