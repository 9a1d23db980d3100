// The signs of the number in the icon: one stroke width, straight edges on pixel borders.
import { moved } from './rasterizer';
import type { Shape } from './rasterizer';
import { EXTRAS } from './stroke-extra';
import { strokeShapes } from './icon-digits';
import type { Cut } from './icon-digits';

/** Corners as `strokeShapes` reads them. An 8 has a waist on both sides, a B a straight back, a 0 none. */
const STROKES: Record<string, string[]> = {
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
  '+': ['ml mr'],
  '−': ['ml mr']
};

/** True if the face has this sign. */
export function hasSign(sign: string): boolean {
  return Object.hasOwn(STROKES, sign);
}

/** Width of a sign in pixels, without the gap beside it. */
export function signWidth(sign: string, cut: Cut): number {
  const { strokePx: s, widthPx, isTight } = cut;
  if (sign === '.') return s;
  if (sign === '1') return s + Math.max(1, Math.round(s * 0.7));
  if (sign === 'M') return isTight ? 2 * s + 2 : Math.max(2 * s + 3, widthPx + (s > 2 ? 1 : 0));
  if (sign === 'k' && isTight && s === 2) return 4;
  // A stem in the middle stands on pixel borders only if as much is left of it as right of it.
  if (sign === 'T' || sign === '+') return widthPx - ((widthPx - s) % 2);
  return widthPx;
}

/** The shapes of one sign with its left top corner at `left`, `top`. */
export function signShapes(sign: string, cut: Cut, left: number, top: number): Shape[] {
  const width = signWidth(sign, cut);
  const strokes = (STROKES[sign] ?? []).flatMap(path => strokeShapes(path, cut, width));
  const extras = EXTRAS[sign]?.(cut, width) ?? [];
  return [...strokes, ...extras].map(shape => moved(shape, left, top));
}
