// Fills release/share, laid out as below /usr/share: menu entry, metadata, icons, manual page, completions, JSON Schemas,
// licences, changelog.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appPackages } from './licences.mjs';
import { projectFolder } from '../lib/places.mjs';
import { binFolder, manifest, packagePaths, shareFolder } from './pack-places.mjs';
import { debianCopyright, noticesOf } from './pack-notices.mjs';
import { say, step } from '../lib/say.mjs';
import { writeBill } from './sbom.mjs';

const resources = join(projectFolder, 'electron/resources');

/** Target of each file of electron/resources. `.gz`: the file is compressed when it is copied. */
export function sharedFiles(folder = resources) {
  const sizes = readdirSync(join(folder, 'icons')).filter(name => name.endsWith('.png'));
  return [
    ['linux/tokentray.desktop', 'applications/tokentray.desktop'],
    ['linux/app.tokentray.Tokentray.metainfo.xml', 'metainfo/app.tokentray.Tokentray.metainfo.xml'],
    ['icon.svg', 'icons/hicolor/scalable/apps/tokentray.svg'],
    ...sizes.map(name => [`icons/${name}`, `icons/hicolor/${name.slice(0, -4)}/apps/tokentray.png`]),
    ['tokentray.1', 'man/man1/tokentray.1.gz'],
    ['completions/tokentray.bash', 'bash-completion/completions/tokentray'],
    ['completions/_tokentray', 'zsh/vendor-completions/_tokentray'],
    ['completions/tokentray.fish', 'fish/vendor_completions.d/tokentray.fish'],
    ['tokentray.schema.json', 'tokentray/tokentray.schema.json']
  ];
}

/** The folder is created anew each time, so that no file of an older version stays. */
export async function packShare() {
  await step('Collecting licences, manual page, completions and icons', async () => {
    for (const folder of [shareFolder, binFolder]) rmSync(folder, { recursive: true, force: true });
    placeLauncher(join(binFolder, 'tokentray'), { version: manifest().version });
    for (const [from, to] of sharedFiles()) placeFile(from, to);
    const packages = await appPackages();
    const document = (name, text) => place(Buffer.from(text), `doc/tokentray/${name}`);
    document('third-party-licences.txt.gz', noticesOf(packages));
    document('copyright', debianCopyright(readFileSync(join(projectFolder, 'LICENSE'), 'utf8')));
    document('changelog.gz', readFileSync(join(projectFolder, 'CHANGELOG.md')));
    // The bill of materials is both beside the packages and in them.
    const { bill } = packagePaths(manifest());
    writeBill(bill, packages);
    document('sbom.cdx.json', readFileSync(bill));
  });
}

/** The launcher with what it must know: the app's version, and where its executable lies ("": beside its folder). */
export function launcherText({ version, app = '' }, folder = resources) {
  return readFileSync(join(folder, 'linux/tokentray.sh'), 'utf8')
    .replace(/^version=''$/m, () => `version='${version}'`)
    .replace(/^app=''$/m, () => `app='${app}'`);
}

export function placeLauncher(file, facts) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, launcherText(facts));
  chmodSync(file, 0o755);
}

function placeFile(from, to) {
  const file = join(resources, from);
  if (existsSync(file)) place(readFileSync(file), to);
  else say(`  not packed, as it is not there: ${file}`);
}

/** gzip writes no time and no name here, so that the same text gives the same bytes. */
function place(bytes, to) {
  const file = join(shareFolder, to);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, to.endsWith('.gz') ? gzipSync(bytes, { level: 9 }) : bytes, { mode: 0o644 });
}
