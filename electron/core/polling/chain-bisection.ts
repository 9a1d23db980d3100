// One bad chain fails a whole request at OKX. The hunt finds it by halving, a few requests a round, and asks no chain twice that answered.

import { blocksOf } from '../../../shared/domain/chunks';
import type { Chains } from '../snapshots/poll-outcome';

/** OKX's own limit for `chains`. */
export const MOST_CHAINS = 50;

export interface Hunt {
  /** Groups still to be asked as they are. */
  readonly open: readonly Chains[];
  /** A group known to hold at least one bad chain; null: none is being halved. */
  readonly suspect: Chains | null;
  /** Left over beside a bad half: nothing is known of them, they are asked together at the end. */
  readonly loose: Chains;
  /** Groups known to hold a bad chain whose half failed for another reason: the next round goes on with one. */
  readonly waiting: readonly Chains[];
  /** Found: OKX does not support these. */
  readonly refused: Chains;
}

export function huntFor(groups: readonly Chains[]): Hunt {
  return { open: groups, suspect: null, loose: [], waiting: [], refused: [] };
}

/** The group to ask now, or null when all is known. */
export function nextGroup({ open, suspect, loose }: Hunt): Chains | null {
  if (suspect) return suspect.slice(0, Math.ceil(suspect.length / 2));
  return open[0] ?? blocksOf(loose, MOST_CHAINS)[0] ?? null;
}

/** Books whether the group of `nextGroup` was answered, or failed as a whole for a chain in it. */
export function told(hunt: Hunt, isAnswered: boolean): Hunt {
  const group = nextGroup(hunt) ?? [];
  if (!hunt.suspect) {
    const rest = without(hunt, group);
    return isAnswered ? rest : narrowed(rest, group);
  }
  const other = hunt.suspect.slice(group.length);
  // One half is well, so the other one is bad, and needs no asking as a whole.
  if (isAnswered) return narrowed({ ...hunt, suspect: null }, other);
  return narrowed({ ...hunt, suspect: null, loose: [...hunt.loose, ...other] }, group);
}

/** Passes over the group of `nextGroup`, which failed for another reason; a hunt in it waits, so that the others have their turn. */
export function skipped(hunt: Hunt): Hunt {
  const { suspect, waiting } = hunt;
  if (suspect) return { ...hunt, suspect: null, waiting: [...waiting, suspect] };
  return without(hunt, nextGroup(hunt) ?? []);
}

/** The group of `nextGroup` taken out of what is to be asked. */
function without(hunt: Hunt, group: Chains): Hunt {
  const isOpen = hunt.open.length > 0;
  return isOpen ? { ...hunt, open: hunt.open.slice(1) } : { ...hunt, loose: hunt.loose.slice(group.length) };
}

function narrowed(hunt: Hunt, bad: Chains): Hunt {
  return bad.length === 1 ? { ...hunt, refused: [...hunt.refused, ...bad] } : { ...hunt, suspect: bad };
}

/** Everything not asked yet: it keeps its last values until the next round. */
export function unasked({ open, suspect, loose }: Hunt): Chains {
  return [...open.flat(), ...(suspect ?? []), ...loose];
}

/** The group that the next round goes on halving; null: none is known to hold a bad chain. */
export function leftOf({ suspect, waiting }: Hunt): Chains | null {
  return suspect ?? waiting[0] ?? null;
}
