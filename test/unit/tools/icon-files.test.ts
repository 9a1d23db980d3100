// Tests that every icon of the packages can be read, has the sizes its system needs, and was made from the current
// drawing.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  entriesInIcns,
  icnsOf,
  ICNS_SIZES,
  icoOf,
  ICO_SIZES,
  sideOfPng,
  sidesInIco
} from '../../../electron/tools/pack/icon-files.mjs';
import { hashesOf, iconFiles, LINUX_SIZES } from '../../../electron/tools/icons.mjs';

const RESOURCES = 'electron/resources';
const bytesOf = (name: string) => readFileSync(`${RESOURCES}/${name}`);

test('no icon is older than the drawing, and none was changed by hand: `npm run icons` makes them', () => {
  const made: unknown = JSON.parse(bytesOf('icons/made-from.json').toString('utf8'));
  expect(hashesOf(iconFiles())).toEqual(made);
});

test.each(LINUX_SIZES)('Linux has a picture of %i pixels', size => {
  expect(sideOfPng(bytesOf(`icons/${size}x${size}.png`))).toBe(size);
});

test('the Windows icon contains every size that its desktop shows', () => {
  expect(sidesInIco(bytesOf('icon.ico'))).toEqual(ICO_SIZES);
  expect(ICO_SIZES).toEqual(expect.arrayContaining([16, 20, 24, 32, 48, 256]));
});

test('the macOS icon contains every size from 16 to 512 at both densities, each as its entry says', () => {
  const entries = Object.fromEntries(entriesInIcns(bytesOf('icon.icns'))) as Record<string, number>;
  expect(entries).toMatchObject({ icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512 });
  expect(entries).toMatchObject({ ic11: 32, ic12: 64, ic13: 256, ic14: 512, ic10: 1024 });
});

test('an image that is cut off, not square or in the wrong entry is not accepted as an icon', () => {
  const png = bytesOf('icons/16x16.png');
  expect(() => sideOfPng(png.subarray(0, 200))).toThrow('no whole square PNG');
  const swapped = new Map(ICO_SIZES.map(size => [size, png]));
  expect(() => sidesInIco(icoOf(swapped))).toThrow('an entry of 20 holds 16');
  const whole = icnsOf(new Map(ICNS_SIZES.map(size => [size, png])));
  expect(entriesInIcns(whole)).toHaveLength(10);
  expect(() => entriesInIcns(whole.subarray(0, -1))).toThrow('no whole icon');
});
