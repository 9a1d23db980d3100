// Lists cut to what the service takes at once.

/** The fewest blocks that the limit allows, as equal as can be: 51 are 26 and 25, not 50 and 1. */
export function blocksOf<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  const startOf = (block: number) => Math.ceil((block * items.length) / count);
  return Array.from({ length: count }, (_, block) => items.slice(startOf(block), startOf(block + 1)));
}
