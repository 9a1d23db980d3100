// Computes the figures of a group of one asset: exact amount and value, price, and the move of the price.
import {
  decimal,
  divide,
  multiply,
  percentOf,
  subtract,
  sum,
  toText,
  type Decimal,
  type DecimalText
} from '../../shared/domain/decimal';
import { isDefi } from '../../shared/domain/defi';
import type { HoldingRow } from '../../shared/schema/app-state';
import { priceUsd } from '../../shared/text/money';
import type { SortableRow } from './sort';

export interface AssetFigures extends SortableRow {
  /** The rows have prices that look different: `price` is the value of one unit of all together. */
  readonly isAveragePrice: boolean;
}

/** More digits than any price shows. */
const PRICE_DECIMALS = 30;
const HUNDRED: Decimal = { units: 100n, scale: 0 };

/**
 * `counted`: the rows that the sum has, `value`: that sum. Of DeFi only a value is known. What the rows that do not
 * count are worth is in none of the figures.
 */
export function assetFiguresOf(
  symbol: string,
  counted: readonly HoldingRow[],
  value: DecimalText
): AssetFigures {
  const [first] = counted;
  const none = { symbol, balance: null, price: null, changePercent: null, isAveragePrice: false };
  if (!first) return { ...none, value: null, countingStatus: 'unverified' };
  const countingStatus = 'counted';
  if (isDefi(first)) return { ...none, value, countingStatus };
  const balance = sum(counted.map(row => decimal(row.balance)));
  const price = divide(decimal(value), balance, PRICE_DECIMALS);
  const prices = new Set(counted.flatMap(row => (row.price === null ? [] : priceUsd(row.price))));
  return {
    symbol,
    balance: toText(balance),
    price: price && toText(price),
    changePercent: priceMoveOf(counted),
    value,
    countingStatus,
    isAveragePrice: prices.size > 1
  };
}

/**
 * The move of the coin's price in percent: what the prices of its rows did to the amounts of now. It lies between the
 * least and the greatest of the rows', and no transfer moves it. A row that has no move to compare with is left out.
 */
function priceMoveOf(rows: readonly HoldingRow[]): DecimalText | null {
  const moved = rows.filter(({ changePercent, value }) => changePercent !== null && value !== null);
  const percents = new Set(moved.map(({ changePercent }) => changePercent));
  const [only = null] = percents;
  if (percents.size < 2) return only;
  const parts = moved.flatMap(({ changePercent, value }) => {
    const now = decimal(value ?? '0');
    const factor = sum([HUNDRED, decimal(changePercent ?? '0')]);
    const before = divide(multiply(now, HUNDRED), factor, PRICE_DECIMALS);
    return before && before.units > 0n ? { now, before } : [];
  });
  const before = sum(parts.map(part => part.before));
  return percentOf(subtract(sum(parts.map(part => part.now)), before), before, 2);
}
