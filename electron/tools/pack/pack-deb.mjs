// Makes the Debian package of an unpacked app: /usr/lib/tokentray, /usr/bin/tokentray, and release/share below
// /usr/share.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { neededLibraries } from '../setup/libraries.mjs';
import { projectFolder } from '../lib/places.mjs';
import {
  debianArchitecture,
  debianVersion,
  manifest,
  packagePaths,
  releaseFolder,
  shareFolder
} from './pack-places.mjs';
import { placeLauncher } from './pack-share.mjs';
import { collect, read } from '../lib/run.mjs';
import { step, Stop } from '../lib/say.mjs';

/** The text below the first line; it is wrapped when it is written. */
const LONG = `Tokentray shows in the tray what crypto wallets are worth now, and opens a window with every
chain and token. It reads only: it holds no private keys and signs nothing. API keys stay in
the keychain of the desktop. "tokentray --help" tells its command line.`;

/**
 * The system packages that the package depends on, the same that the tools need for a checkout: alternatives are
 * separated by a bar.
 */
export const debianNeeds = () => neededLibraries().map(({ names }) => names.join(' | '));

/** The fields of the control file that do not depend on this machine. */
export function debianOptions({ name, version, description }) {
  return {
    name,
    version: debianVersion(version),
    arch: debianArchitecture(),
    section: 'utils',
    priority: 'optional',
    maintainer: 'The Tokentray authors <authors@tokentray.invalid>',
    description: description.split(':')[0],
    productDescription: LONG.replaceAll('\n', ' '),
    bin: name
  };
}

/** `version` and `compression` are changed only in tests. Gives the path of the package, in `folder`. */
export async function packDeb(unpacked, { folder = releaseFolder, ...change } = {}) {
  if (read('dpkg-deb', ['--version']).status !== 0)
    throw new Stop('dpkg-deb is missing: a Debian package can be made on Debian and its children only.');
  const { version = manifest().version, compression = 'xz' } = change;
  const { deb } = packagePaths({ ...manifest(), version }, { folder });
  const { Installer } = await import('electron-installer-debian');
  // Otherwise other users of the machine would find files that they cannot read.
  process.umask(0o022);
  await step('Packing the Debian package', async () => {
    const options = {
      ...debianOptions({ ...manifest(), version }),
      compression,
      src: unpacked,
      dest: folder
    };
    const silent = { logger: () => undefined, rename: () => deb };
    const installer = new (tokentrayInstaller(Installer))({ ...options, ...silent, scripts });
    await installer.generateDefaults();
    installer.generateOptions();
    await installer.createStagingDir();
    await installer.createContents();
    await installer.createPackage();
    await installer.movePackage();
  });
  return deb;
}

/** Where the executable of the installed package lies. */
const PROGRAM = '/usr/lib/tokentray/tokentray';
const scripts = { prerm: join(projectFolder, 'electron/resources/linux/prerm') };

/** A menu entry and a link start the app without the launcher between. */
export function entryOfProgram(text) {
  return text.replace(/^((?:Try)?Exec=)tokentray(?= |$)/gm, `$1${PROGRAM}`);
}

/** The menu entry, icons and copyright of electron-builder come from a template; ours are in release/share. */
function tokentrayInstaller(Installer) {
  return class extends Installer {
    get contentFunctions() {
      return ['copyApplication', 'copyScripts', 'createLauncher', 'createControl', 'copyShared'];
    }

    async generateDefaults() {
      await super.generateDefaults();
      const suggests = ['gnome-keyring | kwalletmanager | keepassxc', 'gnome-shell-extension-appindicator'];
      const none = { preDepends: [], enhances: [] };
      Object.assign(this.defaults, none, { depends: debianNeeds(), recommends: ['xdg-utils'], suggests });
      return this.defaults;
    }

    async copyApplication() {
      await super.copyApplication();
      // This folder is for the archive and the AppImage: in the Debian package the files are below /usr/share.
      await collect('rm', ['-rf', join(this.stagingAppDir, 'share'), join(this.stagingAppDir, 'bin')]);
    }

    /** On the PATH is the launcher, which answers or starts the app. */
    createLauncher() {
      const { version } = manifest();
      placeLauncher(join(this.stagingDir, 'usr/bin', this.options.bin), { version, app: PROGRAM });
    }

    async copyShared() {
      if (!existsSync(shareFolder)) throw new Stop(`${shareFolder} is missing: pack it first.`);
      const goal = join(this.stagingDir, 'usr/share');
      mkdirSync(goal, { recursive: true });
      await collect('cp', ['-a', `${shareFolder}/.`, goal]);
      const entry = join(goal, 'applications/tokentray.desktop');
      writeFileSync(entry, entryOfProgram(readFileSync(entry, 'utf8')));
    }
  };
}
