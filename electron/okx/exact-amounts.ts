// Derives a token's decimals from the two forms in which OKX gives an amount: raw units, and the amount rounded.
import { parseDecimal, toText, type DecimalText } from '../../shared/domain/decimal';
import { ROUNDED_DIGITS } from '../../shared/holdings/rounded-amounts';

/** No token has more; 2 ** 256 has 78 digits. */
const MOST_DECIMALS = 77;
const RAW = /^[1-9]\d{0,77}$/;

/**
 * The one number of decimals with which the raw units, rounded to 17 digits, are the balance; null when none fits, or
 * several do, as with zero. OKX sends "0" as raw units for tokens whose units it does not know.
 */
export function decimalsOf(balance: DecimalText, rawBalance: string): number | null {
  const amount = RAW.test(rawBalance) ? parseDecimal(balance) : null;
  if (!amount || amount.units <= 0n) return null;
  const given = significant(amount.units);
  const exponent = given.zeros - amount.scale;
  const fits = roundings(BigInt(rawBalance)).find(({ digits }) => digits === given.digits);
  const decimals = fits && fits.zeros - exponent;
  return decimals !== undefined && decimals >= 0 && decimals <= MOST_DECIMALS ? decimals : null;
}

/** The amount of the raw units, exact. */
export function exactAmount(rawBalance: string, decimals: number): DecimalText {
  return toText({ units: BigInt(rawBalance), scale: decimals });
}

interface Significant {
  /** The digits without zeros at the end. */
  readonly digits: string;
  /** The power of ten that they are multiplied by. */
  readonly zeros: number;
}

function significant(units: bigint): Significant {
  const text = String(units);
  const digits = text.replace(/0+$/, '');
  return { digits, zeros: text.length - digits.length };
}

/** The units rounded, up and down where they lie exactly between. */
function roundings(units: bigint): Significant[] {
  const extra = String(units).length - ROUNDED_DIGITS;
  if (extra <= 0) return [significant(units)];
  const step = 10n ** BigInt(extra);
  const [whole, rest] = [units / step, 2n * (units % step)];
  const rounded = rest < step ? [whole] : rest > step ? [whole + 1n] : [whole, whole + 1n];
  return rounded.map(significant).map(({ digits, zeros }) => ({ digits, zeros: zeros + extra }));
}
