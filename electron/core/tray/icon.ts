// Draws the tray icon as pixels, with the short number or with a symbol of the state.
import { demoFootPx, demoShapes } from './icon-demo';
import { numberShapes } from './icon-number';
import { moved, rasterize, quarter, rect, ring, roundRect, type Shape } from './rasterizer';

/** `plate`: light on a dark plate of its own, which can be read on every panel. */
export type IconInk = 'light' | 'dark' | 'plate';

/** `text` is a short number as from `iconText`; null asks for the plain icon. `isDemo`: with the word DEMO at its foot. */
export interface IconSpec {
  text: string | null;
  state: IconState;
  sizePx: number;
  ink: IconInk;
  isDemo?: boolean;
}

/** Rows from the top, four bytes a pixel: red, green, blue, alpha, not multiplied with each other. */
export interface Bitmap {
  widthPx: number;
  heightPx: number;
  rgba: Uint8Array;
}

const LIGHT_RGB = [255, 255, 255] as const;
const DARK_RGB = [29, 28, 26] as const;

/**
 * Draws the icon on a transparent square, or on its plate. Error, paused and hidden show the plain icon with the symbol of
 * the state, never the number. A text with unknown or too many signs shows the plain icon too, not a part of the text.
 */
export function drawIcon(spec: IconSpec): Bitmap {
  const { sizePx, ink } = spec;
  const rgba = new Uint8Array(sizePx * sizePx * 4);
  if (ink === 'plate') {
    // Whole pixels of a panel that shows it at half its size.
    const insetPx = sizePx < 32 ? 1 : 2;
    const shapes = iconShapes(spec, sizePx - 2 * insetPx).map(shape => moved(shape, insetPx, insetPx));
    const inked = rasterize(shapes, sizePx);
    const plate = rasterize(roundRect(0, 0, sizePx, sizePx, Math.round(sizePx / 9)), sizePx);
    plate.forEach((alpha, index) => {
      const share = (inked[index] ?? 0) / 255;
      const mixed = DARK_RGB.map((dark, at) => Math.round(dark + ((LIGHT_RGB[at] ?? 255) - dark) * share));
      rgba.set([...mixed, Math.max(alpha, inked[index] ?? 0)], index * 4);
    });
    return { widthPx: sizePx, heightPx: sizePx, rgba };
  }
  const rgb = ink === 'light' ? LIGHT_RGB : DARK_RGB;
  rasterize(iconShapes(spec, sizePx), sizePx).forEach((alpha, index) => rgba.set([...rgb, alpha], index * 4));
  return { widthPx: sizePx, heightPx: sizePx, rgba };
}

function iconShapes({ text, state, isDemo = false }: IconSpec, sizePx: number): Shape[] {
  const isNumber = text !== null && (state === 'normal' || state === 'stale');
  if (isDemo) return demoIconShapes(isNumber && state === 'normal' ? text : null, state, sizePx);
  const number = isNumber ? numberShapes(text, sizePx, state === 'stale' ? 'dashed' : 'solid') : undefined;
  return number ?? plainIconShapes(state, sizePx);
}

/** The word has the place of the rule, so a number is shown only while it is fresh. */
function demoIconShapes(text: string | null, state: IconState, sizePx: number): Shape[] {
  const footPx = demoFootPx(sizePx);
  const number = text === null ? undefined : numberShapes(text, sizePx, { footPx });
  const symbolPx = sizePx - 2 * Math.round(sizePx / 16);
  const strokePx = Math.max(1, Math.round((1.5 * sizePx) / 16));
  const symbol = () =>
    stateShapes(state, symbolPx, strokePx).map(shape => moved(shape, (sizePx - symbolPx) / 2, 0));
  return [...(number ?? symbol()), ...demoShapes(sizePx)];
}

/** Straight RGBA as Electron takes a raw bitmap: blue, green, red, each multiplied with alpha. */
export function premultipliedBgra(rgba: Uint8Array): Uint8Array {
  return rgba.map((_, at) => {
    const [channel, alpha] = [at % 4, rgba[at | 3] ?? 0];
    const swapped = rgba[at + 2 - 2 * channel] ?? 0;
    return channel === 3 ? alpha : Math.round((swapped * alpha) / 255);
  });
}

export type IconState = 'normal' | 'stale' | 'error' | 'paused' | 'hidden';

/** A vertical bar with round ends, `width` wide around `centreX`. */
function barShapes(centreX: number, top: number, bottom: number, width: number): Shape[] {
  const half = width / 2;
  return [
    rect(centreX - half, top + half, width, bottom - top - width),
    ring(centreX, top + half, half, 0),
    ring(centreX, bottom - half, half, 0)
  ];
}

function trayShapes(sizePx: number, stroke: number): Shape[] {
  const unit = sizePx / 16;
  const half = Math.round(6.75 * unit);
  const [left, right] = [sizePx / 2 - half, sizePx / 2 + half];
  const bottom = Math.round(14.75 * unit);
  const top = Math.round(7.75 * unit) + stroke / 2;
  const corner = Math.round(3.25 * unit);
  const centreY = bottom - corner;
  return [
    rect(left, top, stroke, centreY - top),
    rect(right - stroke, top, stroke, centreY - top),
    rect(left + corner, bottom - stroke, right - left - 2 * corner, stroke),
    quarter(ring(left + corner, centreY, corner, corner - stroke), -1, 1),
    quarter(ring(right - corner, centreY, corner, corner - stroke), 1, 1),
    ring(left + stroke / 2, top, stroke / 2, 0),
    ring(right - stroke / 2, top, stroke / 2, 0)
  ];
}

function stateShapes(state: IconState, sizePx: number, stroke: number): Shape[] {
  const unit = sizePx / 16;
  const snap = (units: number): number => Math.round(units * unit);
  const middle = sizePx / 2;
  if (state === 'normal' || state === 'stale') {
    const radius = snap(4);
    return [ring(middle, snap(2) + radius, radius, state === 'stale' ? radius - stroke : 0)];
  }
  const width = 2 * Math.max(1, Math.round(unit - 0.1));
  if (state === 'error') {
    return [...barShapes(middle, snap(1), snap(8.2), width), ring(middle, snap(10.3), 1.2 * unit, 0)];
  }
  if (state === 'paused') {
    return [-1, 1].flatMap(side => barShapes(middle + side * snap(2.25), snap(2), snap(10), width));
  }
  return [-1, 0, 1].map(side => ring(middle + side * snap(4.25), snap(5.5), 1.4 * unit, 0));
}

/** Shapes of the plain icon. Drawn on 16 units; straight edges are moved to whole pixels. */
function plainIconShapes(state: IconState, sizePx: number): Shape[] {
  const stroke = Math.max(1, Math.round((1.5 * sizePx) / 16));
  return [...trayShapes(sizePx, stroke), ...stateShapes(state, sizePx, stroke)];
}
