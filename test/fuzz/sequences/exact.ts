// Exact numbers of the oracle: a bigint with 36 digits behind the point, read and written as plain decimal text.

const DIGITS = 36;
export const ONE = 10n ** BigInt(DIGITS);
/** A worth is the product of two such numbers, so it has twice as many digits behind the point. */
export const DOLLAR = ONE * ONE;

/** The last texts that were read: most are read again in the next round. */
const known = new Map<string, bigint>();
const MOST_KNOWN = 5000;

/** Plain decimal text as a number; throws when it has too many digits behind the point. */
export function parse(text: string): bigint {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const units = read(text, DIGITS);
  known.set(text, units);
  return units;
}

function read(text: string, digits: number): bigint {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new Error(`no plain decimal: ${text}`);
  const [, sign, whole = '', part = ''] = found;
  if (part.length > digits) throw new Error(`more than ${digits} digits: ${text}`);
  const units = BigInt(whole + part.padEnd(digits, '0'));
  return sign ? -units : units;
}

export const parseWorth = (text: string): bigint => read(text, 2 * DIGITS);

export function write(units: bigint, digits = DIGITS): string {
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const part = text.slice(-digits).replace(/0+$/, '');
  return sign + text.slice(0, -digits) + (part ? `.${part}` : '');
}

export const writeWorth = (units: bigint): string => write(units, 2 * DIGITS);

/** Cut to so many digits behind the point. */
export function cut(units: bigint, digits: number): bigint {
  const step = 10n ** BigInt(DIGITS - digits);
  return (units / step) * step;
}

/** Times 10 to the power, which may be below zero; null: digits would be lost behind the last one. */
export function shift(units: bigint, power: number): bigint | null {
  if (power >= 0) return units * 10n ** BigInt(power);
  const by = 10n ** BigInt(-power);
  return units % by === 0n ? units / by : null;
}

export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** The digits without the point and the zeros around them. */
export const digitsOf = (units: bigint): string => units.toString().replace(/0+$/, '');

/** Whether the larger is less than `times` the smaller. */
export function isWithin(times: bigint, a: bigint, b: bigint): boolean {
  return a < times * b && b < times * a;
}
