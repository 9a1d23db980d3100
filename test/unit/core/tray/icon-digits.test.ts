// Reads the number back from the pixels of the icon, sign by sign.
import { describe, expect, it } from 'vitest';
import { drawIcon } from '../../../../electron/core/tray/icon';
import { iconText } from '../../../../electron/core/tray/icon-text';
import { rasterize } from '../../../../electron/core/tray/rasterizer';
import { digitShapes } from '../../../../electron/core/tray/icon-digits';

const SIGNS = [...'0123456789kMBT.<>+−'];
const ROOM_PX = 8;

/** Columns of alpha as text, so that they can be compared: each pixel is one letter from U+0100 on. */
function columnsOf(alpha: (x: number, y: number) => number, widthPx: number, top: number, heightPx: number) {
  return Array.from({ length: widthPx }, (_, x) =>
    String.fromCharCode(...Array.from({ length: heightPx }, (_, y) => 256 + alpha(x, top + y)))
  );
}

/** Groups of columns with ink, separated at every empty column. */
function runsOf(columns: string[]): string[] {
  const isEmpty = (column: string): boolean => /^\u0100*$/.test(column);
  const marked = columns.map(column => (isEmpty(column) ? '\n' : `${column}|`)).join('');
  return marked.split(/\n+/).filter(run => run !== '');
}

/** Every sign in every weight that fits a height, drawn alone with empty space all around. */
function readSheet(heightPx: number): Map<string, string> {
  const known = new Map<string, string>();
  const sheetPx = heightPx + 2 * ROOM_PX;
  for (let strokePx = 1; 6 * strokePx <= heightPx; strokePx++) {
    for (let widthPx = 2 * strokePx + 1; widthPx <= Math.max(4, 3 * strokePx); widthPx++) {
      for (const sign of SIGNS) {
        for (const isTight of 'kM'.includes(sign) ? [false, true] : [false]) {
          const shapes = digitShapes(sign, { strokePx, widthPx, heightPx, isTight }, ROOM_PX, ROOM_PX);
          const alpha = rasterize(shapes, sheetPx);
          const run = runsOf(columnsOf((x, y) => alpha[y * sheetPx + x] ?? 0, sheetPx, ROOM_PX, heightPx));
          expect(run, `${sign} is one piece`).toHaveLength(1);
          const other = known.get(run[0]!);
          if (other !== undefined && other !== sign) throw new Error(`${sign} looks like ${other}`);
          known.set(run[0]!, sign);
        }
      }
    }
  }
  return known;
}

/** The text read from the pixels above the line; '?' for pixels that are not a complete sign. */
function read(text: string, sizePx: number, sheets: Map<number, Map<string, string>>): string {
  const { rgba } = drawIcon({ text, state: 'stale', sizePx, ink: 'light' });
  const alpha = (x: number, y: number): number => rgba[(y * sizePx + x) * 4 + 3] ?? 0;
  const hasInk = Array.from({ length: sizePx }, (_, y) =>
    Array.from({ length: sizePx }, (_, x) => alpha(x, y)).some(value => value > 0)
  );
  const top = hasInk.indexOf(true);
  const heightPx = hasInk.indexOf(false, top) - top;
  const sheet = sheets.get(heightPx) ?? readSheet(heightPx);
  sheets.set(heightPx, sheet);
  const runs = runsOf(columnsOf(alpha, sizePx, top, heightPx));
  return runs.map(run => sheet.get(run) ?? '?').join('');
}

/** 200 totals, 25 of every length from 4 to 12 digits and beyond; the digits are those of a fixed sequence. */
function totals(): string[] {
  let seed = 20261122;
  const next = (): number => (seed = (seed * 48271) % 2147483647);
  return Array.from({ length: 200 }, (_, index) => {
    const length = 4 + (index % 9);
    const digits = Array.from({ length: length - 1 }, () => String(next() % 10)).join('');
    return `${1 + (next() % 9)}${digits}.${next()}`;
  });
}

describe('the number in the icon', () => {
  it.each([16, 20, 22, 24, 32, 40, 44, 48, 64])('can be read completely from the pixels at %i px', sizePx => {
    const sheets = new Map<number, Map<string, string>>();
    const texts = new Set([
      '<1k',
      '1kT+',
      '888k',
      '888M',
      '888B',
      '8.8M',
      '+12',
      '−3',
      '>999',
      ...totals().map(iconText)
    ]);
    expect(texts.size).toBeGreaterThan(140);
    for (const text of texts) expect(read(text, sizePx, sheets)).toBe(text);
  });

  it('can be read for every possible text at 16 px, so no two texts look alike', () => {
    const sheets = new Map<number, Map<string, string>>();
    for (let thousands = 10; thousands < 10000; thousands += thousands < 100 ? 1 : 10) {
      for (const zeros of [2, 5, 8]) {
        const text = iconText(`${thousands}${'0'.repeat(zeros)}`);
        expect(read(text, 16, sheets)).toBe(text);
      }
    }
  });
});
