// Reads a package from outside: the archive's list of files and the fuses in the executable, both by their published
// layout.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronPath } from '../desktop/app/program';

/** Folder of the unpacked app. */
export const packageFolder = (): string => dirname(electronPath());

interface Entry {
  readonly files?: Record<string, Entry>;
}

/**
 * Gives the paths of all files in `resources/app.asar`. Its header: four sizes of four bytes, then JSON.
 * https://github.com/electron/asar
 */
export function archivedFiles(): string[] {
  const bytes = readFileSync(join(packageFolder(), 'resources/app.asar'));
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry;
  const walk = ({ files = {} }: Entry, path: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) =>
      entry.files ? walk(entry, `${path}${name}/`) : [`${path}${name}`]
    );
  return walk(header, '');
}

/** Gives the paths of all files beside the archive, relative to the folder of the app. */
export function unpackedFiles(): string[] {
  const folder = packageFolder();
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** The fuses in the order of the fuse wire. */
const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges'
];

/**
 * Gives the fuses of the executable: `on`, `off` or `none`. After the sentinel come a version, a length, and one digit
 * per fuse. https://github.com/electron/fuses
 */
export function fuses(): Record<string, string> {
  const bytes = readFileSync(electronPath());
  const at = bytes.indexOf(SENTINEL) + SENTINEL.length;
  const [version = 0, length = 0] = bytes.subarray(at, at + 2);
  if (version !== 1) throw new Error(`the fuses are of version ${version}, which is not known`);
  const wire = bytes.toString('latin1', at + 2, at + 2 + length);
  const states: Record<string, string> = { '0': 'off', '1': 'on' };
  return Object.fromEntries(FUSES.map((name, place) => [name, states[wire[place] ?? ''] ?? 'none']));
}
