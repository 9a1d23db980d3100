// Installs large desktops in a Debian of their own below the cache folder, so that the machine stays as it is.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../lib/places.mjs';
import { collect, read } from '../lib/run.mjs';
import { say, step } from '../lib/say.mjs';
import { HOSTS } from './desktop-hosts.mjs';
import { isRoot } from './system.mjs';

const SUITE = 'bookworm';
const MIRROR = 'http://deb.debian.org/debian';
const OF_EACH = ['dbus', 'fonts-noto-core', 'libgl1-mesa-dri', 'libglx-mesa0', 'libegl1'];
/** Nobody reads them there. */
const LEFT_OUT = ['doc', 'man', 'locale', 'help'].map(name => `--dpkgopt=path-exclude=/usr/share/${name}/*`);

/** Undefined: this host needs none, or it is not installed. */
export function rootOf(host) {
  const folder = join(cacheFolder(), 'desktops', host);
  return HOSTS[host].root && existsSync(folder) ? folder : undefined;
}

/** Installs it, which takes minutes. Gives why that failed, as a sentence; undefined: it is there. */
export async function provideRoot(host) {
  if (rootOf(host)) return undefined;
  if (!isRoot()) return 'It is installed in a Debian of its own, which needs root.';
  const folder = join(cacheFolder(), 'desktops', host);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const packages = [...OF_EACH, ...HOSTS[host].root].join(',');
  const options = ['--variant=minbase', '--dpkgopt=force-unsafe-io', ...LEFT_OUT, `--include=${packages}`];
  const sentence = `Installing ${HOSTS[host].title} in a Debian of its own (about 1 GB)`;
  const { status, text } = await step(sentence, () =>
    collect('mmdebstrap', [...options, SUITE, unfinished, MIRROR])
  );
  if (status === 0) {
    renameSync(unfinished, folder);
    return undefined;
  }
  say(text);
  rmSync(unfinished, { recursive: true, force: true });
  return `It could not be installed in a Debian of its own: mmdebstrap ended with status ${status}.`;
}

/** Of the package that the host is named after. */
export function versionInRoot(host) {
  const root = rootOf(host);
  if (!root) return undefined;
  const place = `--admindir=${join(root, 'var/lib/dpkg')}`;
  return read('dpkg-query', [place, '-W', '-f', '${Version}', HOSTS[host].package]).text;
}
