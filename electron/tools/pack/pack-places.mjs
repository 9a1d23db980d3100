// Names the output files of `npm run pack`, for one version and one system.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';

/** Everything that is packed goes below this folder; git ignores it. */
export const releaseFolder = join(projectFolder, 'release');

/**
 * Files that are the same on every system: manual page, completions, menu entry, icons, licences, as they are placed
 * below /usr/share.
 */
export const shareFolder = join(releaseFolder, 'share');

/** The launcher of the command line, for the archive; the Debian package has its own, which knows where the app lies. */
export const binFolder = join(releaseFolder, 'bin');

/** Fields of package.json: `{ name, version, productName, description }`. */
export function manifest() {
  return JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
}

/** The version as Debian sorts it: a pre-release gets a tilde, so that 1.0.0-rc.1 is older than 1.0.0. */
export const debianVersion = version => version.replace('-', '~');

/** Debian's name of this processor; undefined: no package is made for it. */
export const debianArchitecture = (arch = process.arch) => ({ x64: 'amd64', arm64: 'arm64' })[arch];

/** Paths of the released files, by kind. `arch` is Node's name of the processor. */
export function packagePaths({ name, version }, { arch = process.arch, folder = releaseFolder } = {}) {
  return {
    unpacked: join(folder, arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`),
    tar: join(folder, `${name}-${version}-linux-${arch}.tar.gz`),
    deb: join(folder, `${name}_${debianVersion(version)}_${debianArchitecture(arch)}.deb`),
    bill: join(folder, `${name}-${version}.cdx.json`)
  };
}
