// Finds a built app and a runtime that are there already: a command that reads a number fetches and builds nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';
import { Stop } from '../lib/say.mjs';
import { findFallback } from './fallback-runtime.mjs';
import { findOfficial } from './official-runtime.mjs';

const runtimes = { official: findOfficial, fallback: findFallback };

/**
 * Gives { executable }; undefined when the app was never built, so that everything has to be set up. Throws a Stop when
 * it was, and the runtime is gone. TOKENTRAY_RUNTIME as in provideRuntime.
 */
export function findReadyApp({ folder = projectFolder, env = process.env, find = runtimes } = {}) {
  if (!existsSync(join(folder, 'out/main/index.js'))) return undefined;
  const kinds = Object.hasOwn(find, env.TOKENTRAY_RUNTIME ?? '')
    ? [env.TOKENTRAY_RUNTIME]
    : Object.keys(find);
  const [executable] = kinds.flatMap(kind => find[kind]() ?? []);
  if (executable === undefined)
    throw new Stop('Electron is not here any more. "npm run demo" or "npm start" gets it again.');
  return { executable };
}
