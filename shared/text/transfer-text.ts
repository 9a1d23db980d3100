// Makes the title of a transfer, in both languages; it is apart because the history chart has it before any notification.
import {
  absolute,
  decimal,
  divide,
  isZero,
  multiply,
  round,
  toText,
  type Decimal,
  type DecimalText
} from '../domain/decimal';
import { localized } from '../domain/language';
import type { Entry } from '../schema/activity';
import { amountText, groupThousands, MASK } from './money';
import { tokenName } from './names';

export type TransferEntry = Extract<Entry, { kind: 'arrived' | 'left' }>;

const TRANSFER_TEXT_EN = {
  arrived: (amount: string, symbol: string): string => `Received ${amount} ${symbol}`,
  left: (amount: string, symbol: string): string => `Sent ${amount} ${symbol}`
};

export const TRANSFER_TEXT = localized<typeof TRANSFER_TEXT_EN>({
  en: TRANSFER_TEXT_EN,
  zh: {
    arrived: (amount, symbol) => `收到 ${amount} ${symbol}`,
    left: (amount, symbol) => `转出 ${amount} ${symbol}`
  }
});

/** `Received 250.50 USDC`. */
export function transferTitle(
  { kind, amount, worth, symbol }: Pick<TransferEntry, 'kind' | 'amount' | 'worth' | 'symbol'>,
  isMasked: boolean
): string {
  return TRANSFER_TEXT[kind](isMasked ? MASK : writtenAmount(amount, worth), tokenName(symbol));
}

/**
 * An amount as people write it, without its sign: rounded to about a cent of its worth, so that 250.49999999 USDC are
 * `250.50`; without a price to eight digits. What would be rounded to nothing is cut instead.
 */
export function writtenAmount(amount: DecimalText, worth: DecimalText | null): string {
  const magnitude = absolute(decimal(amount));
  const price = worth === null ? null : divide(absolute(decimal(worth)), magnitude, 18);
  const digits =
    price === null || isZero(price)
      ? 8 - toText(round(magnitude, 0, 'down')).length
      : 2 + placeOf(multiply(price, SQUARE_ROOT_OF_TEN));
  const rounded = round(magnitude, Math.min(8, Math.max(0, digits)), 'half-up');
  if (isZero(rounded)) return amountText(toText(magnitude));
  const text = groupThousands(toText(rounded));
  return digits === 2 && /\.\d$/.test(text) ? `${text}0` : text;
}

/** From here on a power of ten is nearer to the next one. */
const SQUARE_ROOT_OF_TEN: Decimal = { units: 316n, scale: 2 };

/** The power of ten of the first digit: 0 of 1, 3 of 2,790, −3 of 0.0041. */
function placeOf(value: Decimal): number {
  const [whole = '', fraction = ''] = toText(value).split('.');
  return whole === '0' ? -1 - fraction.search(/[1-9]/) : whole.length - 1;
}
