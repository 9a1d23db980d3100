// Statement: what an answer says of a holding, and when two statements agree, are near, or are of the same digits.
import {
  absolute,
  compareDecimals,
  decimal,
  isZero,
  multiply,
  type Decimal,
  type DecimalText
} from '../../../shared/domain/decimal';
import { isDefi } from '../../../shared/domain/defi';
import type { Holding } from '../../../shared/schema/holding';
import type { DoubtedHolding, Statement } from '../../../shared/schema/verification';

/** Balance "0" where the answer lacks the holding. Of DeFi the value is the amount, at the price of one. */
export function statementOf(holding: Holding | undefined): Statement {
  if (!holding) return { balance: '0', price: null, isRisky: false };
  const { balance, price, isRisky } = holding;
  return isDefi(holding) ? { balance: price ?? '0', price: '1', isRisky } : { balance, price, isRisky };
}

/** The holding as a statement gives it. */
export function withStatement(holding: Holding, { balance, price, isRisky }: Statement): Holding {
  return isDefi(holding)
    ? { ...holding, price: balance }
    : { ...holding, balance, price, priceKeptSince: null, isRisky };
}

export type Held = DoubtedHolding['holds'][number];

const AGREEMENT_FACTOR: Decimal = { units: 2n, scale: 0 };

/** Whether `said` agrees with the first and the last answer of a doubt in all that the doubt holds. */
export function agrees(said: Statement, { first, last, holds }: DoubtedHolding): boolean {
  return holds.every(held => [first, last].every(earlier => agreesIn(held, said, earlier)));
}

function agreesIn(held: Held, a: Statement, b: Statement): boolean {
  if (held === 'risk') return a.isRisky === b.isRisky;
  return isWithin(a[FIELDS[held]], b[FIELDS[held]], AGREEMENT_FACTOR);
}

const FIELDS = { amount: 'balance', price: 'price' } as const;

/** Whether the two differ by a factor of less than `times`, in both directions. Zero and unknown agree with themselves only. */
export function isWithin(a: DecimalText | null, b: DecimalText | null, times: Decimal): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return isWithinFactor(decimal(a), decimal(b), times);
}

/** The same of exact numbers. Above and below zero are never near each other. */
export function isWithinFactor(a: Decimal, b: Decimal, times: Decimal): boolean {
  if (isZero(a) || isZero(b)) return isZero(a) && isZero(b);
  if (a.units < 0n !== b.units < 0n) return false;
  const [x, y] = [absolute(a), absolute(b)];
  return compareDecimals(x, multiply(y, times)) < 0 && compareDecimals(y, multiply(x, times)) < 0;
}

/** Amounts are rounded to this many digits by the service. */
const COMPARED_DIGITS = 15;
/** Errors of decimals are of 6, 8, 9, 12 or 18 places. */
const MOVED_PLACES = 6;

/** Whether the amounts have the same digits with the point six places or more away. */
export function isMovedPoint(before: DecimalText, after: DecimalText): boolean {
  const [a, b] = [digitsOf(before), digitsOf(after)];
  return a.digits === b.digits && Math.abs(a.exponent - b.exponent) >= MOVED_PLACES;
}

/** The first digits, without zeros around them, and the power of ten of the first one. */
function digitsOf(amount: DecimalText): { digits: string; exponent: number } {
  const { units, scale } = decimal(amount);
  const text = (units < 0n ? -units : units).toString();
  return { digits: text.slice(0, COMPARED_DIGITS).replace(/0+$/, ''), exponent: text.length - scale };
}
