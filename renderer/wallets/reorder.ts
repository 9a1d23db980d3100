// The order of a list after one of its members moved by one place.

/** Null when it stands at that end already. */
export function reordered(ids: readonly string[], place: number, by: -1 | 1): string[] | null {
  const id = ids[place];
  const to = place + by;
  if (id === undefined || to < 0 || to >= ids.length) return null;
  const others = ids.filter((_, i) => i !== place);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
