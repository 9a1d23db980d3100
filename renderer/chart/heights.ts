// The one place where money becomes a float: how high a value stands between the lowest and the highest, for pixels only.
import { decimal, round, type DecimalText } from '../../shared/domain/decimal';

/** Chart money: hundredths of a cent, which is finer than any pixel. */
export const CHART_SCALE = 4;
/** Finer than any screen. */
const PARTS = 1_000_000n;

/** Exact text in whole chart units. */
export function chartUnits(total: DecimalText): bigint {
  const { units, scale } = round(decimal(total), CHART_SCALE, 'half-up');
  return units * 10n ** BigInt(CHART_SCALE - scale);
}

/**
 * 0 at `low`, 1 at `high`, beyond both outside; one half where nothing moved. The difference is taken before it becomes a
 * float, so that cents tell in a total larger than a float can hold.
 */
export function heightOf(units: bigint, low: bigint, high: bigint): number {
  return high === low ? 0.5 : Number(((units - low) * PARTS) / (high - low)) / Number(PARTS);
}
