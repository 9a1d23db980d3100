// Finds the tray icon in a picture of the panel by comparing with the drawings of every state, and measures its contrast.
import { drawIcon, type IconInk, type IconState } from '../../electron/core/tray/icon';
import { contrast, type Rgb } from '../wcag-contrast';
import { medianColour, type Area, type ScreenPicture } from './screen-picture';

export const STATES = ['normal', 'stale', 'error', 'paused', 'hidden'] as const satisfies IconState[];

export interface IconSight {
  readonly state: IconState;
  readonly area: Area;
  /** Of the ink against what surrounds it. */
  readonly contrast: number;
  readonly ink: Rgb;
  readonly around: Rgb;
  /** How far the picture is from the drawing, 0 to 1. */
  readonly difference: number;
}

export interface Looked {
  readonly text: string;
  readonly ink: IconInk;
  readonly isDemo: boolean;
}

/** Of the icon that the panel gets. */
const DRAWN_PX = 44;
/** Sizes that a panel may draw it in. */
const SHOWN_PX = [16, 18, 20, 22, 24, 26];
const FULL_INK = 0.75;
const NO_INK = 0.03;
const DIFFERENT = 12;

interface Drawing {
  readonly state: IconState;
  readonly sizePx: number;
  /** Of each pixel: colour, alpha, and how much ink it has, from 0 to 1. */
  readonly pixels: readonly { colour: Rgb; alpha: number; ink: number }[];
}

/** The drawing of each state in each size, as `ink` draws it. */
export function drawingsOf({ text, ink, isDemo }: Looked): Drawing[] {
  return STATES.flatMap(state => {
    const { rgba } = drawIcon({ text, state, ink, isDemo, sizePx: DRAWN_PX });
    return SHOWN_PX.map(sizePx => ({ state, sizePx, pixels: shrunk(rgba, sizePx, ink) }));
  });
}

function shrunk(rgba: Uint8Array, sizePx: number, ink: IconInk): Drawing['pixels'] {
  const step = DRAWN_PX / sizePx;
  return Array.from({ length: sizePx * sizePx }, (_, index) => {
    const [x, y] = [(index % sizePx) * step, Math.floor(index / sizePx) * step];
    const sum = { red: 0, green: 0, blue: 0, alpha: 0, area: 0 };
    for (let down = Math.floor(y); down < y + step && down < DRAWN_PX; down++)
      for (let along = Math.floor(x); along < x + step && along < DRAWN_PX; along++) {
        const part = overlap(along, x, step) * overlap(down, y, step);
        const at = 4 * (down * DRAWN_PX + along);
        const share = (part * (rgba[at + 3] ?? 0)) / 255;
        sum.red += share * (rgba[at] ?? 0);
        sum.green += share * (rgba[at + 1] ?? 0);
        sum.blue += share * (rgba[at + 2] ?? 0);
        sum.alpha += share;
        sum.area += part;
      }
    const alpha = sum.alpha / sum.area;
    const colour = [sum.red, sum.green, sum.blue].map(part => part / (sum.alpha || 1)) as [
      number,
      number,
      number
    ];
    // On its plate the ink is white, and the plate is nearly black.
    return { colour, alpha, ink: ink === 'plate' ? alpha * (colour[0] / 255) : alpha };
  });
}

/** Of the pixel from `pixel` to `pixel + 1` with the stretch from `start`. */
const overlap = (pixel: number, start: number, length: number) =>
  Math.max(0, Math.min(pixel + 1, start + length) - Math.max(pixel, start));

/** Undefined: nothing but the panel is there. Else what is most like it; other icons may lie beside it. */
export function lookForIcon(
  picture: ScreenPicture,
  panel: Area,
  drawings: readonly Drawing[]
): IconSight | undefined {
  const ground = mostFrequent(picture.pixelsOf(panel));
  const found = boundsOfOthers(picture, panel, ground);
  if (!found) return undefined;
  let best: { drawing: Drawing; area: Area; difference: number } | undefined;
  for (const drawing of drawings)
    for (const area of placesOf(drawing.sizePx, found, picture)) {
      // Most places differ at a glance.
      if (differenceOf(picture, area, drawing, ground, GLANCE) > DIFFERENT_AT_A_GLANCE) continue;
      const difference = differenceOf(picture, area, drawing, ground);
      if (!best || difference < best.difference) best = { drawing, area, difference };
    }
  return best && { ...best, state: best.drawing.state, ...measured(picture, best.area, best.drawing) };
}

/** One pixel of so many. */
const GLANCE = 11;
const DIFFERENT_AT_A_GLANCE = 0.2;
/** The ink does not fill its square. */
const AROUND_PX = 8;

function placesOf(sizePx: number, { left, top, width, height }: Area, picture: ScreenPicture): Area[] {
  const range = (start: number, length: number, whole: number) => {
    const first = Math.max(0, Math.min(start, start + length - sizePx) - AROUND_PX);
    const last = Math.min(whole - sizePx, Math.max(start, start + length - sizePx) + AROUND_PX);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  };
  const columns = range(left, width, picture.width);
  return range(top, height, picture.height).flatMap(y =>
    columns.map(x => ({ left: x, top: y, width: sizePx, height: sizePx }))
  );
}

function measured(picture: ScreenPicture, area: Area, { pixels }: Drawing) {
  const seen = picture.pixelsOf(area);
  const ink = medianColour(seen.filter((_, at) => (pixels[at]?.ink ?? 0) >= FULL_INK));
  const isOnPlate = pixels.some(({ alpha, ink: share }) => alpha > 0.99 && share < 0.2);
  const around = medianColour(
    seen.filter((_, at) => {
      const { alpha = 0, ink: share = 0 } = pixels[at] ?? {};
      return isOnPlate ? alpha > 0.99 && share < 0.2 : share <= NO_INK;
    })
  );
  return { ink, around, contrast: contrast(ink, around) };
}

/** From 0 to 1; `step`: of one pixel of so many. */
function differenceOf(
  picture: ScreenPicture,
  area: Area,
  { pixels }: Drawing,
  ground: Rgb,
  step = 1
): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < pixels.length; at += step) {
    const { colour, alpha } = pixels[at]!;
    const seen = picture.at(area.left + (at % area.width), area.top + Math.floor(at / area.width));
    for (const part of [0, 1, 2] as const)
      sum += Math.abs(seen[part] - (ground[part] * (1 - alpha) + colour[part] * alpha));
    count += 1;
  }
  return sum / (count * 3 * 255);
}

function boundsOfOthers(picture: ScreenPicture, panel: Area, ground: Rgb): Area | undefined {
  const others = picture
    .pixelsOf(panel)
    .flatMap((colour, at) =>
      colour.some((part, index) => Math.abs(part - (ground[index] ?? 0)) > DIFFERENT)
        ? [{ x: at % panel.width, y: Math.floor(at / panel.width) }]
        : []
    );
  if (others.length === 0) return undefined;
  const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [[left, right], [top, bottom]] = [range(others.map(({ x }) => x)), range(others.map(({ y }) => y))];
  return {
    left: panel.left + left,
    top: panel.top + top,
    width: right - left + 1,
    height: bottom - top + 1
  };
}

function mostFrequent(colours: readonly Rgb[]): Rgb {
  const counts = new Map<string, { colour: Rgb; count: number }>();
  for (const colour of colours) {
    const known = counts.get(colour.join()) ?? { colour, count: 0 };
    counts.set(colour.join(), { colour, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]!.colour;
}
