// Splits a list into chunks of nearly equal size, none larger than the service accepts.

/** The fewest chunks that the limit allows, of nearly equal size: 51 become 26 and 25, not 50 and 1. */
export function chunksOf<Item>(items: readonly Item[], maxSize: number): Item[][] {
  const count = Math.ceil(items.length / maxSize);
  const startOfChunk = (chunk: number) => Math.ceil((chunk * items.length) / count);
  return Array.from({ length: count }, (_, chunk) =>
    items.slice(startOfChunk(chunk), startOfChunk(chunk + 1))
  );
}
