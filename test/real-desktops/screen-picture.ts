// Takes a picture of the whole display with xwd, reads its pixels, and writes it as PNG.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { until } from '../desktop/app/deadline';
import { luminance, type Rgb } from '../wcag-contrast';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Fields of the header of XWD version 7, four bytes each, big-endian; the table of colours follows it. */
const HEADER = { size: 0, width: 4, height: 5, bitsPerPixel: 11, bytesPerLine: 12, colours: 19 } as const;
const BYTES_OF_A_COLOUR = 12;
const MOST_BYTES = 64 * 1024 * 1024;

export class ScreenPicture {
  private constructor(
    readonly width: number,
    readonly height: number,
    private readonly bytes: Buffer,
    private readonly bytesPerLine: number,
    private readonly bytesPerPixel: number
  ) {}

  static async take(): Promise<ScreenPicture> {
    const options = { encoding: 'buffer', maxBuffer: MOST_BYTES } as const;
    // It fails when a window closes while it reads.
    let reason: unknown;
    const stdout = await until(
      'a picture of the display',
      async () => {
        try {
          return (await promisify(execFile)('xwd', ['-root', '-silent'], options)).stdout;
        } catch (thrown) {
          reason = thrown;
          return false;
        }
      },
      () => String(reason)
    );
    const field = (name: keyof typeof HEADER) => stdout.readUInt32BE(4 * HEADER[name]);
    const bytesPerPixel = field('bitsPerPixel') / 8;
    if (bytesPerPixel < 3) throw new Error(`the display has ${field('bitsPerPixel')} bits a pixel`);
    const pixels = stdout.subarray(field('size') + field('colours') * BYTES_OF_A_COLOUR);
    return new ScreenPicture(field('width'), field('height'), pixels, field('bytesPerLine'), bytesPerPixel);
  }

  at(x: number, y: number): Rgb {
    const at = y * this.bytesPerLine + x * this.bytesPerPixel;
    return [this.bytes[at + 2] ?? 0, this.bytes[at + 1] ?? 0, this.bytes[at] ?? 0];
  }

  /** Row after row. */
  pixelsOf({ left, top, width, height }: Area): Rgb[] {
    return Array.from({ length: width * height }, (_, index) =>
      this.at(left + (index % width), top + Math.floor(index / width))
    );
  }

  /** `scale`: so many pixels of the file for each of the display, along and down. */
  png(area: Area = { left: 0, top: 0, width: this.width, height: this.height }, scale = 1): Buffer {
    const rows = Array.from({ length: area.height * scale }, (_, y) => {
      const down = area.top + Math.floor(y / scale);
      const row = Array.from({ length: area.width * scale }, (__, x) =>
        this.at(area.left + Math.floor(x / scale), down)
      );
      return Buffer.from([0, ...row.flat()]);
    });
    const head = Buffer.alloc(13);
    head.writeUInt32BE(area.width * scale, 0);
    head.writeUInt32BE(area.height * scale, 4);
    // Eight bits for each of red, green, blue.
    head.set([8, 2], 8);
    const parts = [part('IHDR', head), part('IDAT', deflateSync(Buffer.concat(rows))), part('IEND')];
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
  }
}

function part(name: string, content = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32; that of Node is experimental. */
function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** The pixel in the middle, from the darkest to the lightest. */
export function medianColour(colours: readonly Rgb[]): Rgb {
  const sorted = [...colours].sort((a, b) => luminance(a) - luminance(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('there is no pixel to measure');
  return middle;
}

const DIFFERENT = 40;
const EDGE_PX = 4;
const LEAST_TEXT_PX = 3;

/** What differs between two pictures within this area, as one rectangle. */
export function changedArea(before: ScreenPicture, after: ScreenPicture, area: Area): Area | undefined {
  const was = before.pixelsOf(area);
  const [columns, rows] = [new Set<number>(), new Set<number>()];
  for (const [at, colour] of after.pixelsOf(area).entries())
    if (colour.some((share, part) => share !== was[at]?.[part as 0])) {
      columns.add(at % area.width);
      rows.add(Math.floor(at / area.width));
    }
  if (rows.size === 0) return undefined;
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const [width, height] = [Math.max(...columns) - left + 1, Math.max(...rows) - top + 1];
  return { left: area.left + left, top: area.top + top, width, height };
}

/** The lines of text of a menu, from the top: the rows of pixels where something is written, each with its gap. */
export function textBands(picture: ScreenPicture, menu: Area): Area[] {
  const inner = {
    left: menu.left + EDGE_PX,
    top: menu.top + EDGE_PX,
    width: menu.width - 2 * EDGE_PX,
    height: menu.height - 2 * EDGE_PX
  };
  const pixels = picture.pixelsOf(inner);
  const ground = medianColour(pixels);
  const isWritten = (y: number) =>
    pixels
      .slice(y * inner.width, (y + 1) * inner.width)
      .some(colour => colour.some((share, at) => Math.abs(share - (ground[at] ?? 0)) > DIFFERENT));
  const bands: Area[] = [];
  for (let y = 0; y < inner.height; y++) {
    if (!isWritten(y)) continue;
    const last = bands.at(-1);
    // The dot of a letter and the letter are one line.
    if (last && y <= last.top - inner.top + last.height + 2) {
      bands[bands.length - 1] = { ...last, height: y - (last.top - inner.top) + 1 };
    } else bands.push({ ...inner, top: inner.top + y, height: 1 });
  }
  return bands.filter(({ height }) => height >= LEAST_TEXT_PX);
}
