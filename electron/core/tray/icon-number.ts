// Lays the short number and its rule out in the square of the icon.
import { rect } from './rasterizer';
import type { Shape } from './rasterizer';
import { hasSign, signShapes, signWidth, type Cut } from './icon-digits';

interface Setting {
  cut: Cut;
  gapPx: number;
}

interface Frame {
  marginPx: number;
  strokePx: number;
  heightPx: number;
}

/** Number and rule share the full stroke: 1 at 16 px, 2 at 22, 3 at 32. */
function frameOf(sizePx: number): Frame {
  const marginPx = Math.max(1, Math.floor(sizePx / 20));
  const strokePx = Math.max(1, Math.round(sizePx / 11));
  const heightPx = sizePx - 2 * marginPx - strokePx - Math.max(2, Math.round(sizePx / 8));
  return { marginPx, strokePx, heightPx };
}

function widthOf(signs: string[], { cut, gapPx }: Setting): number {
  return signs.reduce((sum, sign) => sum + signWidth(sign, cut) + gapPx, -gapPx);
}

/** Every setting of one weight whose whites, within and between digits, together are at least a stroke. */
function settingsOf(strokePx: number, heightPx: number, isTight: boolean): Setting[] {
  const found: Setting[] = [];
  for (let gapPx = Math.max(2, strokePx); gapPx >= 1; gapPx--) {
    for (let widthPx = Math.max(4, 3 * strokePx); widthPx > 2 * strokePx; widthPx--) {
      const isOpen = gapPx + widthPx - 2 * strokePx >= strokePx;
      if (isOpen) found.push({ cut: { strokePx, widthPx, heightPx, isTight }, gapPx });
    }
  }
  return found;
}

/** The setting that fits: the narrowest white decides what can be read, then the fullest line, then wide digits. */
function roomiest(signs: string[], sizePx: number, settings: Setting[]): Setting | undefined {
  const white = ({ cut, gapPx }: Setting): number => Math.min(gapPx, cut.widthPx - 2 * cut.strokePx);
  const fitting = settings.filter(setting => widthOf(signs, setting) <= sizePx);
  fitting.sort(
    (a, b) => white(b) - white(a) || widthOf(signs, b) - widthOf(signs, a) || b.cut.widthPx - a.cut.widthPx
  );
  return fitting[0];
}

/** The heaviest setting that fits; a tight cut goes before a lighter one. */
function settingFor(signs: string[], sizePx: number, frame: Frame): Setting | undefined {
  // Every digit counts as wide as a 0, so that the weight does not jump from 1.9M to 2.0M.
  const widest = signs.map(sign => (sign === '1' ? '0' : sign));
  for (let strokePx = frame.strokePx; strokePx >= 1; strokePx--) {
    for (const isTight of [false, true]) {
      const setting = roomiest(widest, sizePx, settingsOf(strokePx, frame.heightPx, isTight));
      if (setting) return setting;
    }
  }
  return undefined;
}

/** Solid: one bar. Dashed: four dashes, gaps of an even width so that they stand in the middle. */
function rule(sizePx: number, frame: Frame, isDashed: boolean): Shape[] {
  const spanPx = sizePx - 2 * frame.marginPx;
  const top = sizePx - frame.marginPx - frame.strokePx;
  if (!isDashed) return [rect(frame.marginPx, top, spanPx, frame.strokePx)];
  const gapPx = Math.max(2, 2 * Math.floor(spanPx / 14));
  const dashPx = Math.floor((spanPx - 3 * gapPx) / 4);
  const left = Math.floor((sizePx - 4 * dashPx - 3 * gapPx) / 2);
  return [0, 1, 2, 3].map(index => rect(left + index * (dashPx + gapPx), top, dashPx, frame.strokePx));
}

/** Shapes of the number with its rule below, or undefined if the text cannot be set in this size. */
export function numberShapes(text: string, sizePx: number, isStale: boolean): Shape[] | undefined {
  const signs = [...text];
  if (signs.length === 0 || !signs.every(hasSign)) return undefined;
  const frame = frameOf(sizePx);
  const setting = settingFor(signs, sizePx, frame);
  if (!setting) return undefined;
  let left = Math.floor((sizePx - widthOf(signs, setting)) / 2);
  const shapes = rule(sizePx, frame, isStale);
  for (const sign of signs) {
    shapes.push(...signShapes(sign, setting.cut, left, frame.marginPx));
    left += signWidth(sign, setting.cut) + setting.gapPx;
  }
  return shapes;
}
