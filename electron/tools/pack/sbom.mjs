// npm run sbom [-- FILE]: what is in the app, as CycloneDX: the packages of `npm run licences`, as the lockfile pins them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appPackages } from './licences.mjs';
import { attempt, say } from '../lib/say.mjs';

const ROOT = join(import.meta.dirname, '../../..');
/** The bill of the whole tree is some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * npm's bill without what only builds and tests the app, by name and version, as one version of each is installed. npm calls
 * the app by its folder, and knows no licence that an old package writes in its own way: both are put right.
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

/** Reads the lockfile and asks nobody. What builds the app sets NODE_ENV, by which npm would leave out most of it. */
function wholeBill() {
  const isWindows = process.platform === 'win32';
  const asked = ['sbom', '--sbom-format', 'cyclonedx', '--offline'];
  const env = { ...process.env };
  delete env.NODE_ENV;
  const options = { cwd: ROOT, env, encoding: 'utf8', maxBuffer: MOST_BYTES, shell: isWindows };
  return JSON.parse(execFileSync(isWindows ? 'npm.cmd' : 'npm', asked, options));
}

/** `packages` as appPackages gives them. Gives how many are in the bill. */
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
