// Gets the official Electron of the pinned version through its own installer, without a long wait where it is
// unreachable.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, projectFolder } from '../lib/places.mjs';
import { collect } from '../lib/run.mjs';
import { say, step } from '../lib/say.mjs';

const electronFolder = join(projectFolder, 'node_modules/electron');
const dayMs = 24 * 60 * 60 * 1000;

/** Gives the version that package.json pins. */
export function officialVersion() {
  return JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;
}

/**
 * Gives the executable of an installed official Electron, or undefined. path.txt is the last file that its installer
 * writes.
 */
export function findOfficial(folder = electronFolder) {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
}

/**
 * Gives the URL of the zip; the environment variables of the installer can change it to a mirror.
 * @param {{ platform: string, arch: string }} system
 */
export function officialAddress(version, env = process.env, system = process) {
  const { platform, arch } = system;
  const mirror = env.npm_config_electron_mirror || env.NPM_CONFIG_ELECTRON_MIRROR || env.ELECTRON_MIRROR;
  const base = mirror || 'https://github.com/electron/electron/releases/download/';
  return `${base}v${version}/electron-v${version}-${platform}-${arch}.zip`;
}

/**
 * Downloads and unpacks the official runtime; gives true when it is there afterwards. The installer also runs when the
 * download seems unreachable, but with a short limit: it may have the zip in its own cache.
 */
export async function fetchOfficial(version) {
  const env = { ...process.env };
  if (hasProxy(env)) env.ELECTRON_GET_USE_PROXY = 'true';
  await step(`Getting official Electron ${version}`, async () => {
    const limitMs = (await isReachable(version, env)) ? 10 * 60_000 : 15_000;
    const installer = join(electronFolder, 'install.js');
    // The installer prints long stack traces about one refused connection; runtime.mjs tells the consequence.
    const { text } = await collect(process.execPath, [installer], { env, limitMs });
    if (process.env.TOKENTRAY_VERBOSE) say(text);
  });
  return findOfficial() !== undefined;
}

/** Says whether a download failed less than a day ago, so that another try would only cost time. */
export async function isKnownUnreachable(version, now = Date.now()) {
  const noted = await stat(noteFile(version)).catch(() => undefined);
  return noted !== undefined && now - noted.mtimeMs < dayMs;
}

/** Records whether the download was unreachable. If the record cannot be written, the next run tries again. */
export async function noteUnreachable(version, isUnreachable) {
  const note = 'The official Electron could not be downloaded. Delete this file to try again.\n';
  const write = () =>
    mkdir(cacheFolder(), { recursive: true }).then(() => writeFile(noteFile(version), note));
  await (isUnreachable ? write() : rm(noteFile(version), { force: true })).catch(() => undefined);
}

function noteFile(version) {
  return join(cacheFolder(), `electron-${version}-unreachable`);
}

const hasProxy = env => Boolean(env.HTTPS_PROXY || env.https_proxy || env.HTTP_PROXY || env.http_proxy);

/** Requests the zip itself, redirects included: GitHub may answer although the host of the files does not. */
async function isReachable(version, env) {
  if (hasProxy(env)) return true;
  try {
    const reply = await fetch(officialAddress(version, env), { signal: AbortSignal.timeout(10_000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}
