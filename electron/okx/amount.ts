// Reads an amount or price of a reply as exact, canonical decimal text.
import { compareDecimals, parseDecimal, toText } from '../../shared/domain/decimal';
import type { DecimalText } from '../../shared/domain/decimal';

/** No token on any chain can hold more: 2 ** 256 has 78 digits. */
const ABSURD = { units: 10n ** 78n, scale: 0 };

/** Most amounts come in this form already; asking first spares two bigints per row. */
const CANONICAL = /^(?:0|[1-9]\d{0,60})(?:\.\d{0,60}[1-9])?$/;

/** Exponents and stray zeros are taken out. Null for what is no amount: no number, negative, or beyond belief. */
export function amountOf(text: string): DecimalText | null {
  if (CANONICAL.test(text)) return text;
  const amount = parseDecimal(text.trim());
  if (!amount || amount.units < 0n || compareDecimals(amount, ABSURD) >= 0) return null;
  return toText(amount);
}
