// Day-old prices: what each token cost a day before a moment, from the stored past prices.
import type { DecimalText } from '../../../shared/domain/decimal';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/durations';
import type { StoredPastPrices } from '../ports/past-prices';
import { believedPoints, priceAt, seriesOf } from './series';

/** A price that is older is not that of the moment: there is a hole. */
const WITHIN_MS = 2 * HOUR_MS;

/** By `chainIndex/token`; without those that have a hole there. */
export function dayOldPrices(
  stored: readonly StoredPastPrices[],
  now: number
): ReadonlyMap<string, DecimalText> {
  const prices = new Map<string, DecimalText>();
  for (const { tokens } of stored)
    for (const [token, { hours }] of Object.entries(tokens)) {
      const points = seriesOf(hours);
      const index = points.findLastIndex(({ at }) => at <= now - DAY_MS);
      // What is around it is enough to judge it, and the whole series would take its time.
      const around = points.slice(Math.max(0, index - 3), index + 2);
      const price = priceAt(believedPoints(around), now - DAY_MS, WITHIN_MS);
      if (price !== null) prices.set(token, price);
    }
  return prices;
}
