// Moves the labels of a chart away from its line and its transfer markers.
import { LABEL_PX, type ChartLayout, type ValueLabel } from './chart-layout';
import type { TransferMarker } from './transfer-markers';

const LABEL_HEIGHT_PX = 11;
const CLEAR_PX = 8;

interface Span {
  readonly left: number;
  readonly right: number;
}

export function spanOf({ x, text, anchor }: ValueLabel): Span {
  const width = text.length * LABEL_PX;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width };
}

/** A marker crosses what stands between its ring and the end of its stem. */
function crossing({ x, y }: TransferMarker, { left, right }: Span, labelY: number): boolean {
  return x > left - CLEAR_PX && x < right + CLEAR_PX && labelY > y - CLEAR_PX;
}

/** The labels of the lowest and the highest value, each beside the markers that would cross it. */
export function clearOfMarkers(
  { valueLabels, widthPx }: ChartLayout,
  markers: readonly TransferMarker[]
): ValueLabel[] {
  return valueLabels.map(label => {
    const isCrossed = (one: ValueLabel) => markers.some(marker => crossing(marker, spanOf(one), label.y));
    if (!isCrossed(label)) return label;
    const others = markers.flatMap(({ x }): ValueLabel[] => [
      { ...label, x: x - CLEAR_PX - 1, anchor: 'end' },
      { ...label, x: x + CLEAR_PX + 1, anchor: 'start' }
    ]);
    const fitting = others.filter(
      one => spanOf(one).left >= 0 && spanOf(one).right <= widthPx && !isCrossed(one)
    );
    const distance = ({ left, right }: Span) => Math.abs((left + right) / 2 - label.x);
    return fitting.sort((a, b) => distance(spanOf(a)) - distance(spanOf(b)))[0] ?? label;
  });
}

/**
 * Height of the last of some lines of text beside a marker: at the bottom of the plot, or at its top where the line of
 * the chart would be printed over at the bottom.
 */
export function linesBottomPx(
  { plottedPoints, bottomPx }: Pick<ChartLayout, 'plottedPoints' | 'bottomPx'>,
  { left, right }: Span,
  heightPx: number
): number {
  const heights = plottedPoints.filter(({ x }) => x >= left && x <= right).map(({ y }) => y);
  const bottom = bottomPx - 6;
  const isFree = (from: number, until: number) => !heights.some(y => y > from && y < until);
  const top = heightPx + LABEL_HEIGHT_PX;
  const isTopBetter = !isFree(bottom - heightPx, bottomPx) && isFree(0, top + 2);
  return isTopBetter ? top : bottom;
}
