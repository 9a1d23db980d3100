// Gets the missing system libraries on Debian and Ubuntu: installs them as root, else prints the command to type.
import { readFileSync } from 'node:fs';
import * as libraries from './libraries.mjs';
import { collect, read } from '../lib/run.mjs';
import { say, step, Stop } from '../lib/say.mjs';

const dpkgArchitectures = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' };

/** True when this process is root, where Chromium's sandbox cannot be on. */
export const isRoot = () => process.getuid?.() === 0;

/**
 * Makes sure that the libraries for `purpose` (see neededLibraries) are installed. Does nothing on other systems:
 * there, a failing start names what is missing. Throws a Stop only when a vital library is missing and cannot be
 * installed.
 */
export async function installLibraries(purpose) {
  if (process.platform !== 'linux' || !isDebian()) return;
  const needs = libraries.neededLibraries(purpose);
  const missing = findMissing(needs);
  if (missing.length === 0) return;
  if (!isRoot()) return askPerson(missing);
  const text = await step(`Installing system libraries (${missing.length} missing)`, () => install(missing));
  const left = findMissing(needs);
  if (left.length > 0) say(text);
  if (left.some(need => need.isVital)) throw new Stop(`apt-get could not install: ${listNames(left)}.`);
  if (left.length > 0) say(`Not installed, going on without: ${listNames(left)}.`);
}

/** Gives the output of apt-get. */
export async function install(missing) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  // A broken third-party list makes the update fail although Debian's own lists are up to date: the install is tried
  // all the same.
  const update = await collect('apt-get', ['-qq', 'update'], options);
  const names = libraries.packagesToInstall(missing, findOffered(missing));
  const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Dpkg::Use-Pty=0'];
  const command = [...quiet, 'install', '-y', '--no-install-recommends', ...names];
  return update.text + (await collect('apt-get', command, options)).text;
}

function askPerson(missing) {
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${listNames(missing)}`;
  if (missing.some(need => need.isVital))
    throw new Stop(`System libraries are missing. Please run this once, then try again:\n\n  ${command}\n`);
  say(`Pictures look better with fonts that are missing here: ${command}`);
}

/** The packages to install for these needs, as words of a command. */
export function listNames(needs) {
  return libraries.packagesToInstall(needs, findOffered(needs)).join(' ');
}

/** Those of the needs (see libraries.mjs) that no installed package satisfies. */
export function findMissing(needs) {
  const format = '${Package} ${Architecture} ${db:Status-Status}\\n';
  // dpkg-query ends with status 1 when it does not know a name; it still lists the known ones.
  const { text } = read('dpkg-query', ['-W', '-f', format, ...needs.flatMap(need => need.names)]);
  const architecture = dpkgArchitectures[process.arch] ?? process.arch;
  return libraries.missingLibraries(needs, libraries.installedPackages(text, architecture));
}

function findOffered(needs) {
  const { text } = read('apt-cache', ['policy', ...needs.flatMap(need => need.names)]);
  return libraries.offeredPackages(text);
}

/** Whether packages have the names of Debian, and dpkg knows them. */
export function isDebian() {
  try {
    return (
      libraries.isDebianLike(readFileSync('/etc/os-release', 'utf8')) &&
      read('dpkg-query', ['--version']).status === 0
    );
  } catch {
    return false;
  }
}
