// Measures the size of the loaded code: the window's to its first paint and in all, the main process's, the preload's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'playwright/test';
import { PROJECT } from '../desktop/app/program';
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

/** Gives the files that index.html names itself; all others are loaded on demand. */
function firstNames(): string[] {
  const page = readFileSync(join(PROJECT, 'out/renderer/index.html'), 'utf8');
  return [...page.matchAll(/assets\/([\w.-]+)/g)].map(([, name = '']) => name);
}

test('sizes', () => {
  const first = firstNames();
  save({
    'window code to first paint, gzip': bare(
      [gzipped('renderer/assets', name => isCode(name) && first.includes(name))],
      'kB',
      90
    ),
    // Of all screens together, each loaded when it is opened; the first paint has its own limit.
    'window code in all, gzip': bare([gzipped('renderer/assets', isCode)], 'kB', 230),
    'window styles, gzip': bare([gzipped('renderer/assets', name => name.endsWith('.css'))], 'kB', 16),
    'main, gzip': bare([gzipped('main', isCode)], 'kB'),
    'preload, gzip': bare([gzipped('preload', isCode)], 'kB')
  });
});
