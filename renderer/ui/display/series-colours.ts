// Assigns series colours to chains, tokens and wallets, and keeps them stable between polls.

/** 1 to 6 are colours with a meaning, 7 is "others". */
export type Slot = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const COLOURS = 6;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a, 32 bit, over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/**
 * The first six of `largestFirst` get a slot of their own. A key keeps its slot as long as it is among the first six;
 * new keys get the free slots.
 */
export function nextSlots(
  before: ReadonlyMap<string, Slot>,
  largestFirst: readonly string[]
): Map<string, Slot> {
  const first = largestFirst.slice(0, COLOURS);
  const next = new Map<string, Slot>();
  for (const key of first) {
    const previousSlot = before.get(key);
    if (previousSlot) next.set(key, previousSlot);
  }
  const taken = new Set(next.values());
  const free = ([1, 2, 3, 4, 5, 6] as const).filter(slot => !taken.has(slot));
  for (const key of first) if (!next.has(key)) next.set(key, free.shift() ?? 7);
  return next;
}

/**
 * The slot of any key. Outside the first six it is that of "others", so that no two share a colour by accident; with an
 * identity, as tokens have, one of the six.
 */
export function slotOf(slots: ReadonlyMap<string, Slot>, key: string, identity?: string): Slot {
  return slots.get(key) ?? (identity === undefined ? 7 : (((fnv1a(identity) % COLOURS) + 1) as Slot));
}
