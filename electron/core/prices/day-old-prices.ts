// Old prices: what tokens cost a day or a week before a moment, from the stored past prices.
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
      const price = priceIn(hours, now - DAY_MS);
      if (price !== null) prices.set(token, price);
    }
  return prices;
}

/** Null: nothing is known of the token, or there is a hole. The hours reach back eight days. */
export function oldPriceOf(
  token: string,
  stored: readonly StoredPastPrices[],
  at: number
): DecimalText | null {
  for (const { tokens } of stored) {
    const past = tokens[token];
    const price = past ? priceIn(past.hours, at) : null;
    if (price !== null) return price;
  }
  return null;
}

function priceIn(hours: string, at: number): DecimalText | null {
  const points = seriesOf(hours);
  const index = points.findLastIndex(point => point.at <= at);
  // What is around it is enough to judge it, and the whole series would take its time.
  const around = points.slice(Math.max(0, index - 3), index + 2);
  return priceAt(believedPoints(around), at, WITHIN_MS);
}
