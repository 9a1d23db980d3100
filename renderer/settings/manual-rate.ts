// Validates the rate of a currency that a person types in.
import { parseDecimal, type DecimalText } from '../../shared/domain/decimal';
import { SECOND_CURRENCY_TEXT } from '../text/settings';

/** The rate as it is stored, or a sentence about what is wrong with it. */
export function validateRate(code: string, typed: string): { code: string; perUsd: DecimalText } | string {
  if (!/^[A-Z]{3}$/.test(code)) return SECOND_CURRENCY_TEXT.codeWrong;
  const rate = typed.trim();
  const value = /^\d{1,12}(\.\d{1,12})?$/.test(rate) ? parseDecimal(rate) : null;
  return value && value.units > 0n ? { code, perUsd: rate } : SECOND_CURRENCY_TEXT.rateWrong;
}
