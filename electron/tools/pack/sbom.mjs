// npm run sbom [-- FILE]: the bill of materials in CycloneDX: the packages of `npm run licences`, as the lockfile pins
// them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appPackages } from './licences.mjs';
import { attempt, say } from '../lib/say.mjs';

const ROOT = join(import.meta.dirname, '../../..');
/** The bill of the whole dependency tree is some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Gives npm's bill without the packages that only build and test the app. Packages are matched by name and version,
 * because one version of each is installed. npm names the app by its folder, and does not know the licence names of
 * old packages: both are corrected.
 */
export function billOf(whole, packages, name) {
  const { component: app } = whole.metadata;
  const metadata = { ...whole.metadata, component: { ...app, type: 'application', name } };
  const components = whole.components.flatMap(component => {
    const own = packages.find(kept => kept.name === component.name && kept.version === component.version);
    const { licenses = [{ expression: own?.licence }] } = component;
    return own ? [{ ...component, properties: [], scope: 'required', licenses }] : [];
  });
  const kept = new Set([app?.['bom-ref'], ...components.map(each => each['bom-ref'])]);
  const dependencies = whole.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(other => kept.has(other)) }));
  return { ...whole, metadata, components, dependencies };
}

/**
 * Reads the lockfile, without network. The build of the app sets NODE_ENV, which would make npm leave out most
 * packages.
 */
function wholeBill() {
  const isWindows = process.platform === 'win32';
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--offline'];
  const env = { ...process.env };
  delete env.NODE_ENV;
  const options = { cwd: ROOT, env, encoding: 'utf8', maxBuffer: MOST_BYTES, shell: isWindows };
  return JSON.parse(execFileSync(isWindows ? 'npm.cmd' : 'npm', asked, options));
}

/** `packages`: as appPackages gives them. Gives the number of packages in the bill. */
export function writeBill(file, packages) {
  const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const bill = billOf(wholeBill(), packages, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return bill.components.length;
}

async function main() {
  const file = resolve(process.argv[2] ?? join(ROOT, 'dist/sbom.cdx.json'));
  say(`${writeBill(file, await appPackages())} packages in ${file}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await attempt(main);
