// Everything that must be there before the app can run from a checkout, each part only when it is missing.
import { buildApp } from './build.mjs';
import { requireNode } from '../lib/node-version.mjs';
import { installPackages } from './packages.mjs';
import { provideRuntime } from './runtime.mjs';
import { installLibraries } from './system.mjs';

/**
 * Checks Node, installs packages and system libraries, finds the runtime and builds. Gives the runtime.
 * `purpose` is { isDisplayVirtual, isForTests }; `isOfficialWanted` as in provideRuntime.
 */
export async function setUp({ purpose = {}, isOfficialWanted = false } = {}) {
  await setUpPackages();
  await installLibraries(purpose);
  const runtime = await provideRuntime({ isOfficialWanted });
  await buildApp();
  return runtime;
}

/** Sets up what lint, type checks and unit tests need: a Node that is new enough, and the packages. */
export async function setUpPackages() {
  requireNode();
  await installPackages();
}
