// Names what `npm run pack` makes, and the one version and machine it makes it for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';

/** Everything that is packed ends up below it; git leaves it alone. */
export const releaseFolder = join(projectFolder, 'release');

/** What is not of one system: manual page, completions, menu entry, icons, licences, as they lie below /usr/share. */
export const shareFolder = join(releaseFolder, 'share');

/** Of package.json: `{ name, version, productName, description }`. */
export function manifest() {
  return JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
}

/** The version as Debian sorts it: what comes before a version gets a tilde, so that 1.0.0-rc.1 is older than 1.0.0. */
export const debianVersion = version => version.replace('-', '~');

/** As Debian calls this processor; undefined: no package is made for it. */
export const debianArchitecture = (arch = process.arch) => ({ x64: 'amd64', arm64: 'arm64' })[arch];

/** The files that are handed out, by kind. `arch` is Node's word. */
export function packagePaths({ name, version }, { arch = process.arch, folder = releaseFolder } = {}) {
  return {
    unpacked: join(folder, arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`),
    tar: join(folder, `${name}-${version}-linux-${arch}.tar.gz`),
    deb: join(folder, `${name}_${debianVersion(version)}_${debianArchitecture(arch)}.deb`),
    bill: join(folder, `${name}-${version}.cdx.json`)
  };
}
