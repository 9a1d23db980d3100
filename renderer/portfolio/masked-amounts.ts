// Formats amounts for the window and masks them while balances are hidden; prices are never masked.
import { decimal, type DecimalText } from '../../shared/domain/decimal';
import {
  amountText,
  compactAmount,
  compactUsd,
  MASK,
  MINUS,
  priceUsd,
  signedUsd,
  usd
} from '../../shared/text/money';

/** In place of a value before the first answer: missing is not zero. */
export const NO_VALUE = '–';

export function maskedUsd(value: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : usd(value);
}

export function maskedSignedUsd(value: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : signedUsd(value);
}

export function maskedAmount(balance: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : amountText(balance);
}

/** A text for a place of one width: what is too long for it is compact there, and whole on hover. */
export interface FittedText {
  readonly text: string;
  /** The whole text, where `text` is compact. */
  readonly whole?: string;
}

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;
const fitted = (whole: string, most: number, compact: () => string): FittedText =>
  digitsOf(whole) <= most ? { text: whole } : { text: compact(), whole };

/** The digits for which the columns of the table have room: $999,999,999,999.99, 123,456,789,012 and $999,999,999.99. */
const MOST_DIGITS = { value: 14, amount: 12, price: 11 };

export function fittedUsd(value: DecimalText, isHidden: boolean, most = MOST_DIGITS.value): FittedText {
  return isHidden ? { text: MASK } : fitted(usd(value), most, () => compactUsd(value));
}

/** $999,999,999.99 */
export const POPOVER_DIGITS = 11;

export function fittedSignedUsd(value: DecimalText, isHidden: boolean, most: number): FittedText {
  if (isHidden) return { text: MASK };
  const plus = value.startsWith('-') ? '' : '+';
  return fitted(signedUsd(value), most, () => plus + compactUsd(value));
}

export function fittedAmount(balance: DecimalText, isHidden: boolean): FittedText {
  return isHidden
    ? { text: MASK }
    : fitted(amountText(balance), MOST_DIGITS.amount, () => compactAmount(balance));
}

/** Prices are never masked. */
export function fittedPrice(price: DecimalText, most = MOST_DIGITS.price): FittedText {
  return fitted(priceUsd(price), most, () => compactUsd(price));
}

/** True when three digits give the value exactly, which is what the short form shows. */
function isShort(value: DecimalText): boolean {
  return value.replace('.', '').replace(/^0+|0+$/g, '').length <= 3;
}

/** Labels of an axis: short if that is exact, otherwise in full, without cents if all of them are zero. */
export function maskedAxisTexts(values: readonly DecimalText[], isHidden: boolean): string[] {
  if (isHidden) return values.map(() => MASK);
  if (values.every(isShort)) return withEqualDecimals(values.map(compactUsd));
  const full = values.map(usd);
  return full.every(text => text.endsWith('.00')) ? full.map(text => text.slice(0, -3)) : full;
}

/** `$42.3k`, `$42.0k`: one precision for all labels of one unit. */
function withEqualDecimals(texts: readonly string[]): string[] {
  const decimals = Math.max(...texts.map(text => /\.(\d+)/.exec(text)?.[1]?.length ?? 0));
  if (decimals === 0) return [...texts];
  return texts.map(text => {
    const [, head = text, part = '', unit = ''] = /^(.*?\d)(?:\.(\d+))?([kMBT]?)$/.exec(text) ?? [];
    return text === '$0' ? text : `${head}.${part.padEnd(decimals, '0')}${unit}`;
  });
}

/** The large number in two font weights: `$42,070` and `.96`. */
export function maskedUsdParts(value: DecimalText, isHidden: boolean): { dollars: string; cents: string } {
  if (isHidden) return { dollars: MASK, cents: '' };
  const text = usd(value);
  const pointIndex = text.lastIndexOf('.');
  return { dollars: text.slice(0, pointIndex), cents: text.slice(pointIndex) };
}

/** Every digit of the number, with the integer part grouped. */
export function exactText(value: DecimalText): string {
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const sign = value.startsWith('-') ? MINUS : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

export function maskedExact(value: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : exactText(value);
}

/** Class of the colour of what rose or fell; "": neither. */
export function signClass(exact: DecimalText): '' | 'pos' | 'neg' {
  const { units } = decimal(exact);
  return units > 0n ? 'pos' : units < 0n ? 'neg' : '';
}
