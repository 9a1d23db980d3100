// Builds the shapes of one digit of the tray icon from strokes of equal width.
import { quarter, rect, ring, slant, moved, type Shape } from './rasterizer';

/** Corners as `strokeShapes` reads them. An 8 has a joint on both sides, a B a straight left side, a 0 no joint. */
const DIGIT_STROKES: Record<string, string[]> = {
  '0': ['tl tr br bl tl'],
  '1': ['tr br'],
  '2': ['tl tr mr ml BL br'],
  '3': ['tl tr wr wc', 'wc wr br bl'],
  '4': ['tl FL fr'],
  '5': ['tr TL ML mr br bl'],
  '6': ['tr tl bl br mr ml'],
  '7': ['tl tr'],
  '8': ['tl tr wr wl tl', 'wl wr br bl wl'],
  '9': ['bl br tr tl ml mr'],
  k: ['tl bl'],
  M: ['tl bl', 'tr br'],
  B: ['TL tr wr WL TL', 'WL wr br BL WL'],
  T: ['tl tr', 'tc bc'],
  '.': [],
  '<': [],
  '>': [],
  '+': ['ml mr'],
  '−': ['ml mr']
};

/** Whether there are shapes for this sign. */
export function hasDigit(digit: string): boolean {
  return Object.hasOwn(DIGIT_STROKES, digit);
}

/** Width of a sign in pixels, without the gap beside it. */
export function digitWidth(digit: string, weight: DigitWeight): number {
  const { strokePx: s, widthPx, isTight } = weight;
  if (digit === '.') return s;
  if (digit === '1') return s + Math.max(1, Math.round(s * 0.7));
  if (digit === 'M') return isTight ? 2 * s + 2 : Math.max(2 * s + 3, widthPx + (s > 2 ? 1 : 0));
  if (digit === 'k' && isTight && s === 2) return 4;
  // A stem in the middle stands on pixel borders only if the widths left and right of it are equal.
  if (digit === 'T' || digit === '+') return widthPx - ((widthPx - s) % 2);
  return widthPx;
}

/** The shapes of one sign with its left top corner at `left`, `top`. */
export function digitShapes(digit: string, weight: DigitWeight, left: number, top: number): Shape[] {
  const width = digitWidth(digit, weight);
  const strokes = (DIGIT_STROKES[digit] ?? []).flatMap(path => strokeShapes(path, weight, width));
  const extras = EXTRA_SHAPES[digit]?.(weight, width) ?? [];
  return [...strokes, ...extras].map(shape => moved(shape, left, top));
}

/** A slanted stroke of 3 px or more is wider along a row by this factor, so that it looks as thick as a stem. */
const SLANT_WIDTH_FACTOR = 1.1;

/** A thin slanted stroke is drawn in steps of whole pixels, because a blur would hide it; soft edges from 3 px on. */
function slantedStroke(fromX: number, top: number, toX: number, bottom: number, s: number): Shape[] {
  if (s > 2) return [slant(fromX, top, toX, bottom, s * SLANT_WIDTH_FACTOR)];
  const rows = bottom - top;
  const step = (toX - fromX) / Math.max(1, rows - 1);
  return Array.from({ length: rows }, (_, row) => rect(Math.round(fromX + step * row), top + row, s, 1));
}

/** The x at which a slanted stroke must begin to end at the right edge. */
function slantStartX(width: number, s: number): number {
  return width - (s > 2 ? s * SLANT_WIDTH_FACTOR : s);
}

/** Two strokes that meet at `tipX`, in the middle of the height. */
function angle({ strokePx: s, heightPx: h }: DigitWeight, openX: number, tipX: number): Shape[] {
  const middle = Math.round(h / 2);
  // No flatter than 45 degrees: steps of 1 px would fall apart.
  const reach = Math.max(Math.round(h * 0.3), Math.ceil(Math.abs(openX - tipX)) + 1);
  return [
    ...slantedStroke(openX, middle - reach, tipX, middle, s),
    ...slantedStroke(tipX, middle, openX, middle + reach, s)
  ];
}

type DrawExtras = (weight: DigitWeight, width: number) => Shape[];

