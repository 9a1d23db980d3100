// Computes the row that a key moves to in a list: arrows, page keys, Home and End.

/** The index to move to, within the list; null when the key is not for the list. `page`: number of visible rows. */
export function stepTo(key: string, index: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity
  };
  const by = steps[key];
  return by === undefined ? null : Math.min(Math.max(0, index + by), count - 1);
}
