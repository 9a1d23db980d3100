// Turns a stroke named by corners into straight bars and round turns of one width.
import { quarter, rect, ring } from './rasterizer';
import type { Shape } from './rasterizer';

/**
 * One weight and width of the face, whole pixels; `widthPx` is that of a digit.
 * A tight cut has a narrow M and k, for icons in which nothing else lets four signs in.
 */
export interface Cut {
  strokePx: number;
  widthPx: number;
  heightPx: number;
  isTight: boolean;
}

interface Corner {
  x: number;
  y: number;
  isRound: boolean;
  isWaist: boolean;
}

function cornerAt(name: string, cut: Cut, width: number): Corner {
  const { strokePx: s, heightPx: h } = cut;
  const middle = Math.floor((h - s) / 2);
  const rows: Record<string, number> = { t: 0, m: middle, w: middle, f: Math.round(h * 0.6), b: h - s };
  const columns: Record<string, number> = { l: 0, c: Math.floor((width - s) / 2), r: width - s };
  const [row = '', column = ''] = name.toLowerCase();
  const isRound = name === name.toLowerCase();
  return { x: columns[column] ?? 0, y: rows[row] ?? 0, isRound, isWaist: row === 'w' };
}

/** Distance from the outer corner within which a turn is round: its outer radius. */
function reachOf(strokePx: number, width: number): number {
  if (strokePx < 3) return strokePx;
  return Math.min(strokePx + Math.round(strokePx / 2), Math.floor(width / 2));
}

/** The round piece at a corner whose strokes leave towards `sideX`, `sideY`; stepped while too thin for a curve. */
function turn(at: Corner, s: number, reach: number, sideX: number, sideY: number): Shape[] {
  if (s === 1) return [];
  if (s === 2) {
    const upright = rect(at.x + (sideX > 0 ? 1 : 0), at.y, 1, 2);
    return at.isWaist ? [upright] : [upright, rect(at.x, at.y + (sideY > 0 ? 1 : 0), 2, 1)];
  }
  const centreX = sideX > 0 ? at.x + reach : at.x + s - reach;
  const centreY = sideY > 0 ? at.y + reach : at.y + s - reach;
  return [quarter(ring(centreX, centreY, reach, reach - s), -sideX, -sideY)];
}

function bar(from: Corner, to: Corner, s: number, trimFrom: number, trimTo: number): Shape {
  const isForward = to.x + to.y >= from.x + from.y;
  const trimStart = isForward ? trimFrom : trimTo;
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y) + s - trimFrom - trimTo;
  return from.y === to.y ? rect(x + trimStart, y, length, s) : rect(x, y + trimStart, s, length);
}

/**
 * Shapes of one stroke, such as 'tl tr br': row t, m, w (a middle shared by two bowls: a waist),
 * f (bar of the 4) or b; column l, c or r. A turn is round, in capitals square; ends are square;
 * equal first and last corner close the stroke.
 */
export function strokeShapes(path: string, cut: Cut, width: number): Shape[] {
  const s = cut.strokePx;
  const reach = reachOf(s, width);
  const names = path.split(' ');
  const corners = names.map(name => cornerAt(name, cut, width));
  const isClosed = names[0] === names.at(-1);
  const isTurn = (index: number): boolean => isClosed || (index > 0 && index < corners.length - 1);
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index] ?? to;
    const isRoundFrom = from.isRound && isTurn(index);
    const isRoundTo = to.isRound && isTurn(index + 1);
    const straight = bar(from, to, s, isRoundFrom ? reach : 0, isRoundTo ? reach : 0);
    const next = corners[index + 2] ?? corners[1] ?? to;
    if (!isRoundTo) return [straight];
    const sideX = Math.sign(next.x - to.x) + Math.sign(from.x - to.x);
    const sideY = Math.sign(next.y - to.y) + Math.sign(from.y - to.y);
    return [straight, ...turn(to, s, reach, sideX, sideY)];
  });
}
