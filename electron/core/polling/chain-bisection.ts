// Chain bisection: finds the unsupported chain in a failed request by halving the group of chains.
// A few requests a round; a chain that was answered is not polled twice.

import { chunksOf } from '../../../shared/domain/chunks';
import type { Chains } from '../snapshots/poll-outcome';

/** OKX's own limit for `chains`. */
export const MAX_CHAINS_PER_REQUEST = 50;

export interface ChainBisection {
  /** Groups still to be asked as they are. */
  readonly open: readonly Chains[];
  /** A group known to hold at least one bad chain; null: none is being halved. */
  readonly failingGroup: Chains | null;
  /** Left over beside a bad half: nothing is known of them, they are asked together at the end. */
  readonly unknownGroup: Chains;
  /** Groups known to hold a bad chain whose half failed for another reason: the next round goes on with one. */
  readonly waiting: readonly Chains[];
  /** Found: OKX does not support these. */
  readonly refused: Chains;
}

export function bisectionFor(groups: readonly Chains[]): ChainBisection {
  return { open: groups, failingGroup: null, unknownGroup: [], waiting: [], refused: [] };
}

/** The group to ask now, or null when all is known. */
export function nextGroup({ open, failingGroup, unknownGroup }: ChainBisection): Chains | null {
  if (failingGroup) return failingGroup.slice(0, Math.ceil(failingGroup.length / 2));
  return open[0] ?? chunksOf(unknownGroup, MAX_CHAINS_PER_REQUEST)[0] ?? null;
}

/** Books whether the group of `nextGroup` was answered, or failed as a whole for a chain in it. */
export function answered(bisection: ChainBisection, isAnswered: boolean): ChainBisection {
  const group = nextGroup(bisection) ?? [];
  if (!bisection.failingGroup) {
    const rest = withoutGroup(bisection, group);
    return isAnswered ? rest : narrowed(rest, group);
  }
  const other = bisection.failingGroup.slice(group.length);
  // One half is well, so the other one is bad, and needs no asking as a whole.
  if (isAnswered) return narrowed({ ...bisection, failingGroup: null }, other);
  return narrowed(
    { ...bisection, failingGroup: null, unknownGroup: [...bisection.unknownGroup, ...other] },
    group
  );
}

/** Passes over the group of `nextGroup`, which failed for another reason; a hunt in it waits, so that the others have their turn. */
export function skipped(bisection: ChainBisection): ChainBisection {
  const { failingGroup, waiting } = bisection;
  if (failingGroup) return { ...bisection, failingGroup: null, waiting: [...waiting, failingGroup] };
  return withoutGroup(bisection, nextGroup(bisection) ?? []);
}

/** The group of `nextGroup` taken out of what is to be asked. */
function withoutGroup(bisection: ChainBisection, group: Chains): ChainBisection {
  const isOpen = bisection.open.length > 0;
  return isOpen
    ? { ...bisection, open: bisection.open.slice(1) }
    : { ...bisection, unknownGroup: bisection.unknownGroup.slice(group.length) };
}

function narrowed(bisection: ChainBisection, bad: Chains): ChainBisection {
  return bad.length === 1
    ? { ...bisection, refused: [...bisection.refused, ...bad] }
    : { ...bisection, failingGroup: bad };
}

/** Everything not asked yet: it keeps its last values until the next round. */
export function unpolledChains({ open, failingGroup, unknownGroup }: ChainBisection): Chains {
  return [...open.flat(), ...(failingGroup ?? []), ...unknownGroup];
}

/** The group that the next round goes on halving; null: none is known to hold a bad chain. */
export function remainingOf({ failingGroup, waiting }: ChainBisection): Chains | null {
  return failingGroup ?? waiting[0] ?? null;
}
