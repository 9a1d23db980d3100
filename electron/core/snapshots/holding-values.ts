// The exact numbers of a holding, read once: what did not change since the last poll is not read anew.
import { decimal, multiply, toText, type Decimal, type DecimalText } from '../../../shared/domain/decimal';
import type { Holding } from '../../../shared/schema/holding';

type Priced = Pick<Holding, 'balance' | 'price'>;

/** balance, price and balance x price, USD; null while no price is known. */
export interface Worth {
  readonly balance: Decimal;
  readonly price: Decimal | null;
  readonly value: Decimal | null;
  readonly valueText: DecimalText | null;
}

const known = new WeakMap<Priced, Worth>();

export function worthOf(holding: Priced): Worth {
  const found = known.get(holding);
  if (found) return found;
  const balance = decimal(holding.balance);
  const price = holding.price === null ? null : decimal(holding.price);
  const value = price && multiply(balance, price);
  const worth = { balance, price, value, valueText: value && toText(value) };
  known.set(holding, worth);
  return worth;
}

/** `row` is made of `holding`, with the same amount and price. */
export function shareWorth(row: Priced, holding: Priced): void {
  known.set(row, worthOf(holding));
}

/** About as much, as a double: only to see at a glance what cannot be among the largest. */
export function roughWorth({ value }: { readonly value: DecimalText | null }): number {
  return Number(value ?? 0);
}

/** Gives the place in `previous`, -1 when it is not there. A map is made only when the order was left. */
export function placeFinder(previous: readonly Holding[]): (id: string) => number {
  let expected = 0;
  let places: Map<string, number> | null = null;
  return id => {
    if (previous[expected]?.id === id) return expected++;
    places ??= new Map(previous.map((holding, place) => [holding.id, place]));
    const place = places.get(id) ?? -1;
    if (place >= 0) expected = place + 1;
    return place;
  };
}
