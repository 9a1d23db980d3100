// Formats exact numbers for display: dollars, amounts, prices, percents.
// Formatting is the last step; nothing is computed from these texts.
import { language } from '../domain/language';
import {
  absolute,
  compareDecimals,
  decimal,
  isZero,
  round,
  toText,
  type Decimal,
  type DecimalText
} from '../domain/decimal';

/** Replaces every amount while balances are hidden; the app never shows invented digits. */
export const MASK = '•••';
/** U+2212, as wide as a plus. */
export const MINUS = '−';
/** Between a number and its percent sign: narrow, without a line break. Chinese has none there. */
const NARROW_SPACE = '\u202f';
const CENT: Decimal = { units: 1n, scale: 2 };
const DUST: Decimal = { units: 1n, scale: 8 };
const SUBSCRIPT = '₀₁₂₃₄₅₆₇₈₉';

/** Separates thousands with commas: `1,234.56`. */
export function groupThousands(text: string): string {
  const [whole = '0', fraction] = text.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? parts : `${parts}.${fraction}`;
}

/** Exactly `decimals` digits after the point, rounded half up; the sign is dropped. */
export function toFixedDecimals(value: Decimal, decimals: number): string {
  const text = toText(round(absolute(value), decimals, 'half-up'));
  if (decimals === 0) return text;
  const [whole = '0', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(decimals, '0')}`;
}

/** `$1,234.56` in every language; `<$0.01` for an amount above zero but under a cent. */
export function usd(text: DecimalText): string {
  const value = decimal(text);
  const magnitude = absolute(value);
  const sign = value.units < 0n ? MINUS : '';
  if (!isZero(value) && compareDecimals(magnitude, CENT) < 0) return `${sign}<$0.01`;
  return `${sign}$${groupThousands(toFixedDecimals(value, 2))}`;
}

/** `+$612.18`, `−$139.10`; zero is `$0.00`. */
export function signedUsd(text: DecimalText): string {
  return decimal(text).units > 0n ? `+${usd(text)}` : usd(text);
}

/** Rounds half up to `digits` significant digits; gives a positive number. */
function roundToSignificant(value: Decimal, digits: number): Decimal {
  const magnitude = absolute(value);
  const length = magnitude.units.toString().length;
  if (length <= digits) return magnitude;
  const rounded = round({ units: magnitude.units, scale: length - digits }, 0, 'half-up');
  const zeros = length - digits - magnitude.scale;
  return zeros < 0
    ? { units: rounded.units, scale: -zeros }
    : { units: rounded.units * 10n ** BigInt(zeros), scale: 0 };
}

const COMPACT_UNITS = [
  ['T', 12],
  ['B', 9],
  ['M', 6],
  ['k', 3]
] as const;

/** Three digits and their unit; null below a thousand. */
function compactParts(value: Decimal): { short: string; unit: string } | null {
  const short = roundToSignificant(value, 3);
  const digits = toText(round(short, 0, 'down')).length;
  const [unit, zeros] = COMPACT_UNITS.find(([, minDigits]) => digits > minDigits) ?? ['', 0];
  return unit === ''
    ? null
    : { short: groupThousands(toText({ units: short.units, scale: short.scale + zeros })), unit };
}

/** `$42.1k`, `$1.24M`, `$999`, `$0.42`: three digits, where there is little width. */
export function compactUsd(text: DecimalText): string {
  const value = decimal(text);
  const sign = value.units < 0n ? MINUS : '';
  if (isZero(value)) return '$0';
  if (compareDecimals(absolute(value), CENT) < 0) return `${sign}<$0.01`;
  const parts = compactParts(value);
  if (parts) return `${sign}$${parts.short}${parts.unit}`;
  const short = roundToSignificant(value, 3);
  const hasCents = short.scale > 0 && compareDecimals(short, { units: 10n, scale: 0 }) < 0;
  return `${sign}$${toFixedDecimals(short, hasCents ? 2 : 0)}`;
}

/** `123,000T`: three digits of an amount that is too long for its place. */
export function compactAmount(text: DecimalText): string {
  const value = decimal(text);
  const parts = compactParts(value);
  return parts ? `${value.units < 0n ? MINUS : ''}${parts.short}${parts.unit}` : amountText(text);
}

/** Price of one unit: five significant digits, all dollars; four or more leading zeros: `$0.0₅123` (five of them). */
export function priceUsd(text: DecimalText): string {
  const exact = decimal(text);
  const isLarge = compareDecimals(absolute(exact), { units: 1000n, scale: 0 }) >= 0;
  const [whole = '0', fraction = ''] = toText(
    isLarge ? round(exact, 2, 'half-up') : roundToSignificant(exact, 5)
  ).split('.');
  const zeros = whole === '0' ? (/^0*/.exec(fraction)?.[0].length ?? 0) : 0;
  if (zeros < 4) return `$${groupThousands(whole)}.${fraction.padEnd(2, '0')}`;
  const count = [...String(zeros)].map(digit => SUBSCRIPT[Number(digit)]).join('');
  return `$0.0${count}${fraction.slice(zeros)}`;
}

/** A token amount: at most eight significant digits and eight decimals, cut, not rounded; dust is never shown as 0. */
export function amountText(text: DecimalText): string {
  const value = decimal(text);
  const magnitude = absolute(value);
  const sign = value.units < 0n ? MINUS : '';
  if (isZero(value)) return '0';
  if (compareDecimals(magnitude, DUST) < 0) return `${sign}<0.00000001`;
  const whole = toText(round(magnitude, 0, 'down'));
  const decimals = whole === '0' ? 8 : Math.max(0, 8 - whole.length);
  return sign + groupThousands(toText(round(magnitude, decimals, 'down')));
}

/** `5 %` of a number as it was typed; `5%` in Chinese. */
export function percentOf(number: string): string {
  return `${number}${language() === 'zh' ? '' : NARROW_SPACE}%`;
}

const MAX_PERCENT: Decimal = { units: 999n, scale: 0 };

/** `+1.48 %` with a true minus and a narrow space, `+1.48%` in Chinese; zero has no sign; of a change `>999 %` is the most. */
export function percentText(text: DecimalText, decimals: number, isSigned: boolean): string {
  const value = round(decimal(text), decimals, 'half-up');
  if (isSigned && compareDecimals(value, MAX_PERCENT) > 0) return percentOf('>999');
  const sign = value.units < 0n ? MINUS : value.units > 0n && isSigned ? '+' : '';
  return percentOf(sign + groupThousands(toFixedDecimals(value, decimals)));
}
