// Builds the app when, and only when, something that goes into the build changed.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageScript, projectFolder } from '../lib/places.mjs';
import { collect } from '../lib/run.mjs';
import { step, Stop } from '../lib/say.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'electron.vite.languages.ts',
  'svelte.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json'
];
// These files are no part of the app.
const leftOut = ['electron/tools'];

/**
 * Gives one hash of the names and the bytes of all sources; times are ignored, so a fresh clone and a copy have the
 * same hash.
 */
export function hashSources(folder = projectFolder, names = sources) {
  const hash = createHash('sha256');
  for (const file of names.flatMap(name => filesUnder(join(folder, name), folder)).sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Runs electron-vite when needed. The stamp also contains the time of the output, so a manual build is noticed. */
export async function buildApp() {
  const stamp = join(projectFolder, 'out/.stamp');
  const output = join(projectFolder, 'out/main/index.js');
  const wanted = () => `${hashSources()} ${statSync(output).mtimeMs}`;
  if (existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === wanted()) return;
  rmSync(stamp, { force: true });
  // If sources change during the build, the stamp must not include the change.
  const before = hashSources();
  const command = [packageScript('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'];
  const { status, text } = await step('Building the app', () => collect(process.execPath, command));
  if (status !== 0 || !existsSync(output))
    throw new Stop(`${text}
The build failed (status ${status}); its own words are above.`);
  if (hashSources() === before) writeFileSync(stamp, wanted());
}

function filesUnder(path, root) {
  const name = relative(root, path).replaceAll('\\', '/');
  if (leftOut.includes(name) || !existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [name];
  return readdirSync(path).flatMap(entry => filesUnder(join(path, entry), root));
}
