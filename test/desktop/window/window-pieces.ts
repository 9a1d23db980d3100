// What the window loads to its first paint, and what each screen loads when it is first opened, by the build's manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LANGUAGES, type Language } from '../../../shared/domain/language';
import { PROJECT } from '../app/program';

/** Limit of what one screen loads when it is first opened, beyond the first paint; kB after gzip. */
export const MOST_SCREEN_KB = 25;

const BUILT = join(PROJECT, 'out/renderer');
/** Loaded by the window too, each at another moment than a screen: the page of its own and the library of the chart. */
const NO_SCREENS = ['popover', 'uplot-chart'];

interface Piece {
  readonly name: string;
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

type Manifest = Readonly<Record<string, Piece | undefined>>;

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(join(BUILT, '.manifest.json'), 'utf8')) as Manifest;

/** The language of a file of texts; undefined for code. A window loads the texts of one language. */
export const languageOfFile = (file: string): Language | undefined =>
  LANGUAGES.find(language => file.includes(`.${language}-`));

/** The files of a piece and of all that it imports at once: code, styles, and texts in this language. */
function filesOf(
  manifest: Manifest,
  key: string,
  language: Language,
  found = new Set<string>()
): Set<string> {
  const piece = manifest[key];
  if (!piece) throw new Error(`The manifest names no ${key}.`);
  if (found.has(piece.file)) return found;
  for (const file of [piece.file, ...(piece.css ?? [])]) found.add(file);
  const texts = (piece.dynamicImports ?? []).filter(next => languageOfFile(next) === language);
  for (const next of [...(piece.imports ?? []), ...texts]) filesOf(manifest, next, language, found);
  return found;
}

/** The files that the first paint waits for. */
export const firstFiles = (language: Language): string[] => [
  ...filesOf(readManifest(), 'index.html', language)
];

/** By screen, the files that its first opening waits for, beyond those of the first paint. */
export function screenFiles(language: Language): Map<string, string[]> {
  const manifest = readManifest();
  const first = filesOf(manifest, 'index.html', language);
  const later = (manifest['index.html']?.dynamicImports ?? [])
    .filter(key => !languageOfFile(key))
    .map(key => {
      const files = [...filesOf(manifest, key, language)].filter(file => !first.has(file));
      return [manifest[key]?.name ?? key, files] as const;
    });
  return new Map(later.filter(([name]) => !NO_SCREENS.includes(name)).toSorted());
}

/** Size of these files together, each after gzip; kB. */
export function gzippedKb(files: readonly string[]): number {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
  return Math.round(bytes / 100) / 10;
}
