// Compares amounts that a service rounded: whether two are the same, and whether one is the rounding of the other.
import { absolute, compareDecimals, largerOf, multiply, subtract, type Decimal } from '../domain/decimal';

/** To so many significant digits OKX rounds `balance`, as seen in real replies. */
export const ROUNDED_DIGITS = 17;
/** Amounts that are equal to so many digits are one: not every list of a service rounds in the same way. */
const SAME_DIGITS = 15;
const TWO: Decimal = { units: 2n, scale: 0 };

/** Whether the difference is less than one in the 15th digit of the larger amount. Amounts are not below zero. */
export function areSameAmounts(a: Decimal, b: Decimal): boolean {
  const large = largerOf(a, b);
  return compareDecimals(absolute(subtract(a, b)), unitOfDigit(large, SAME_DIGITS)) < 0;
}

/** Whether `rounded` is the exact amount to 17 digits; of an amount right between two, both are. */
export function isRoundingOf(exact: Decimal, rounded: Decimal): boolean {
  const unit = unitOfDigit(exact, ROUNDED_DIGITS);
  const isHalfAtMost = compareDecimals(multiply(absolute(subtract(exact, rounded)), TWO), unit) <= 0;
  return isHalfAtMost && significantDigits(rounded).length <= ROUNDED_DIGITS;
}

/** What one is worth in that digit of the number, counted from its first one. */
function unitOfDigit({ units, scale }: Decimal, digit: number): Decimal {
  const exponent = String(units).length - digit - scale;
  return exponent >= 0 ? { units: 10n ** BigInt(exponent), scale: 0 } : { units: 1n, scale: -exponent };
}

/** The digits without zeros at the end. */
function significantDigits({ units }: Decimal): string {
  return String(units).replace(/0+$/, '');
}
