// Lays out the short number and the line under it in the square of the tray icon.
import { rect } from './rasterizer';
import type { Shape } from './rasterizer';
import { hasDigit, digitShapes, digitWidth, type DigitWeight } from './icon-digits';

interface DigitLayout {
  weight: DigitWeight;
  gapPx: number;
}

interface IconMetrics {
  marginPx: number;
  strokePx: number;
  heightPx: number;
}

/** What is below the number: a line, or room of `footPx` for something else. */
export type NumberFoot = 'solid' | 'dashed' | { readonly footPx: number };

/** The number and the line under it use the same stroke: 1 px at 16 px, 2 at 22, 3 at 32. */
function iconMetricsOf(sizePx: number, foot: NumberFoot): IconMetrics {
  const marginPx = Math.max(1, Math.floor(sizePx / 20));
  const strokePx = Math.max(1, Math.round(sizePx / 11));
  const footPx =
    typeof foot === 'string' ? marginPx + strokePx + Math.max(2, Math.round(sizePx / 8)) : foot.footPx + 1;
  return { marginPx, strokePx, heightPx: sizePx - marginPx - footPx };
}

function widthOf(digits: string[], { weight, gapPx }: DigitLayout): number {
  return digits.reduce((sum, digit) => sum + digitWidth(digit, weight) + gapPx, -gapPx);
}

/** Every layout of one weight whose empty columns, within and between digits, add up to at least one stroke. */
function layoutsOf(strokePx: number, heightPx: number, isTight: boolean): DigitLayout[] {
  const found: DigitLayout[] = [];
  for (let gapPx = Math.max(2, strokePx); gapPx >= 1; gapPx--) {
    for (let widthPx = Math.max(4, 3 * strokePx); widthPx > 2 * strokePx; widthPx--) {
      const isOpen = gapPx + widthPx - 2 * strokePx >= strokePx;
      if (isOpen) found.push({ weight: { strokePx, widthPx, heightPx, isTight }, gapPx });
    }
  }
  return found;
}

/** The best layout that fits: it has the widest smallest gap, then the widest line, then the widest digits. */
function mostReadable(digits: string[], sizePx: number, layouts: DigitLayout[]): DigitLayout | undefined {
  const narrowestGapPx = ({ weight, gapPx }: DigitLayout): number =>
    Math.min(gapPx, weight.widthPx - 2 * weight.strokePx);
  const fitting = layouts.filter(layout => widthOf(digits, layout) <= sizePx);
  fitting.sort(
    (a, b) =>
      narrowestGapPx(b) - narrowestGapPx(a) ||
      widthOf(digits, b) - widthOf(digits, a) ||
      b.weight.widthPx - a.weight.widthPx
  );
  return fitting[0];
}

/** The heaviest layout that fits; a tight weight is preferred to a lighter one. */
function layoutFor(digits: string[], sizePx: number, metrics: IconMetrics): DigitLayout | undefined {
  // Every digit is measured as wide as a 0, so that the weight does not change from 1.9M to 2.0M.
  const widest = digits.map(digit => (digit === '1' ? '0' : digit));
  for (let strokePx = metrics.strokePx; strokePx >= 1; strokePx--) {
    for (const isTight of [false, true]) {
      const layout = mostReadable(widest, sizePx, layoutsOf(strokePx, metrics.heightPx, isTight));
      if (layout) return layout;
    }
  }
  return undefined;
}

/** Solid: one bar. Dashed: four dashes with gaps of an even width, so that they are centred. */
function underline(sizePx: number, metrics: IconMetrics, isDashed: boolean): Shape[] {
  const spanPx = sizePx - 2 * metrics.marginPx;
  const top = sizePx - metrics.marginPx - metrics.strokePx;
  if (!isDashed) return [rect(metrics.marginPx, top, spanPx, metrics.strokePx)];
  const gapPx = Math.max(2, 2 * Math.floor(spanPx / 14));
  const dashPx = Math.floor((spanPx - 3 * gapPx) / 4);
  const left = Math.floor((sizePx - 4 * dashPx - 3 * gapPx) / 2);
  return [0, 1, 2, 3].map(index => rect(left + index * (dashPx + gapPx), top, dashPx, metrics.strokePx));
}

/** Shapes of the number and of the line under it, or undefined if the text does not fit at this size. */
export function numberShapes(text: string, sizePx: number, foot: NumberFoot): Shape[] | undefined {
  const digits = [...text];
  if (digits.length === 0 || !digits.every(hasDigit)) return undefined;
  const metrics = iconMetricsOf(sizePx, foot);
  const layout = layoutFor(digits, sizePx, metrics);
  if (!layout) return undefined;
  let left = Math.floor((sizePx - widthOf(digits, layout)) / 2);
  const shapes = typeof foot === 'string' ? underline(sizePx, metrics, foot === 'dashed') : [];
  for (const digit of digits) {
    shapes.push(...digitShapes(digit, layout.weight, left, metrics.marginPx));
    left += digitWidth(digit, layout.weight) + layout.gapPx;
  }
  return shapes;
}
