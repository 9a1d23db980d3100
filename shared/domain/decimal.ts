// Exact decimal arithmetic for amounts, prices and values.
// Callers pass decimal text; inside it is scaled bigints, never floats.

/** A plain decimal number as text: digits, at most one point, an optional leading minus, no exponent. */
export type DecimalText = string;

/** The number `units / 10 ** scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** More digits than any real balance or price has; longer hostile input is refused, so that it cannot use up memory. */
const MAX_DIGITS = 160;
const DECIMAL_PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Reads decimal text, also with an exponent. Gives null for anything else, and for more than 160 digits. */
export function parseDecimal(text: string): Decimal | null {
  return text.length > MAX_DIGITS * 2 ? null : parseWithin(text, MAX_DIGITS);
}

/** Reads our own text, of any length: a product has the digits of both factors. Throws RangeError for other text. */
export function decimal(text: DecimalText): Decimal {
  const value = parseWithin(text, Infinity);
  if (!value) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  return value;
}

function parseWithin(text: string, maxDigits: number): Decimal | null {
  const match = DECIMAL_PATTERN.exec(text);
  if (!match) return null;
  const whole = match[2] ?? '';
  const fraction = match[3] ?? '';
  const digits = whole + fraction;
  const exponent = Number(match[4] ?? '0');
  if (digits === '' || digits.length + Math.abs(exponent) > maxDigits) return null;
  const units = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  const scale = fraction.length - exponent;
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/** The shortest plain text of the exact number: no exponent, no trailing zeros, no minus zero. */
export function toText({ units, scale }: Decimal): DecimalText {
  if (units === 0n) return '0';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return (units < 0n ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`);
}

/** Powers of ten by exponent, computed once: ten thousand rows use the same few. */
const powersOfTen: bigint[] = [];

function powerOfTen(exponent: number): bigint {
  return (powersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.scale === scale ? value.units : value.units * powerOfTen(scale - value.scale);
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

export function negate(a: Decimal): Decimal {
  return { units: -a.units, scale: a.scale };
}

export function absolute(a: Decimal): Decimal {
  return a.units < 0n ? negate(a) : a;
}

/** Below zero when a < b, zero when equal, above zero when a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const left = unitsAt(a, scale);
  const right = unitsAt(b, scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function smallerOf(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}

export function largerOf(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) >= 0 ? a : b;
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n;
}

export function sum(values: Iterable<Decimal>): Decimal {
  let units = 0n;
  let scale = 0;
  for (const value of values) {
    if (value.scale > scale) {
      units *= powerOfTen(value.scale - scale);
      scale = value.scale;
    }
    units += unitsAt(value, scale);
  }
  return { units, scale };
}

/** Cuts to `scale` digits after the point; `half-up` rounds away from zero at five, `down` drops the rest. */
export function round(value: Decimal, scale: number, mode: 'half-up' | 'down'): Decimal {
  if (value.scale <= scale) return value;
  const divisor = powerOfTen(value.scale - scale);
  const magnitude = value.units < 0n ? -value.units : value.units;
  const quotient = (mode === 'half-up' ? magnitude + divisor / 2n : magnitude) / divisor;
  return { units: value.units < 0n ? -quotient : quotient, scale };
}

/** `a / b` with `scale` digits after the point, rounded half up. Null when b is zero. */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal | null {
  if (b.units === 0n) return null;
  const numeratorFactor = powerOfTen(scale + 1 + b.scale);
  const denominatorFactor = powerOfTen(a.scale);
  return round(
    { units: (a.units * numeratorFactor) / (b.units * denominatorFactor), scale: scale + 1 },
    scale,
    'half-up'
  );
}

/** `part` in percent of `whole`, rounded to `decimals` digits; null when the whole is zero. */
export function percentOf(part: Decimal, whole: Decimal, decimals: number): DecimalText | null {
  const ratio = divide(multiply(part, { units: 100n, scale: 0 }), absolute(whole), decimals);
  return ratio && toText(ratio);
}
