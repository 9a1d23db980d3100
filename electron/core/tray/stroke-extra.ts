// The parts of signs that are no run of corners: leaning strokes, stems off the lattice, the dot.
import { rect, slant } from './rasterizer';
import type { Shape } from './rasterizer';
import type { Cut } from './icon-digits';

/** A leaning stroke of 3 px or more is this much wider along a row, so that it looks as thick as a stem. */
const LEAN = 1.1;

/** Whole pixels in steps while thin, because a blur would eat the stroke; soft edges from 3 px on. */
function lean(fromX: number, top: number, toX: number, bottom: number, s: number): Shape[] {
  if (s > 2) return [slant(fromX, top, toX, bottom, s * LEAN)];
  const rows = bottom - top;
  const step = (toX - fromX) / Math.max(1, rows - 1);
  return Array.from({ length: rows }, (_, row) => rect(Math.round(fromX + step * row), top + row, s, 1));
}

/** Where a leaning stroke begins that ends flush with the right edge. */
function farX(width: number, s: number): number {
  return width - (s > 2 ? s * LEAN : s);
}

type Draw = (cut: Cut, width: number) => Shape[];

export const EXTRAS: Record<string, Draw> = {
  '.': ({ strokePx: s, heightPx: h }) => [rect(0, h - Math.max(2, s), s, Math.max(2, s))],
  '1': ({ strokePx: s }, width) => lean(farX(width, s), 0, 0, width, s),
  '4': ({ strokePx: s, heightPx: h }, width) => {
    const overshoot = Math.floor((width - 2 * s) / 2);
    const top = Math.round(h * 0.3);
    return [rect(width - s - overshoot, top, s, h - top)];
  },
  '7': ({ strokePx: s, heightPx: h }, width) => {
    const footX = Math.floor((width - s) / 2) - (s > 2 ? s * 0.2 : 0);
    return lean(farX(width, s), s, footX, h, s);
  },
  k: ({ strokePx: s, heightPx: h }, width) => {
    const armPx = width > 2 * s ? s : 1;
    const [top, middle] = [Math.round(h * 0.3), Math.round(h * 0.6)];
    const [joint, far] = [s - (s > 1 ? 1 : 0), farX(width, armPx)];
    return [...lean(far, top, joint, middle, armPx), ...lean(joint, middle, far, h, armPx)];
  },
  M: ({ strokePx: s, heightPx: h }, width) => {
    const [far, depth] = [farX(width, s), Math.round(h * 0.45)];
    return [...lean(0, 0, far / 2, depth, s), ...lean(far, 0, far / 2, depth, s)];
  },
  '<': ({ strokePx: s, heightPx: h }, width) => {
    const [far, middle] = [farX(width, s), Math.round(h / 2)];
    // No flatter than 45 degrees: steps of 1 px would fall apart.
    const reach = Math.max(Math.round(h * 0.3), Math.ceil(far) + 1);
    return [...lean(far, middle - reach, 0, middle, s), ...lean(0, middle, far, middle + reach, s)];
  },
  '+': ({ strokePx: s, heightPx: h }, width) => {
    const side = (width - s) / 2;
    return [rect(side, Math.floor((h - s) / 2) - side, s, width)];
  }
};
