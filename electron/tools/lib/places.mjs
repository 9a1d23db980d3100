// Names the folders that the tools read and write; all other tools use this file.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const projectFolder = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Folder of the demo's screenshots unless another one is given. */
export const picturesFolder = join(projectFolder, 'pictures');

/**
 * Folder of a fetched Electron runtime, outside the checkout so that clones share it. Priority: TOKENTRAY_CACHE, then
 * XDG_CACHE_HOME, then ~/.cache.
 */
export function cacheFolder(env = process.env, home = homedir()) {
  if (env.TOKENTRAY_CACHE) return resolve(env.TOKENTRAY_CACHE);
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'tokentray');
}

/** Path of the script of an installed package, to be run with this Node (no .bin shim, so Windows works the same). */
export function packageScript(path) {
  return join(projectFolder, 'node_modules', path);
}
