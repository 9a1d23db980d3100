// What a new answer takes over from the last one: a price that went unknown stays in use for a day, marked.
import type { Holding } from '../../shared/holding';

const KEEP_PRICE_MS = 24 * 60 * 60_000;

/**
 * The new holdings, each without a price given its last known one for 24 h.
 * `lastKnownAt`: when the previous holdings were answered, ms.
 */
export function carryPrices(
  previous: readonly Holding[],
  next: readonly Holding[],
  lastKnownAt: number,
  now: number
): Holding[] {
  const known = new Map(
    previous.filter(holding => holding.price !== null).map(holding => [holding.id, holding])
  );
  return next.map(holding => {
    const last = known.get(holding.id);
    if (holding.price !== null || !last) return holding;
    const since = last.priceKeptSince ?? lastKnownAt;
    return now - since > KEEP_PRICE_MS ? holding : { ...holding, price: last.price, priceKeptSince: since };
  });
}
