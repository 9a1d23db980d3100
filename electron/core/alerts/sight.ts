// A watched move of a price or a total: where it stands, and the entry that tells of it as it is at this moment.
import type { Happening } from './alert-event';
import type { Stand } from './thresholds';

export interface Sight {
  /** Under which the memory has its mark. */
  readonly key: string;
  readonly stand: Stand;
  readonly happening: Happening;
}

export interface Watched<Kept> {
  readonly marks: Record<string, Kept>;
  /** Without those that are below their thresholds. */
  readonly sights: readonly Sight[];
}

/** The entries of this round: what crossed just now. */
export function crossings(sights: readonly Sight[]): Happening[] {
  return sights.filter(({ stand }) => stand === 'crossed').map(({ happening }) => happening);
}
