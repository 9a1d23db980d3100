// One bad chain fails a whole request at OKX. The hunt finds it by halving, a few requests a round, and asks no chain twice that answered.

export type Chains = readonly string[];

export interface Hunt {
  /** Groups still to be asked as they are. */
  readonly open: readonly Chains[];
  /** A group known to hold at least one bad chain; null: none is being halved. */
  readonly suspect: Chains | null;
  /** Left over beside a bad half: nothing is known of them, they are asked together at the end. */
  readonly loose: Chains;
  /** Found: OKX does not support these. */
  readonly refused: Chains;
}

export function huntFor(groups: readonly Chains[]): Hunt {
  return { open: groups, suspect: null, loose: [], refused: [] };
}

/** The group to ask now, or null when all is known. */
export function nextGroup({ open, suspect, loose }: Hunt): Chains | null {
  if (suspect) return suspect.slice(0, Math.ceil(suspect.length / 2));
  return open[0] ?? (loose.length > 0 ? loose : null);
}

/** Books whether the group of `nextGroup` was answered, or failed as a whole for a chain in it. */
export function told(hunt: Hunt, isAnswered: boolean): Hunt {
  const group = nextGroup(hunt) ?? [];
  if (!hunt.suspect) {
    const isOpen = hunt.open.length > 0;
    const rest = { ...hunt, open: hunt.open.slice(1), loose: isOpen ? hunt.loose : [] };
    return isAnswered ? rest : narrowed(rest, group);
  }
  const other = hunt.suspect.slice(group.length);
  // One half is well, so the other one is bad, and needs no asking as a whole.
  if (isAnswered) return narrowed({ ...hunt, suspect: null }, other);
  return narrowed({ ...hunt, suspect: null, loose: [...hunt.loose, ...other] }, group);
}

/** Passes over the group of `nextGroup`, which failed for another reason: it is booked as not answered. */
export function skipped(hunt: Hunt): Hunt {
  if (hunt.suspect) return hunt;
  return hunt.open.length > 0 ? { ...hunt, open: hunt.open.slice(1) } : { ...hunt, loose: [] };
}

function narrowed(hunt: Hunt, bad: Chains): Hunt {
  return bad.length === 1 ? { ...hunt, refused: [...hunt.refused, ...bad] } : { ...hunt, suspect: bad };
}

/** Everything not answered yet: it keeps its last values, and the next round goes on here. */
export function unasked({ open, suspect, loose }: Hunt): Chains {
  return [...open.flat(), ...(suspect ?? []), ...loose];
}
