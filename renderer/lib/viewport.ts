// Which rows of a long list are drawn: those on the screen and some around them, so that thousands stay quick.

export interface Slice {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** Drawn above and below the screen: about two screens of scrolling at once show no gap. */
const MARGIN_PX = 600;

/** `tops[i]` is where row i begins; the last entry is the height of the whole list. */
export function topsOf(items: readonly { heightPx: number }[]): number[] {
  const tops = [0];
  for (const { heightPx } of items) tops.push((tops.at(-1) ?? 0) + heightPx);
  return tops;
}

/** The last index whose top is at or above `px`. */
function indexAt(tops: readonly number[], px: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is drawn while the pixels `fromPx` to `toPx` of the list can be seen. */
export function sliceOf(tops: readonly number[], fromPx: number, toPx: number): Slice {
  const count = tops.length - 1;
  const height = tops.at(-1) ?? 0;
  const first = Math.min(count, indexAt(tops, Math.max(0, fromPx - MARGIN_PX)));
  const end = Math.min(count, indexAt(tops, Math.max(0, toPx + MARGIN_PX)) + 1);
  return { first, end, abovePx: tops[first] ?? 0, belowPx: height - (tops[end] ?? height) };
}
