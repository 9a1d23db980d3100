// Arithmetic of the oracle: whole numbers of 10 ** -320 dollars and 10 ** -160 coins. Shares no code with the product.

const PLACES = 160;
/** As in product.md and in the limits of the product's own reader: at most this many digits, exponent included. */
const MOST_DIGITS = 160;
const MOST_LETTERS = 320;
const LIMIT = BigInt('1' + '0'.repeat(78 + PLACES));

/**
 * Gives an amount or a price in units of 10 ** -160; null for an invalid one: no number, negative, 10 ** 78 and more.
 */
export function coinsIn(written: string): bigint | null {
  const text = written.trim();
  if (text.length > MOST_LETTERS) return null;
  const [mantissa = '', exponentText, ...more] = text.split(/[eE]/);
  if (more.length > 0 || (exponentText !== undefined && !/^[+-]?[0-9]{1,4}$/.test(exponentText))) return null;
  const exponent = exponentText === undefined ? 0 : Number(exponentText);
  const isNegative = mantissa.startsWith('-');
  const [whole = '', fraction = '', ...dots] = mantissa.replace(/^[+-]/, '').split('.');
  const digits = whole + fraction;
  if (dots.length > 0 || !/^[0-9]+$/.test(digits) || digits.length + Math.abs(exponent) > MOST_DIGITS)
    return null;
  const units = BigInt(digits + '0'.repeat(PLACES - fraction.length + exponent));
  if (units !== 0n && isNegative) return null;
  return units < LIMIT ? units : null;
}

/** Parses the product's plain text, with an optional minus, in units of 10 ** -places. Throws for any other text. */
export function unitsOf(text: string, places: number): bigint {
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) throw new Error(`no plain number: ${text.slice(0, 60)}`);
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  if (fraction.length > places) throw new Error(`too many places: ${text.slice(0, 60)}`);
  const units = BigInt(whole + fraction.padEnd(places, '0'));
  return text.startsWith('-') ? -units : units;
}

export const COINS = PLACES;
export const DOLLARS = 2 * PLACES;
