// Reads a number from the pixels of an icon on a panel: cuts at empty columns, then takes the best overlapping sign.
import { rasterize } from '../../../../electron/core/tray/rasterizer';
import { digitShapes, digitWidth } from '../../../../electron/core/tray/icon-digits';

const SIGNS = [...'0123456789kMBT.<>+−'];
const ROOM_PX = 4;

/** Ink from 0 to 1, row by row. */
export type Ink = readonly (readonly number[])[];

interface Known {
  readonly sign: string;
  readonly ink: Ink;
}

export interface Reading {
  /** The text; '?' where two signs match about equally well, or none matches. */
  readonly text: string;
  /** The smallest difference in pixels of ink between a read sign and the next similar sign. */
  readonly marginPx: number;
}

const hasInk = (values: readonly number[]): boolean => values.some(value => value > 0);
const columnOf = (rows: Ink, x: number): number[] => rows.map(row => row[x] ?? 0);

/** Pieces between empty columns. */
function piecesOf(rows: Ink): Ink[] {
  const pieces: Ink[] = [];
  let from: number | null = null;
  for (let x = 0; x <= (rows[0]?.length ?? 0); x++) {
    const isInk = hasInk(columnOf(rows, x));
    if (isInk) from ??= x;
    else if (from !== null) {
      const start = from;
      pieces.push(rows.map(row => row.slice(start, x)));
      from = null;
    }
  }
  return pieces;
}

function drawn(sign: string, weight: Parameters<typeof digitShapes>[1]): Ink {
  const sheetPx = weight.heightPx + 2 * ROOM_PX;
  const alpha = rasterize(digitShapes(sign, weight, ROOM_PX, ROOM_PX), sheetPx);
  const rows = Array.from({ length: weight.heightPx }, (_, y) =>
    [...alpha.subarray((ROOM_PX + y) * sheetPx, (ROOM_PX + y + 1) * sheetPx)].map(value => value / 255)
  );
  return piecesOf(rows)[0] ?? [];
}

const sheets = new Map<string, Known[]>();

/** Every single sign that is `widthPx` wide, in the weights up to that of the line under the number. */
function sheetOf(heightPx: number, rulePx: number, pieceWidthPx: number): Known[] {
  const name = `${heightPx}/${rulePx}/${pieceWidthPx}`;
  const kept = sheets.get(name);
  if (kept) return kept;
  const known: Known[] = [];
  for (let strokePx = Math.max(1, Math.floor(rulePx * 0.6)); strokePx <= rulePx; strokePx++) {
    for (let widthPx = 2 * strokePx + 1; widthPx <= Math.max(4, 3 * strokePx); widthPx++) {
      for (const sign of SIGNS) {
        for (const isTight of 'kM'.includes(sign) ? [false, true] : [false]) {
          const weight = { strokePx, widthPx, heightPx, isTight };
          // Only a slanted stroke exceeds its width, by less than a pixel.
          if (Math.abs(digitWidth(sign, weight) - pieceWidthPx) > 1) continue;
          const ink = drawn(sign, weight);
          if (ink[0]?.length === pieceWidthPx) known.push({ sign, ink });
        }
      }
    }
  }
  sheets.set(name, known);
  return known;
}

function distance(one: Ink, other: Ink): number {
  let sum = 0;
  for (const [y, row] of one.entries()) {
    const beside = other[y] ?? [];
    for (let x = 0; x < row.length; x++) sum += Math.abs((row[x] ?? 0) - (beside[x] ?? 0));
  }
  return sum;
}

function signAt(piece: Ink, sheet: readonly Known[]): { sign: string; marginPx: number } {
  const best = new Map<string, number>();
  for (const { sign, ink } of sheet) {
    best.set(sign, Math.min(best.get(sign) ?? Infinity, distance(piece, ink)));
  }
  const [first, second] = [...best].sort(([, a], [, b]) => a - b);
  const total = piece.flat().reduce((sum, value) => sum + value, 0);
  // At most a tenth of the ink may be wrong.
  if (!first || first[1] > total / 10) return { sign: '?', marginPx: 0 };
  const marginPx = (second?.[1] ?? Infinity) - first[1];
  return { sign: marginPx >= 1 ? first[0] : '?', marginPx };
}

/** The number is above the first empty row; below it is the line. */
export function readIcon(rows: Ink): Reading {
  const top = rows.findIndex(hasInk);
  const foot = rows.findIndex((row, y) => y > top && !hasInk(row));
  const rulePx = rows.slice(foot).filter(hasInk).length;
  const number = rows.slice(top, foot);
  const signs = piecesOf(number).map(piece =>
    signAt(piece, sheetOf(foot - top, rulePx, piece[0]?.length ?? 0))
  );
  return {
    text: signs.map(({ sign }) => sign).join(''),
    marginPx: Math.min(...signs.map(({ marginPx }) => marginPx))
  };
}
