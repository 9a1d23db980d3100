// Rasterizes shapes to an alpha channel with smooth edges; an edge on a pixel border stays sharp.

interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A shape in pixels, y grows downwards. The three functions are called only within the bounds. */
export interface Shape extends Bounds {
  covers(x: number, y: number): boolean;
  /** Whether it certainly covers all of a pixel; then no samples are needed. */
  fills(pixel: Bounds): boolean;
  /** Whether it may cover any of a pixel. */
  touches(pixel: Bounds): boolean;
}

/** Samples per pixel and direction: 64 in all, so alpha has 65 levels. */
const SAMPLES = 8;

const always = (): boolean => true;
const never = (): boolean => false;

/** A filled rectangle. */
export function rect(left: number, top: number, width: number, height: number): Shape {
  return {
    left,
    top,
    right: left + width,
    bottom: top + height,
    covers: always,
    fills: always,
    touches: always
  };
}

/** A circle with a hole of radius `inner` (0: filled). */
export function ring(centreX: number, centreY: number, outer: number, inner: number): Shape {
  const covers = (x: number, y: number): boolean => {
    const [byX, byY] = [x - centreX, y - centreY];
    const squared = byX * byX + byY * byY;
    return squared <= outer * outer && squared >= inner * inner;
  };
  // The squared distances of the nearest and the farthest point of a pixel from the centre.
  const nearest = ({ left, top, right, bottom }: Bounds): number =>
    Math.max(left - centreX, centreX - right, 0) ** 2 + Math.max(top - centreY, centreY - bottom, 0) ** 2;
  const farthest = ({ left, top, right, bottom }: Bounds): number =>
    Math.max(centreX - left, right - centreX) ** 2 + Math.max(centreY - top, bottom - centreY) ** 2;
  const [left, top] = [centreX - outer, centreY - outer];
  return {
    ...{ left, top, right: left + 2 * outer, bottom: top + 2 * outer },
    covers,
    fills: pixel => farthest(pixel) <= outer * outer && nearest(pixel) >= inner * inner,
    touches: pixel => nearest(pixel) <= outer * outer && farthest(pixel) >= inner * inner
  };
}

/** The quarter of a ring towards `sideX`, `sideY` (each -1 or 1) of its centre. */
export function quarter(ringShape: Shape, sideX: number, sideY: number): Shape {
  const centreX = (ringShape.left + ringShape.right) / 2;
  const centreY = (ringShape.top + ringShape.bottom) / 2;
  return {
    ...ringShape,
    left: sideX < 0 ? ringShape.left : centreX,
    right: sideX < 0 ? centreX : ringShape.right,
    top: sideY < 0 ? ringShape.top : centreY,
    bottom: sideY < 0 ? centreY : ringShape.bottom
  };
}

/** A filled rectangle with round corners. */
export function roundRect(left: number, top: number, width: number, height: number, radius: number): Shape[] {
  const [innerRight, innerBottom] = [left + width - radius, top + height - radius];
  const corners = [
    [left + radius, top + radius, -1, -1],
    [innerRight, top + radius, 1, -1],
    [left + radius, innerBottom, -1, 1],
    [innerRight, innerBottom, 1, 1]
  ] as const;
  return [
    rect(left + radius, top, width - 2 * radius, height),
    rect(left, top + radius, width, height - 2 * radius),
    ...corners.map(([x, y, sideX, sideY]) => quarter(ring(x, y, radius, 0), sideX, sideY))
  ];
}

/** A slanted stroke, horizontal at both ends: its left edge goes from `fromX` at `top` to `toX` at `bottom`. */
export function slant(fromX: number, top: number, toX: number, bottom: number, width: number): Shape {
  const lean = (toX - fromX) / (bottom - top);
  const covers = (x: number, y: number): boolean => {
    const edge = fromX + lean * (y - top);
    return x >= edge && x < edge + width;
  };
  const bounds = { left: Math.min(fromX, toX), top, right: Math.max(fromX, toX) + width, bottom };
  return { ...bounds, covers, fills: never, touches: always };
}

function shifted({ left, top, right, bottom }: Bounds, byX: number, byY: number): Bounds {
  return { left: left + byX, top: top + byY, right: right + byX, bottom: bottom + byY };
}

/** The same shape, moved. */
export function moved(shape: Shape, byX: number, byY: number): Shape {
  return {
    ...shifted(shape, byX, byY),
    covers: shape.covers === always ? always : (x, y) => shape.covers(x - byX, y - byY),
    fills: pixel => shape.fills(shifted(pixel, -byX, -byY)),
    touches: pixel => shape.touches(shifted(pixel, -byX, -byY))
  };
}

function isInsideAny(shapes: Shape[], x: number, y: number): boolean {
  for (const shape of shapes)
    if (x >= shape.left && x < shape.right && y >= shape.top && y < shape.bottom && shape.covers(x, y))
      return true;
  return false;
}

function mayOverlap(shape: Shape, pixel: Bounds): boolean {
  const isBeside = shape.left >= pixel.right || shape.right <= pixel.left;
  return !isBeside && shape.top < pixel.bottom && shape.bottom > pixel.top && shape.touches(pixel);
}

/** Most covered pixels are found here without samples. This keeps the first icon fast, before the code is optimised. */
function isFilledBy(shape: Shape, pixel: Bounds): boolean {
  const isWide = shape.left <= pixel.left && shape.right >= pixel.right;
  return isWide && shape.top <= pixel.top && shape.bottom >= pixel.bottom && shape.fills(pixel);
}

function pixelAlpha(shapes: Shape[], column: number, row: number): number {
  const pixel = { left: column, top: row, right: column + 1, bottom: row + 1 };
  const overlapping = shapes.filter(shape => mayOverlap(shape, pixel));
  if (overlapping.length === 0) return 0;
  if (overlapping.some(shape => isFilledBy(shape, pixel))) return 255;
  let hits = 0;
  for (let down = 0.5; down < SAMPLES; down++)
    for (let along = 0.5; along < SAMPLES; along++)
      if (isInsideAny(overlapping, column + along / SAMPLES, row + down / SAMPLES)) hits++;
  return Math.round((255 * hits) / (SAMPLES * SAMPLES));
}

/** The union of the shapes on a square of `sizePx`, one byte of alpha per pixel, row by row. */
export function rasterize(shapes: Shape[], sizePx: number): Uint8Array {
  const alpha = new Uint8Array(sizePx * sizePx);
  for (let row = 0; row < sizePx; row++) {
    const rowShapes = shapes.filter(shape => shape.top < row + 1 && shape.bottom > row);
    for (let column = 0; column < sizePx; column++) {
      alpha[row * sizePx + column] = pixelAlpha(rowShapes, column, row);
    }
  }
  return alpha;
}
