// Chain bisection: finds the unsupported chain in a failed request by halving the group of chains.
// A few requests a round; a chain that was answered is not polled twice.

import { chunksOf } from '../../../shared/domain/chunks';
import type { ChainIndexes } from '../snapshots/poll-outcome';

/** OKX's own limit for `chains`. */
export const MAX_CHAINS_PER_REQUEST = 50;

export interface ChainBisection {
  /** Groups that are still to be polled as they are. */
  readonly open: readonly ChainIndexes[];
  /** A group known to contain at least one unsupported chain; null: no group is being halved. */
  readonly failingGroup: ChainIndexes | null;
  /** The other halves of failing groups: nothing is known of these chains, so they are polled together at the end. */
  readonly unknownGroup: ChainIndexes;
  /** Failing groups of which one half failed for another reason: the next round continues with one of them. */
  readonly waiting: readonly ChainIndexes[];
  /** The chains found so far that OKX does not support. */
  readonly refused: ChainIndexes;
}

export function bisectionFor(groups: readonly ChainIndexes[]): ChainBisection {
  return { open: groups, failingGroup: null, unknownGroup: [], waiting: [], refused: [] };
}

/** The group to poll now, or null when all chains are known. */
export function nextGroup({ open, failingGroup, unknownGroup }: ChainBisection): ChainIndexes | null {
  if (failingGroup) return failingGroup.slice(0, Math.ceil(failingGroup.length / 2));
  return open[0] ?? chunksOf(unknownGroup, MAX_CHAINS_PER_REQUEST)[0] ?? null;
}

/** Records whether the group of `nextGroup` was answered, or failed as a whole because of a chain in it. */
export function answered(bisection: ChainBisection, isAnswered: boolean): ChainBisection {
  const group = nextGroup(bisection) ?? [];
  if (!bisection.failingGroup) {
    const rest = withoutGroup(bisection, group);
    return isAnswered ? rest : narrowed(rest, group);
  }
  const other = bisection.failingGroup.slice(group.length);
  // One half was answered, so the other half is failing and need not be polled as a whole.
  if (isAnswered) return narrowed({ ...bisection, failingGroup: null }, other);
  return narrowed(
    { ...bisection, failingGroup: null, unknownGroup: [...bisection.unknownGroup, ...other] },
    group
  );
}

/**
 * Skips the group of `nextGroup`, which failed for another reason. A failing group then waits for the next round, so
 * that the other groups are polled in this one.
 */
export function skipped(bisection: ChainBisection): ChainBisection {
  const { failingGroup, waiting } = bisection;
  if (failingGroup) return { ...bisection, failingGroup: null, waiting: [...waiting, failingGroup] };
  return withoutGroup(bisection, nextGroup(bisection) ?? []);
}

/** Removes the group of `nextGroup` from the groups that are to be polled. */
function withoutGroup(bisection: ChainBisection, group: ChainIndexes): ChainBisection {
  const isOpen = bisection.open.length > 0;
  return isOpen
    ? { ...bisection, open: bisection.open.slice(1) }
    : { ...bisection, unknownGroup: bisection.unknownGroup.slice(group.length) };
}

function narrowed(bisection: ChainBisection, bad: ChainIndexes): ChainBisection {
  return bad.length === 1
    ? { ...bisection, refused: [...bisection.refused, ...bad] }
    : { ...bisection, failingGroup: bad };
}

/** All chains that were not polled yet: they keep their last values until the next round. */
export function unpolledChains({ open, failingGroup, unknownGroup }: ChainBisection): ChainIndexes {
  return [...open.flat(), ...(failingGroup ?? []), ...unknownGroup];
}

/** The failing group that the next round continues to halve; null: there is no failing group. */
export function remainingOf({ failingGroup, waiting }: ChainBisection): ChainIndexes | null {
  return failingGroup ?? waiting[0] ?? null;
}
