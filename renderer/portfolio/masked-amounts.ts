// Formats amounts for the window and masks them while balances are hidden; prices are never masked.
import type { DecimalText } from '../../shared/domain/decimal';
import { amountText, compactUsd, MASK, MINUS, signedUsd, usd } from '../../shared/text/money';

export function maskedUsd(value: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : usd(value);
}

export function maskedSignedUsd(value: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : signedUsd(value);
}

export function maskedAmount(balance: DecimalText, isHidden: boolean): string {
  return isHidden ? MASK : amountText(balance);
}

/** True when three digits give the value exactly, which is what the short form shows. */
function isShort(value: DecimalText): boolean {
  return value.replace('.', '').replace(/^0+|0+$/g, '').length <= 3;
}

/** Labels of an axis: short if that is exact, otherwise in full, without cents if all of them are zero. */
export function maskedAxisTexts(values: readonly DecimalText[], isHidden: boolean): string[] {
  if (isHidden) return values.map(() => MASK);
  if (values.every(isShort)) return values.map(compactUsd);
  const full = values.map(usd);
  return full.every(text => text.endsWith('.00')) ? full.map(text => text.slice(0, -3)) : full;
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
