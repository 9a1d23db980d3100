// 200 numbers, read back from the pixels that the panel shows, at every size and its double.
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../../electron/core/tray/icon';
import type { IconSpec } from '../../../../electron/core/tray/icon';
import { numberShapes } from '../../../../electron/core/tray/icon-number';
import type { Shape } from '../../../../electron/core/tray/rasterizer';
import { readIcon, type Ink } from './icon-reader';

/** The sizes of the panels and their doubles; 28 and 36 are Windows at 175 and 225 %. */
const SIZES = [16, 20, 22, 24, 28, 32, 36, 40, 44, 48, 64, 96];
/** The colours of dark and light panels: near black and near white. */
const PANELS = { light: 32, dark: 240, plate: 128 };

/** Every digit at every position, with and without a point, for thousands, millions, billions and more. */
function texts(): string[] {
  const found = [...'kMB'].flatMap((unit, shift) =>
    Array.from({ length: 9 }, (_, index) => index + 1).flatMap(digit => [
      `${digit}${unit}`,
      `${digit}.${((digit + shift) % 9) + 1}${unit}`,
      `${digit}.${((digit + shift + 4) % 9) + 1}${unit}`,
      `${digit}${(digit + shift) % 10}${unit}`,
      `${digit}${(digit + shift + 5) % 10}${unit}`,
      `${digit}${(digit + shift + 2) % 10}${(digit + shift + 7) % 10}${unit}`,
      `${digit}${(digit + shift + 6) % 10}${(digit + shift + 3) % 10}${unit}`
    ])
  );
  const edges = [
    '<1k',
    '1T+',
    '888k',
    '888M',
    '888B',
    '111k',
    '100k',
    '999M',
    '+12',
    '−3',
    '+4.5',
    '>999',
    '−12',
    '1kT+'
  ];
  return [...new Set([...edges, ...found])].slice(0, 200);
}

/** The icon on a panel, as ink from 0 (the panel) to 1. */
function onPanel(spec: IconSpec): Ink {
  const { rgba, widthPx } = drawIcon(spec);
  const panel = PANELS[spec.ink];
  const full = spec.ink === 'light' ? 255 : 28;
  return Array.from({ length: widthPx }, (_, y) =>
    Array.from({ length: widthPx }, (_, x) => {
      const at = (y * widthPx + x) * 4;
      const [green = 0, alpha = 0] = [rgba[at + 1], rgba[at + 3]];
      const seen = Math.round((panel * (255 - alpha) + green * alpha) / 255);
      return (seen - panel) / (full - panel);
    })
  );
}

/** The share of partly covered pixels among all covered pixels. */
function softShare(rows: Ink): number {
  const inked = rows.flat().filter(value => value > 0);
  return inked.filter(value => value < 1).length / inked.length;
}

describe('200 numbers', () => {
  const all = texts();

  it('are all different, have one to four signs and a point, and contain every digit', () => {
    expect(new Set(all).size).toBe(200);
    for (const text of all) expect(text.length).toBeLessThanOrEqual(4);
    expect([...new Set(all.join(''))].sort().join('')).toBe([...'0123456789kMBT.<>+−'].sort().join(''));
  });

  it.each(SIZES)(
    'can be read at %i px, with no two signs alike, complete within the square, and sharp',
    { timeout: 60_000 },
    sizePx => {
      for (const [index, text] of all.entries()) {
        const ink = index % 2 === 0 ? 'light' : 'dark';
        const isStale = index % 3 === 0;
        const rows = onPanel({ text, state: isStale ? 'stale' : 'normal', sizePx, ink });
        const reading = readIcon(rows);
        expect(reading.text).toBe(text);
        expect(reading.marginPx).toBeGreaterThanOrEqual(sizePx < 24 ? 1 : sizePx / 12);
        expect(reach(numberShapes(text, sizePx, isStale ? 'dashed' : 'solid') ?? [])).toBeLessThanOrEqual(
          sizePx / 2
        );
        expect([...rows[0]!, ...rows.at(-1)!].some(value => value > 0)).toBe(false);
        // From 28 px on curves have soft edges; below 28 px, every pixel is either covered or empty.
        expect(softShare(rows)).toBeLessThanOrEqual(sizePx <= 24 ? 0 : 0.3);
      }

      function reach(shapes: Shape[]): number {
        const off = shapes.flatMap(({ left, right, top, bottom }) => [left, right, top, bottom]);
        return Math.max(...off.map(edge => Math.abs(edge - sizePx / 2)));
      }
    }
  );
});

describe('no number', () => {
  it.each(['error', 'paused', 'hidden'] as const)('is shown with the symbol of %s at any size', state => {
    for (const sizePx of SIZES) {
      const plain = onPanel({ text: null, state, sizePx, ink: 'light' });
      for (const text of ['42k', '1.2M']) {
        expect(onPanel({ text, state, sizePx, ink: 'light' })).toEqual(plain);
      }
    }
  });
});
