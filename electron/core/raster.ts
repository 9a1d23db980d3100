// Turns shapes into alpha with soft edges; an edge on a pixel border stays sharp.

interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A shape in pixels, y grows downwards. `covers` is asked only within the bounds. */
export interface Shape extends Bounds {
  covers(x: number, y: number): boolean;
}

/** Samples per pixel and direction: 64 in all, so alpha has 65 levels. */
const SAMPLES = 8;

const coversAll = (): boolean => true;

/** A filled rectangle. */
export function rect(left: number, top: number, width: number, height: number): Shape {
  return { left, top, right: left + width, bottom: top + height, covers: coversAll };
}

/** A circle with a hole of radius `inner` (0: filled). */
export function ring(centreX: number, centreY: number, outer: number, inner: number): Shape {
  const covers = (x: number, y: number): boolean => {
    const squared = (x - centreX) ** 2 + (y - centreY) ** 2;
    return squared <= outer * outer && squared >= inner * inner;
  };
  const [left, top] = [centreX - outer, centreY - outer];
  return { left, top, right: left + 2 * outer, bottom: top + 2 * outer, covers };
}

/** The quarter of a ring towards `sideX`, `sideY` (each -1 or 1) of its centre. */
export function quarter(whole: Shape, sideX: number, sideY: number): Shape {
  const centreX = (whole.left + whole.right) / 2;
  const centreY = (whole.top + whole.bottom) / 2;
  return {
    left: sideX < 0 ? whole.left : centreX,
    right: sideX < 0 ? centreX : whole.right,
    top: sideY < 0 ? whole.top : centreY,
    bottom: sideY < 0 ? centreY : whole.bottom,
    covers: whole.covers
  };
}

/** A leaning stroke, level at both ends: its left edge goes from `fromX` at `top` to `toX` at `bottom`. */
export function slant(fromX: number, top: number, toX: number, bottom: number, width: number): Shape {
  const lean = (toX - fromX) / (bottom - top);
  const covers = (x: number, y: number): boolean => {
    const edge = fromX + lean * (y - top);
    return x >= edge && x < edge + width;
  };
  return { left: Math.min(fromX, toX), top, right: Math.max(fromX, toX) + width, bottom, covers };
}

/** The same shape, moved. */
export function moved(shape: Shape, byX: number, byY: number): Shape {
  return {
    left: shape.left + byX,
    top: shape.top + byY,
    right: shape.right + byX,
    bottom: shape.bottom + byY,
    covers: shape.covers === coversAll ? coversAll : (x, y) => shape.covers(x - byX, y - byY)
  };
}

function isInside(shape: Shape, x: number, y: number): boolean {
  return x >= shape.left && x < shape.right && y >= shape.top && y < shape.bottom && shape.covers(x, y);
}

function isAcross(shape: Bounds, pixel: Bounds): boolean {
  const isBeside = shape.left >= pixel.right || shape.right <= pixel.left;
  return !isBeside && shape.top < pixel.bottom && shape.bottom > pixel.top;
}

/** True if a rectangle fills the pixel: most of all ink, and no sample is needed. */
function isFilledBy(shape: Shape, pixel: Bounds): boolean {
  const isWide = shape.left <= pixel.left && shape.right >= pixel.right;
  return shape.covers === coversAll && isWide && shape.top <= pixel.top && shape.bottom >= pixel.bottom;
}

function pixelAlpha(shapes: Shape[], column: number, row: number): number {
  const pixel = { left: column, top: row, right: column + 1, bottom: row + 1 };
  const near = shapes.filter(shape => isAcross(shape, pixel));
  if (near.length === 0) return 0;
  if (near.some(shape => isFilledBy(shape, pixel))) return 255;
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
    const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
    if (near.some(shape => isInside(shape, x, y))) hits++;
  }
  return Math.round((255 * hits) / (SAMPLES * SAMPLES));
}

/** The union of the shapes on a square of `sizePx`, one byte of alpha per pixel, row by row. */
export function paint(shapes: Shape[], sizePx: number): Uint8Array {
  const alpha = new Uint8Array(sizePx * sizePx);
  for (let row = 0; row < sizePx; row++) {
    const inRow = shapes.filter(shape => shape.top < row + 1 && shape.bottom > row);
    for (let column = 0; column < sizePx; column++) {
      alpha[row * sizePx + column] = pixelAlpha(inRow, column, row);
    }
  }
  return alpha;
}
