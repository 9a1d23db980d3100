// Draws the tray icon as pixels, with the short number or with a symbol of the state.
import { numberShapes } from './icon-number';
import { rasterize, quarter, rect, ring, type Shape } from './rasterizer';

/** `text` is a short number as from `iconText`; null asks for the plain icon. */
export interface IconSpec {
  text: string | null;
  state: IconState;
  sizePx: number;
  ink: 'light' | 'dark';
}

/** Rows from the top, four bytes a pixel: red, green, blue, alpha, not multiplied with each other. */
export interface Bitmap {
  widthPx: number;
  heightPx: number;
  rgba: Uint8Array;
}

const INK_RGB = { light: [255, 255, 255], dark: [29, 28, 26] } as const;

/**
 * Draws the icon on a transparent square. Error, paused and hidden show the plain icon with the symbol of the state,
 * never the number. A text with unknown or too many signs shows the plain icon too, not a part of the text.
 */
export function drawIcon(spec: IconSpec): Bitmap {
  const { text, state, sizePx } = spec;
  const isNumber = text !== null && (state === 'normal' || state === 'stale');
  const number = isNumber ? numberShapes(text, sizePx, state === 'stale') : undefined;
  const alpha = rasterize(number ?? plainIconShapes(state, sizePx), sizePx);
  const [red, green, blue] = INK_RGB[spec.ink];
  const rgba = new Uint8Array(alpha.length * 4);
  alpha.forEach((value, index) => rgba.set([red, green, blue, value], index * 4));
  return { widthPx: sizePx, heightPx: sizePx, rgba };
}

/** Straight RGBA as Electron takes a raw bitmap: blue, green, red, each multiplied with alpha. */
export function premultipliedBgra(rgba: Uint8Array): Uint8Array {
  return rgba.map((_, at) => {
    const [channel, alpha] = [at % 4, rgba[at | 3] ?? 0];
    const swapped = rgba[at + 2 - 2 * channel] ?? 0;
    return channel === 3 ? alpha : Math.round((swapped * alpha) / 255);
  });
}

/**
 * The shortest correct text for a total in US dollars, plain decimal text >= 0: '<1k', '1.2k', '42k', '999k', '1.2M',
 * '12M', '1.2B', from a trillion on '1T+'. At most four signs; rounded down, so it never shows more than the total.
 */
export function iconText(totalUsd: string): string {
  const whole = /^0*(\d*)/.exec(totalUsd)?.[1] ?? '';
  if (whole.length < 4) return '<1k';
  if (whole.length > 12) return '1T+';
  const groups = Math.floor((whole.length - 1) / 3);
  const head = whole.slice(0, whole.length - 3 * groups);
  const tenth = whole.charAt(head.length);
  return head + (head.length === 1 && tenth !== '0' ? `.${tenth}` : '') + '?kMB'.charAt(groups);
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
