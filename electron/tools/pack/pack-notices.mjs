// Collects the licence text of every package in the app; all licences require that the text is distributed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../lib/places.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const RULE = '-'.repeat(78);

/**
 * `packages`: as appPackages gives them. A package without a licence text is listed with its licence and its authors.
 */
export function noticesOf(packages, folder = join(projectFolder, 'node_modules')) {
  const parts = packages.map(({ name, version, licence }) =>
    [RULE, `${name} ${version} (${licence})`, '', textOf(join(folder, name))].join('\n')
  );
  const opening = [
    'Tokentray contains the packages below, each under its own licence. Electron brings Chromium and Node; their',
    'licences are in LICENSE.electron.txt and LICENSES.chromium.html beside the program.',
    ''
  ];
  return `${[...opening, ...parts].join('\n')}\n`;
}

function textOf(folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => LICENCE_FILE.test(name)) : [];
  const texts = names.map(name => readFileSync(join(folder, name), 'utf8').trim());
  return texts.length > 0 ? texts.join('\n\n') : authorsOf(folder);
}

function authorsOf(folder) {
  const { author, contributors = [], homepage = '' } = JSON.parse(readFileSync(join(folder, 'package.json')));
  const names = [author, ...contributors].filter(Boolean).map(each => each.name ?? each);
  return `${names.length > 0 ? `By ${names.join(', ')}.` : 'By its authors.'} ${homepage}`.trim();
}

/** Gives the same in Debian's format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ */
export function debianCopyright(licence) {
  const indent = text => text.replace(/^(.*)$/gm, (_, line) => (line === '' ? ' .' : ` ${line}`));
  const body = licence.trim().split('\n').slice(1).join('\n').trim();
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Tokentray
Comment: The packages that are bundled are listed with their licences in
 /usr/share/doc/tokentray/third-party-licences.txt.gz; those of Electron, Chromium
 and Node are in /usr/lib/tokentray.

Files: *
Copyright: The Tokentray authors
License: Expat
${indent(body)}
`;
}
