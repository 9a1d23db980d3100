// Finds the former holding of an id. Replies keep their order, so the place after the last one found is looked at first.
import type { Holding } from '../../../shared/schema/holding';

/** Gives the place in `previous`, -1 when it is not there. A map is made only when the order was left. */
export function placeFinder(previous: readonly Holding[]): (id: string) => number {
  let expected = 0;
  let places: Map<string, number> | null = null;
  return id => {
    if (previous[expected]?.id === id) return expected++;
    places ??= new Map(previous.map((holding, place) => [holding.id, place]));
    const place = places.get(id) ?? -1;
    if (place >= 0) expected = place + 1;
    return place;
  };
}
