// Gets the real panel and notification daemon that the tests of `npm run desktops` drive, on Debian and Ubuntu.
import { say, step } from '../lib/say.mjs';
import { realDesktopNeeds } from './libraries.mjs';
import { findMissing, install, isDebian, isRoot, listNames } from './system.mjs';

/**
 * Installs what is missing, as root. Gives why the tests cannot run here, as a sentence; undefined: all is here. Never
 * throws: no test of the app fails because a mirror is out of reach.
 */
export async function provideDesktopPrograms() {
  if (process.platform !== 'linux' || !isDebian())
    return 'Tests on a real desktop need Debian or Ubuntu, where their programs are known by name.';
  const needs = realDesktopNeeds();
  const missing = findMissing(needs);
  if (missing.length === 0) return undefined;
  const command = `sudo apt-get install -y --no-install-recommends ${listNames(missing)}`;
  if (!isRoot()) return `Tests on a real desktop need programs that are missing here: ${command}`;
  const text = await step(`Installing a panel and a notification daemon (${missing.length} missing)`, () =>
    install(missing)
  );
  const left = findMissing(needs);
  if (left.length === 0) return undefined;
  say(text);
  return `Tests on a real desktop need programs that apt-get could not install: ${listNames(left)}.`;
}
