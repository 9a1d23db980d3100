// npm run licences: lists every package in the app, with version, licence and the reason why it is there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attempt, say, Stop } from '../lib/say.mjs';

const ROOT = join(import.meta.dirname, '../../..');
/** Licences that require only the name and the licence text beside the program. */
export const ALLOWED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'];

/** Names of the same licences in old packages. */
const OLD_NAMES = { 'MIT/X11': 'MIT', Apache2: 'Apache-2.0' };

/**
 * Gives the licence of a package's manifest, in any form that npm has used over the years; several licences are
 * alternatives. Undefined: none is named.
 * @param {{ license?: any, licenses?: any }} manifest
 */
export function licenceOf({ license, licenses }) {
  const found = [license ?? licenses ?? []].flat().map(each => each.type ?? each);
  return found.map(name => OLD_NAMES[name] ?? name).join(' OR ') || undefined;
}

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/** Gives the reason for each package. */
export function readReasons() {
  return readJson(join(import.meta.dirname, 'licence-reasons.json'));
}

/**
 * Gives the mistakes, one sentence each; `packages`: of the app, `{ name, version, licence }`. Names with `npm:` are
 * the names of the folder, as the code imports them.
 */
export function mistakesIn(packages, reasons) {
  const names = packages.map(({ name }) => name);
  return [
    ...names.filter(name => !reasons[name]).map(name => `${name} has no reason in reasons.json.`),
    ...Object.keys(reasons)
      .filter(name => !names.includes(name))
      .map(name => `${name} has a reason but is not in the app.`),
    ...packages
      .filter(({ licence }) => !licence?.split(' OR ').some(choice => ALLOWED.includes(choice)))
      .map(({ name, licence }) => `${name} has the licence ${licence ?? '(none)'}, which is not allowed.`)
  ];
}

/** Gives the packages that have code in the bundles, according to a build in memory; nothing is written. */
export async function bundledPackages() {
  const { resolveConfig } = await import('electron-vite');
  const { build } = await import('vite');
  const { config } = await resolveConfig({ root: ROOT, logLevel: 'silent' }, 'build', 'production');
  const found = new Set();
  const collect = {
    name: 'collect-packages',
    generateBundle(_options, bundle) {
      for (const { modules = {} } of Object.values(bundle))
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/')) ?? [];
          if (name && renderedLength > 0) found.add(name);
        }
    }
  };
  for (const part of [config.main, config.preload, config.renderer]) {
    const plugins = [...(part.plugins ?? []), collect];
    const quiet = { configFile: false, logLevel: 'silent' };
    await build({ ...part, ...quiet, plugins, build: { ...part.build, write: false } });
  }
  return [...found];
}

/** Gives the bundled packages, those packed beside the bundles (`dependencies`), and the runtime itself. */
export async function appPackages() {
  const { dependencies } = readJson(join(ROOT, 'package.json'));
  const names = new Set([...(await bundledPackages()), ...Object.keys(dependencies), 'electron']);
  return [...names].sort().map(name => {
    const manifest = readJson(join(ROOT, 'node_modules', name, 'package.json'));
    return { name, version: manifest.version, licence: licenceOf(manifest) };
  });
}

async function main() {
  const packages = await appPackages();
  const reasons = readReasons();
  for (const { name, version, licence } of packages)
    say(`${`${name} ${version}`.padEnd(34)} ${String(licence).padEnd(14)} ${reasons[name] ?? ''}`);
  const mistakes = mistakesIn(packages, reasons);
  if (mistakes.length > 0) throw new Stop(mistakes.join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await attempt(main);