const EXTRA_SHAPES: Record<string, DrawExtras> = {
  '.': ({ strokePx: s, heightPx: h }) => [rect(0, h - Math.max(2, s), s, Math.max(2, s))],
  '1': ({ strokePx: s }, width) => slantedStroke(slantStartX(width, s), 0, 0, width, s),
  '4': ({ strokePx: s, heightPx: h }, width) => {
    const overshoot = Math.floor((width - 2 * s) / 2);
    const top = Math.round(h * 0.3);
    return [rect(width - s - overshoot, top, s, h - top)];
  },
  '7': ({ strokePx: s, heightPx: h }, width) => {
    const endX = Math.floor((width - s) / 2) - (s > 2 ? s * 0.2 : 0);
    return slantedStroke(slantStartX(width, s), s, endX, h, s);
  },
  k: ({ strokePx: s, heightPx: h }, width) => {
    const armPx = width > 2 * s ? s : 1;
    const [top, middle] = [Math.round(h * 0.3), Math.round(h * 0.6)];
    const [joint, far] = [s - (s > 1 ? 1 : 0), slantStartX(width, armPx)];
    return [...slantedStroke(far, top, joint, middle, armPx), ...slantedStroke(joint, middle, far, h, armPx)];
  },
  M: ({ strokePx: s, heightPx: h }, width) => {
    const [far, depth] = [slantStartX(width, s), Math.round(h * 0.45)];
    return [...slantedStroke(0, 0, far / 2, depth, s), ...slantedStroke(far, 0, far / 2, depth, s)];
  },
  '<': (weight, width) => angle(weight, slantStartX(width, weight.strokePx), 0),
  '>': (weight, width) => angle(weight, 0, slantStartX(width, weight.strokePx)),
  '+': ({ strokePx: s, heightPx: h }, width) => {
    const side = (width - s) / 2;
    return [rect(side, Math.floor((h - s) / 2) - side, s, width)];
  }
};

/**
 * One weight and width of the digits, whole pixels; `widthPx` is the width of a digit.
 * A tight weight has a narrow M and k, for icons in which four signs would not fit otherwise.
 */
export interface DigitWeight {
  strokePx: number;
  widthPx: number;
  heightPx: number;
  isTight: boolean;
}

interface Corner {
  x: number;
  y: number;
  isRound: boolean;
  isJoint: boolean;
}

function cornerAt(name: string, weight: DigitWeight, width: number): Corner {
  const { strokePx: s, heightPx: h } = weight;
  const middle = Math.floor((h - s) / 2);
  const rows: Record<string, number> = { t: 0, m: middle, w: middle, f: Math.round(h * 0.6), b: h - s };
  const columns: Record<string, number> = { l: 0, c: Math.floor((width - s) / 2), r: width - s };
  const [row = '', column = ''] = name.toLowerCase();
  const isRound = name === name.toLowerCase();
  return { x: columns[column] ?? 0, y: rows[row] ?? 0, isRound, isJoint: row === 'w' };
}

/** The outer radius of a round corner: the distance from the outer corner within which the stroke is curved. */
function reachOf(strokePx: number, width: number): number {
  if (strokePx < 3) return strokePx;
  return Math.min(strokePx + Math.round(strokePx / 2), Math.floor(width / 2));
}

/** The round piece at a corner whose strokes go towards `sideX`, `sideY`; drawn in steps while too thin for a curve. */
function roundCorner(corner: Corner, s: number, reach: number, sideX: number, sideY: number): Shape[] {
  if (s === 1) return [];
  if (s === 2) {
    const upright = rect(corner.x + (sideX > 0 ? 1 : 0), corner.y, 1, 2);
    return corner.isJoint ? [upright] : [upright, rect(corner.x, corner.y + (sideY > 0 ? 1 : 0), 2, 1)];
  }
  const centreX = sideX > 0 ? corner.x + reach : corner.x + s - reach;
  const centreY = sideY > 0 ? corner.y + reach : corner.y + s - reach;
  return [quarter(ring(centreX, centreY, reach, reach - s), -sideX, -sideY)];
}

function straightStroke(from: Corner, to: Corner, s: number, trimFrom: number, trimTo: number): Shape {
  const isForward = to.x + to.y >= from.x + from.y;
  const trimStart = isForward ? trimFrom : trimTo;
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y) + s - trimFrom - trimTo;
  return from.y === to.y ? rect(x + trimStart, y, length, s) : rect(x, y + trimStart, s, length);
}

/**
 * Shapes of one stroke, such as 'tl tr br': row t, m, w (the middle of two bowls: a joint), f (bar of the 4) or b;
 * column l, c or r. A corner is round, or square if written in capitals; ends are square; an equal first and last
 * corner close the stroke.
 */
function strokeShapes(path: string, weight: DigitWeight, width: number): Shape[] {
  const s = weight.strokePx;
  const reach = reachOf(s, width);
  const names = path.split(' ');
  const corners = names.map(name => cornerAt(name, weight, width));
  const isClosed = names[0] === names.at(-1);
  const isRoundable = (index: number): boolean => isClosed || (index > 0 && index < corners.length - 1);
  return corners.slice(1).flatMap((to, index) => {
    const from = corners[index] ?? to;
    const isRoundFrom = from.isRound && isRoundable(index);
    const isRoundTo = to.isRound && isRoundable(index + 1);
    const straight = straightStroke(from, to, s, isRoundFrom ? reach : 0, isRoundTo ? reach : 0);
    const next = corners[index + 2] ?? corners[1] ?? to;
    if (!isRoundTo) return [straight];
    const sideX = Math.sign(next.x - to.x) + Math.sign(from.x - to.x);
    const sideY = Math.sign(next.y - to.y) + Math.sign(from.y - to.y);
    return [straight, ...roundCorner(to, s, reach, sideX, sideY)];
  });
}
