// Holding values: parses balance, price and value of a holding as exact numbers, and caches them per holding.
// A holding that did not change since the last poll is not parsed again.
import { decimal, multiply, toText, type Decimal, type DecimalText } from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';

type Priced = Pick<Holding, 'balance' | 'price'>;

/** Balance, price and balance x price, USD; null while no price is known. */
export interface HoldingValue {
  readonly balance: Decimal;
  readonly price: Decimal | null;
  readonly value: Decimal | null;
  readonly valueText: DecimalText | null;
  /** The value as a double, only to skip what is far above or below a limit; zero while no price is known. */
  readonly rough: number;
}

const valueCache = new WeakMap<Priced, HoldingValue>();

export function holdingValueOf(holding: Priced): HoldingValue {
  const found = valueCache.get(holding);
  if (found) return found;
  const balance = decimal(holding.balance);
  const price = holding.price === null ? null : decimal(holding.price);
  const value = price && multiply(balance, price);
  const valueText = value && toText(value);
  const holdingValue = { balance, price, value, valueText, rough: Number(valueText ?? 0) };
  valueCache.set(holding, holdingValue);
  return holdingValue;
}

/** Gives `row` the cached value of `holding`: it was made from it, with the same amount and price. */
export function shareHoldingValue<Row extends Priced>(row: Row, holding: Priced): Row {
  valueCache.set(row, holdingValueOf(holding));
  return row;
}

/** The approximate value as a double, used only to skip rows that cannot be among the largest. */
export function roughValueOf({ value }: { readonly value: DecimalText | null }): number {
  return Number(value ?? 0);
}

/** Gives the index in `previous`, -1 when the id is not there. A map is made only when the order differs. */
export function createIndexFinder(previous: readonly Holding[]): (id: string) => number {
  let expected = 0;
  let indexes: Map<string, number> | null = null;
  return id => {
    if (previous[expected]?.id === id) return expected++;
    indexes ??= new Map(previous.map((holding, index) => [holding.id, index]));
    const index = indexes.get(id) ?? -1;
    if (index >= 0) expected = index + 1;
    return index;
  };
}
