// Makes the text of the total in the second currency, and validates a manual rate.
import { parseDecimal, type DecimalText } from '../../shared/domain/decimal';
import type { SecondCurrency } from '../../shared/schema/app-state';
import { MASK } from '../../shared/text/money';
import { secondAmount } from '../../shared/text/second-currency';
import { durationText } from '../../shared/text/time';
import { SECOND_CURRENCY_TEXT } from '../text/overview';

/** "≈ 0.4362 BTC · rate 2 min old"; the amount is masked while balances are hidden, the age is not. */
export function secondCurrencyText(
  total: DecimalText,
  secondCurrency: SecondCurrency,
  isHidden: boolean,
  now: number
): string {
  const { code, takenAt, isManual } = secondCurrency;
  const amount = isHidden ? MASK : secondAmount(total, secondCurrency);
  const age = durationText(now - takenAt);
  return `≈ ${amount} ${code} · ${(isManual ? SECOND_CURRENCY_TEXT.ownRateAge : SECOND_CURRENCY_TEXT.rateAge)(age)}`;
}

/** The rate as it is stored, or a sentence about what is wrong with it. */
export function validateRate(code: string, typed: string): { code: string; perUsd: DecimalText } | string {
  if (!/^[A-Z]{3}$/.test(code)) return SECOND_CURRENCY_TEXT.codeWrong;
  const rate = typed.trim();
  const value = /^\d{1,12}(\.\d{1,12})?$/.test(rate) ? parseDecimal(rate) : null;
  return value && value.units > 0n ? { code, perUsd: rate } : SECOND_CURRENCY_TEXT.rateWrong;
}
