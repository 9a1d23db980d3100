// Formats the total in the second currency.
// It is computed from the exact total; nothing is computed from this text.
import { absolute, compareDecimals, decimal, isZero, multiply, round, toText } from '../domain/decimal';
import type { Decimal, DecimalText } from '../domain/decimal';
import { toFixedDecimals, groupThousands, MINUS } from './money';
import type { SecondCurrency } from '../schema/app-state';

const COINS: readonly string[] = ['BTC', 'ETH'];
const HUNDREDTH: Decimal = { units: 1n, scale: 2 };

/** Coins have four decimals, or eight for small amounts; other currencies have two. */
function decimalsFor(code: string, value: Decimal): number {
  if (!COINS.includes(code)) return 2;
  return isZero(value) || compareDecimals(absolute(value), HUNDREDTH) >= 0 ? 4 : 8;
}

/** `0.4362` BTC, `12.3456` ETH, `301,312.21` CNY, without the code; `<0.01` for a smaller amount above zero. */
export function secondAmount(usd: DecimalText, { code, perUsd }: SecondCurrency): string {
  const value = multiply(decimal(usd), decimal(perUsd));
  const sign = value.units < 0n ? MINUS : '';
  const decimals = decimalsFor(code, value);
  const smallest: Decimal = { units: 1n, scale: decimals };
  const isBelowSmallest = !isZero(value) && isZero(round(absolute(value), decimals, 'half-up'));
  return sign + (isBelowSmallest ? `<${toText(smallest)}` : groupThousands(toFixedDecimals(value, decimals)));
}
