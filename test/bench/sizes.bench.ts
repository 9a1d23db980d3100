// Measures the size of the loaded code: the window's to its first paint, of each screen and in all, with the texts of one
// language; the main process's, the preload's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from 'playwright/test';
import { LANGUAGES, type Language } from '../../shared/domain/language';
import { PROJECT } from '../desktop/app/program';
import {
  firstFiles,
  gzippedKb,
  languageOfFile,
  MOST_SCREEN_KB,
  screenFiles
} from '../desktop/window/window-pieces';
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

/** Of the language that loads most. */
const most = (kbOf: (language: Language) => number): number => Math.max(...LANGUAGES.map(kbOf));

test('sizes', () => {
  const screens = [...screenFiles('en').keys()].map(name => [
    `${name} when first opened, gzip`,
    bare([most(language => gzippedKb(screenFiles(language).get(name) ?? []))], 'kB', MOST_SCREEN_KB)
  ]);
  const inLanguage = (language: Language) => (name: string) =>
    isCode(name) && (languageOfFile(name) ?? language) === language;
  save({
    'window code to first paint, gzip': bare(
      [most(language => gzippedKb(firstFiles(language).filter(isCode)))],
      'kB',
      90
    ),
    // Code, texts and styles, beyond those of the first paint.
    ...Object.fromEntries(screens),
    // Of all screens together, each loaded when it is opened; the first paint has its own limit.
    'window code in all, gzip': bare(
      [most(language => gzipped('renderer/assets', inLanguage(language)))],
      'kB',
      230
    ),
    'window texts of the other languages, gzip': bare(
      [
        most(
          language => gzipped('renderer/assets', isCode) - gzipped('renderer/assets', inLanguage(language))
        )
      ],
      'kB'
    ),
    'window styles, gzip': bare([gzipped('renderer/assets', name => name.endsWith('.css'))], 'kB', 16),
    'main, gzip': bare([gzipped('main', isCode)], 'kB'),
    'preload, gzip': bare([gzipped('preload', isCode)], 'kB')
  });
});
