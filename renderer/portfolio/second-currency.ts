// Makes the text of the total in the second currency.
import type { DecimalText } from '../../shared/domain/decimal';
import type { SecondCurrency } from '../../shared/schema/app-state';
import { MASK } from '../../shared/text/money';
import { secondAmount } from '../../shared/text/second-currency';
import { durationText } from '../../shared/text/time';
import { RATE_TEXT } from '../text/overview';

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
  return `≈ ${amount} ${code} · ${(isManual ? RATE_TEXT.ownRateAge : RATE_TEXT.rateAge)(age)}`;
}
