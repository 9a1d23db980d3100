// Names the folders that the tools read and write; everything else here asks this file.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, absolute. */
export const projectFolder = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Where the demo leaves its screenshots unless told otherwise. */
export const picturesFolder = join(projectFolder, 'pictures');

/**
 * Where a fetched Electron runtime is kept between runs, outside the checkout so that clones share it.
 * TOKENTRAY_CACHE wins, then XDG_CACHE_HOME, then ~/.cache.
 */
export function cacheFolder(env = process.env, home = homedir()) {
  if (env.TOKENTRAY_CACHE) return resolve(env.TOKENTRAY_CACHE);
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'tokentray');
}

/** The script of an installed package, to be run with this Node (no .bin shim, so Windows works the same). */
export function packageScript(path) {
  return join(projectFolder, 'node_modules', path);
}
