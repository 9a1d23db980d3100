// What a new answer takes over from the last one: a price that went unknown stays in use for a day, marked.
import type { Holding } from '../../shared/holding';

const KEEP_PRICE_MS = 24 * 60 * 60_000;

/**
 * The new holdings, each without a price given its last known one for 24 h.
 * `knownAt`: when the previous holdings of a chain were answered, ms. A moment ahead of a clock that was set back counts as now.
 */
export function carryPrices(
  previous: readonly Holding[],
  next: readonly Holding[],
  knownAt: (chainIndex: string) => number,
  now: number
): Holding[] {
  const known = new Map(
    previous.filter(holding => holding.price !== null).map(holding => [holding.id, holding])
  );
  return next.map(holding => {
    const last = known.get(holding.id);
    if (holding.price !== null || !last) return holding;
    const since = Math.min(last.priceKeptSince ?? knownAt(holding.chainIndex), now);
    return now - since > KEEP_PRICE_MS ? holding : { ...holding, price: last.price, priceKeptSince: since };
  });
}
