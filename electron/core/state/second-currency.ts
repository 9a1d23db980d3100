// Second currency: the rate of one US dollar in the chosen currency, and when it was read.
// A rate is never invented: without one there is no second currency.
import { decimal, divide, isZero, round, toText, type DecimalText } from '../../../shared/domain/decimal';
import type { Choices } from '../../../shared/schema/settings';
import type { SecondCurrency } from '../../../shared/schema/app-state';

/** The currencies for which OKX gives a rate or a price. */
export type RatedCode = Exclude<Choices['secondCurrency'], 'none' | 'manual'>;

export interface Rate {
  readonly perUsd: DecimalText;
  /** By this computer's clock, ms. */
  readonly takenAt: number;
}

export interface RateAttempt {
  /** The last rate that was read, however long ago; null: none was read yet. */
  readonly rate: Rate | null;
  /** When the last attempt began, successful or not, ms. */
  readonly triedAt: number;
  /** What the last readings said, far from the rate: believed once enough of them agree. */
  readonly leap?: { readonly perUsd: DecimalText; readonly readings: number };
}

export type Rates = Readonly<Partial<Record<RatedCode, RateAttempt>>>;

/** Null when no rate has to be requested. */
export function ratedCodeOf({ secondCurrency }: Choices): RatedCode | null {
  return secondCurrency === 'none' || secondCurrency === 'manual' ? null : secondCurrency;
}

/** Null while the second currency is off, or no rate is known. */
export function secondCurrencyOf(choices: Choices, rates: Rates): SecondCurrency | null {
  const code = ratedCodeOf(choices);
  if (code) {
    const rate = rates[code]?.rate;
    return rate ? { code, ...rate, isManual: false } : null;
  }
  const { manualRate } = choices;
  if (choices.secondCurrency === 'none' || !manualRate || isZero(decimal(manualRate.perUsd))) return null;
  return { code: manualRate.code, perUsd: manualRate.perUsd, takenAt: manualRate.at, isManual: true };
}

const DIGITS = 12;

/** How much of a coin one dollar buys: 12 significant digits or one more, rounded half up. `price`: USD, above zero. */
export function perUsdAt(price: DecimalText): DecimalText {
  const exact = decimal(price);
  const whole = toText(round(exact, 0, 'down')).length;
  const perUsd = divide({ units: 1n, scale: 0 }, exact, whole + DIGITS - 1);
  if (!perUsd) throw new RangeError('a price of zero is no price');
  return toText(perUsd);
}
