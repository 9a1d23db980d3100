// Paths of the lines beside the recorded one: where each is drawn, and where its name and its pointed value stand.
import type { ChartLine, LineKind } from '../../../shared/ipc/history-calls';
import { LABEL_PX, type ChartLayout } from '../chart-layout';

/** Each kind has its own look, so that none is taken for what was recorded. */
export const LINE_STYLES: Readonly<Record<LineKind, { dash: string; widthPx: number }>> = {
  'past-prices': { dash: '5 4', widthPx: 1.25 }
};

type LinePoint = ChartLine['points'][number];

export interface LinePath {
  readonly kind: LineKind;
  /** Of an SVG path; a gap begins a new part. */
  readonly path: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly point: LinePoint }[];
}

export function linePathsOf(lines: readonly ChartLine[], layout: ChartLayout): LinePath[] {
  return lines.map(({ kind, points }) => {
    const plotted = points.map(point => ({ ...layout.placeOf(point), point }));
    const parts = plotted.map(
      ({ x, y, point }, i) => `${i === 0 || point.isAfterGap ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
    );
    return { kind, path: parts.join(''), points: plotted };
  });
}

export function pointedOf({ points }: LinePath, x: number): LinePath['points'][number] | null {
  return points.reduce<LinePath['points'][number] | null>(
    (best, one) => (best && Math.abs(best.x - x) <= Math.abs(one.x - x) ? best : one),
    null
  );
}

const NAME_TOP_PX = 19;
const NAME_BELOW_PX = 5;

/** The name stands at the left, above or below the line, whichever is free there; null: there is no room. */
export function namePlaceOf(
  { points }: LinePath,
  text: string,
  layout: ChartLayout
): { readonly x: number; readonly y: number } | null {
  // Chinese signs are about twice as wide.
  const widthPx = [...text].reduce((all, sign) => all + (sign > '\u2E80' ? 2 : 1) * LABEL_PX, 0);
  const first = points[0];
  const x = Math.max(2, first?.x ?? 2);
  if (!first || x + widthPx > layout.widthPx) return null;
  const under = points.filter(one => one.x <= x + widthPx).map(one => one.y);
  const isFreeAbove = Math.min(...under) > NAME_TOP_PX + NAME_BELOW_PX;
  return { x, y: isFreeAbove ? NAME_TOP_PX : layout.bottomPx - NAME_BELOW_PX };
}
