// The word DEMO for the foot of the tray icon, in whole pixels.
import { rect, type Shape } from './rasterizer';

/** Rows of each letter, five high; narrow ones are for icons of 16 px. */
const LETTERS = {
  wide: [
    ['##.', '#.#', '#.#', '#.#', '##.'],
    ['###', '#..', '##.', '#..', '###'],
    ['#...#', '##.##', '#.#.#', '#...#', '#...#'],
    ['###', '#.#', '#.#', '#.#', '###']
  ],
  narrow: [
    ['##.', '#.#', '#.#', '#.#', '##.'],
    ['##', '#.', '##', '#.', '##'],
    ['#...#', '##.##', '#.#.#', '#...#', '#...#'],
    ['###', '#.#', '#.#', '#.#', '###']
  ]
} as const;
const LETTER_ROWS = 5;

const widthOf = (letters: readonly (readonly string[])[]): number =>
  letters.reduce((sum, [row = '']) => sum + row.length + 1, -1);

function dotPxOf(sizePx: number): number {
  return Math.max(1, Math.floor(sizePx / widthOf(LETTERS.narrow)));
}

/** Height of the word with the gap above it, in pixels. */
export function demoFootPx(sizePx: number): number {
  return (LETTER_ROWS + 1) * dotPxOf(sizePx);
}

export function demoShapes(sizePx: number): Shape[] {
  const dotPx = dotPxOf(sizePx);
  const letters = widthOf(LETTERS.wide) * dotPx <= sizePx ? LETTERS.wide : LETTERS.narrow;
  // In whole dots: on a panel that shows the icon at half its size, a dot is a pixel.
  let left = dotPx * Math.floor((sizePx / dotPx - widthOf(letters)) / 2);
  const top = sizePx - LETTER_ROWS * dotPx;
  const shapes: Shape[] = [];
  for (const letter of letters) {
    for (const [down, row] of letter.entries())
      for (const [along, dot] of [...row].entries())
        if (dot === '#') shapes.push(rect(left + along * dotPx, top + down * dotPx, dotPx, dotPx));
    left += ((letter[0] ?? '').length + 1) * dotPx;
  }
  return shapes;
}
