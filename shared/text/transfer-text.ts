// Makes the title of a transfer, in both languages; it is apart because the history chart has it before any notification.
import { localized } from '../domain/language';
import type { Entry } from '../schema/activity';
import { amountText, MASK, MINUS } from './money';
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

/** `Received 250 USDC`. */
export function transferTitle({ kind, amount, symbol }: TransferEntry, isMasked: boolean): string {
  return TRANSFER_TEXT[kind](isMasked ? MASK : amountText(amount).replace(MINUS, ''), tokenName(symbol));
}
