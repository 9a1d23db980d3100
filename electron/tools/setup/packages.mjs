// Installs the npm packages when, and only when, node_modules differs from package-lock.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';
import { collectNpm } from '../lib/run.mjs';
import { say, step, Stop } from '../lib/say.mjs';

/**
 * Says whether npm's record of node_modules (its hidden lockfile, written last, so an interrupted install has none)
 * matches the lockfile. Optional packages may be missing: they belong to other systems.
 */
export function isInstalled(wanted, found) {
  if (!found) return false;
  const isSame = ([path, entry]) => {
    const present = found[path];
    if (!present) return entry.optional === true || entry.devOptional === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  };
  const isExpected = path => wanted[path] !== undefined;
  return (
    Object.entries(wanted)
      .filter(([path]) => path !== '')
      .every(isSame) && Object.keys(found).every(isExpected)
  );
}

/** Runs `npm ci` when needed. Install scripts are off: keytar contains its binary, and these tools fetch Electron. */
export async function installPackages() {
  const wanted = packagesOf(join(projectFolder, 'package-lock.json'));
  if (!wanted)
    throw new Stop('package-lock.json is missing or damaged: get it back with git, then try again.');
  if (isInstalled(wanted, packagesOf(join(projectFolder, 'node_modules/.package-lock.json')))) return;
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];
  const { status, text } = await step('Installing packages (npm ci)', () => collectNpm(['ci', ...options]));
  if (status === 0) return;
  say(text);
  throw new Stop(`npm ci ended with status ${status}; its own words are above.`);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
