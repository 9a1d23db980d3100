// Runs electron-builder without letting it download anything: the runtime is ours, and so is 7-Zip.
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { releaseFolder } from './pack-places.mjs';
import { packageScript } from '../lib/places.mjs';
import { collect } from '../lib/run.mjs';
import { step, Stop } from '../lib/say.mjs';

const systems = { linux: '--linux', darwin: '--mac', win32: '--win' };
/** gzip's own habit: the level 9 of electron-builder takes four times as long for one hundredth less. */
const LEVEL = '6';

/** The unpacked app of this system and processor, into a folder of `folder`. The runtime as provideRuntime gives it. */
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

/** The archive of an unpacked Linux app. */
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

/** On macOS the executable lies in a bundle, and the bundle in the folder. */
function runtimeFolder(executable) {
  return process.platform === 'darwin' ? dirname(dirname(dirname(dirname(executable)))) : dirname(executable);
}

/** npm unpacks it without the right to run it. */
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
