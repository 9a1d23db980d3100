// Draws the tray icon, number or plain, as pixels.
import { markShapes } from './icon-mark';
import type { IconState } from './icon-mark';
import { numberShapes } from './icon-number';
import { paint } from './rasterizer';

export type { IconState } from './icon-mark';

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
 * Draws the icon on a transparent square. Error, paused and hidden show the plain icon with their mark, never the
 * number; so does a text with unknown signs or too many of them, rather than a part of it.
 */
export function drawIcon(spec: IconSpec): Bitmap {
  const { text, state, sizePx } = spec;
  const isNumber = text !== null && (state === 'normal' || state === 'stale');
  const number = isNumber ? numberShapes(text, sizePx, state === 'stale') : undefined;
  const alpha = paint(number ?? markShapes(state, sizePx), sizePx);
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
 * The shortest honest text for a total in US dollars, plain decimal text >= 0: '<1k', '1.2k', '42k', '999k', '1.2M',
 * '12M', '1.2B', from a trillion on '1T+'. At most four signs; cut, so it never says more than is there.
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
