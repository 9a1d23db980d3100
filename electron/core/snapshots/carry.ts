// What a new answer takes over from the last one: what did not change, and for a day a price that went unknown, marked.
import { DAY_MS } from '../../../shared/domain/durations';
import type { Holding } from '../../../shared/schema/holding';
import { placeFinder } from './finder';

const KEEP_PRICE_MS = DAY_MS;

/**
 * The new holdings, each without a price given its last known one for 24 h. One in which nothing differs is the very
 * object of before, so that whoever comes later sees at a glance that there is nothing to do.
 * `knownAt`: when the previous holdings of a chain were answered, ms. A moment ahead of a clock that was set back counts as now.
 */
export function carryPrices(
  previous: readonly Holding[],
  next: readonly Holding[],
  knownAt: (chainIndex: string) => number,
  now: number
): Holding[] {
  const placeOf = placeFinder(previous);
  return next.map(holding => {
    const last = previous[placeOf(holding.id)];
    if (!last) return holding;
    if (isSame(last, holding)) return last;
    if (holding.price !== null || last.price === null) return holding;
    const since = Math.min(last.priceKeptSince ?? knownAt(holding.chainIndex), now);
    return now - since > KEEP_PRICE_MS ? holding : { ...holding, price: last.price, priceKeptSince: since };
  });
}

/** The id stands for wallet, chain, address and token. What is marked on one side only is not the same. */
function isSame(last: Holding, next: Holding): boolean {
  return (
    last.balance === next.balance &&
    last.price === next.price &&
    last.symbol === next.symbol &&
    last.kind === next.kind &&
    last.isRisky === next.isRisky &&
    last.isDuplicate === next.isDuplicate &&
    last.priceKeptSince === next.priceKeptSince &&
    !last.isUnverified &&
    !last.doubt
  );
}
