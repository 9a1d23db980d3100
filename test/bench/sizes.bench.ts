// Measures the size of the loaded code: the window's to its first paint, of each screen and in all, the main process's, the
// preload's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'playwright/test';
import { PROJECT } from '../desktop/app/program';
import { firstFiles, gzippedKb, MOST_SCREEN_KB, screenFiles } from '../desktop/window/window-pieces';
import { bare, save } from './figures';

const isCode = (name: string): boolean => name.endsWith('.js');
const kb = (bytes: number): number => Math.round(bytes / 100) / 10;

/** Size in kB after gzip of the files below `out` whose names match. */
function gzipped(folder: string, fits: (name: string) => boolean): number {
  const files = readdirSync(join(PROJECT, 'out', folder)).filter(fits);
  return kb(
    files.reduce((sum, name) => sum + gzipSync(readFileSync(join(PROJECT, 'out', folder, name))).length, 0)
  );
}

test('sizes', () => {
  const screens = [...screenFiles()].map(([name, files]) => [
    `${name} when first opened, gzip`,
    bare([gzippedKb(files)], 'kB', MOST_SCREEN_KB)
  ]);
  save({
    'window code to first paint, gzip': bare([gzippedKb(firstFiles().filter(isCode))], 'kB', 90),
    // Code and styles, beyond those of the first paint.
    ...Object.fromEntries(screens),
    // Of all screens together, each loaded when it is opened; the first paint has its own limit.
    'window code in all, gzip': bare([gzipped('renderer/assets', isCode)], 'kB', 230),
    'window styles, gzip': bare([gzipped('renderer/assets', name => name.endsWith('.css'))], 'kB', 16),
    'main, gzip': bare([gzipped('main', isCode)], 'kB'),
    'preload, gzip': bare([gzipped('preload', isCode)], 'kB')
  });
});
