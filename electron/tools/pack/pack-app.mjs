// Runs electron-builder without any download: the runtime and 7-Zip are given.
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { releaseFolder } from './pack-places.mjs';
import { packageScript } from '../lib/places.mjs';
import { collect } from '../lib/run.mjs';
import { step, Stop } from '../lib/say.mjs';

const systems = { linux: '--linux', darwin: '--mac', win32: '--win' };
/** The default of gzip: the level 9 of electron-builder takes four times as long for a file one hundredth smaller. */
const LEVEL = '6';

/**
 * Packs the unpacked app of this system and processor into a folder below `folder`. The runtime is given as
 * provideRuntime gives it.
 */
export async function packUnpacked({ executable, version }, folder = releaseFolder) {
  await step('Packing the app', () =>
    build([
      systems[process.platform],
      'dir',
      `--${process.arch}`,
      `-c.electronVersion=${version}`,
      `-c.electronDist=${runtimeFolder(executable)}`,
      `-c.directories.output=${folder}`
    ])
  );
}

/** Packs the archive of an unpacked Linux app. */
export async function packTar(unpacked, { version }) {
  const work = mkdtempSync(join(tmpdir(), 'tokentray-7zip-'));
  try {
    const env = {
      ...process.env,
      ELECTRON_BUILDER_7ZIP_PATH: await own7Zip(work),
      ELECTRON_BUILDER_COMPRESSION_LEVEL: LEVEL
    };
    const options = [`--${process.arch}`, `-c.electronVersion=${version}`, '--prepackaged', unpacked];
    await step('Packing the archive', () => build(['--linux', 'tar.gz', ...options], env));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** On macOS the executable is in a bundle, and the bundle is in the folder. */
function runtimeFolder(executable) {
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(executable)))) : dirname(executable);
}

/** npm unpacks 7-Zip without the permission to run it. */
async function own7Zip(folder) {
  const { path7za } = await import('7zip-bin');
  const own = join(folder, '7za');
  copyFileSync(path7za, own);
  chmodSync(own, 0o755);
  return own;
}

async function build(options, env = process.env) {
  const script = packageScript('electron-builder/cli.js');
  const { status, text } = await collect(process.execPath, [script, ...options, '--publish', 'never'], {
    env
  });
  if (status === 0) return;
  throw new Stop(`${text}\nelectron-builder ended with status ${status}; its own words are above.`);
}
