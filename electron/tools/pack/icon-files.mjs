// Writes PNGs into the icon formats of Windows and macOS, and reads their sizes. Pure: bytes in, bytes out.

/**
 * Entries of the macOS file: the type of each and its side in pixels.
 * https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 */
const ICNS = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024]
];
export const ICNS_SIZES = [...new Set(ICNS.map(([, size]) => size))];
export const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];

const PNG_START = '89504e470d0a1a0a';

/** Gives the side of a square PNG, in pixels. Throws when it is not one, or is cut off. */
export function sideOfPng(bytes) {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const isWhole = bytes.toString('latin1', bytes.length - 8, bytes.length - 4) === 'IEND';
  if (bytes.toString('hex', 0, 8) !== PNG_START || !isWhole || width !== height)
    throw new Error('this is no whole square PNG');
  return width;
}

/** `pngs`: by side. Format: a header of 6 bytes, 16 bytes per entry, then the PNGs. 256 is written as 0. */
export function icoOf(pngs, sizes = ICO_SIZES) {
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, place) => {
    const at = 6 + 16 * place;
    const { length } = pngs.get(size);
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([header, ...sizes.map(size => pngs.get(size))]);
}

/** Gives the sides of the images in the file, each read from the PNG itself and compared with its entry. */
export function sidesInIco(bytes) {
  if (bytes.readUInt32LE(0) !== 0x10000) throw new Error('this is no icon of Windows');
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, place) => {
    const at = 6 + 16 * place;
    const [length, offset] = [bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 12)];
    const side = sideOfPng(bytes.subarray(offset, offset + length));
    if (side % 256 !== bytes.readUInt8(at))
      throw new Error(`an entry of ${bytes.readUInt8(at)} holds ${side}`);
    return side;
  });
}

/** `pngs`: by side. Format: "icns", the total length, then a type, a length and a PNG for each. */
export function icnsOf(pngs) {
  const entries = ICNS.map(([type, size]) => chunk(type, pngs.get(size)));
  return chunk('icns', Buffer.concat(entries));
}

/** Gives `[type, side]` of each image in the file. */
export function entriesInIcns(bytes) {
  if (bytes.toString('latin1', 0, 4) !== 'icns' || bytes.readUInt32BE(4) !== bytes.length)
    throw new Error('this is no whole icon of macOS');
  const entries = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4)) {
    const png = bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4));
    entries.push([bytes.toString('latin1', at, at + 4), sideOfPng(png)]);
  }
  return entries;
}

function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
