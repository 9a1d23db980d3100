// Tests the Debian package from outside: its dependencies, the folders of its files, and their permissions.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { PROJECT } from '../desktop/app/program';

const deb = process.env.TOKENTRAY_DEB ?? '';
test.skip(deb === '', 'dpkg-deb is not here.');

const dpkgDeb = (...args: string[]) => execFileSync('dpkg-deb', args, { encoding: 'utf8' });
const field = (name: string) => dpkgDeb('--field', deb, name).trim();
/** `[permissions, owner, path]` of each entry; a link also has its target. */
const entries = () =>
  dpkgDeb('--contents', deb)
    .trim()
    .split('\n')
    .map(line => {
      const [rights = '', owner = '', , , , ...path] = line.split(/\s+/);
      return [rights, owner, path.join(' ')] as const;
    });

test('the Debian package has a name, a version and a description', () => {
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  expect(field('Package')).toBe('tokentray');
  expect(field('Version')).toBe(version.replace('-', '~'));
  expect(field('Maintainer')).toMatch(/^[^<]+ <\S+@\S+>$/);
  expect(field('Section')).toBe('utils');
  expect(field('Description')).toMatch(/^What your crypto wallets are worth.*\n Tokentray shows/);
  expect(Number(field('Installed-Size'))).toBeGreaterThan(100_000);
});

test('the Debian package depends on the libraries that the tools need for a checkout, by both names where Debian has two', () => {
  const needs = field('Depends').split(', ');
  expect(needs).toContain('libgtk-3-0t64 | libgtk-3-0');
  expect(needs).toContain('libsecret-1-0');
  expect(needs).toHaveLength(6);
});

test('all files belong to root, only the sandbox runs as root, and no other user may write', () => {
  for (const [rights, owner, path] of entries()) {
    expect(owner, path).toBe('root/root');
    expect(rights[8], path).toBe(rights.startsWith('l') ? 'w' : '-');
  }
  expect(entries().filter(([rights]) => rights[3] === 's')).toEqual([
    ['-rwsr-xr-x', 'root/root', './usr/lib/tokentray/chrome-sandbox']
  ]);
});

test('the program is on the PATH, and its other files are in the folders where a desktop looks for them', () => {
  const paths = entries().map(([, , path]) => path);
  expect(paths).toContain('./usr/bin/tokentray');
  expect(paths).toContain('./usr/lib/tokentray/tokentray');
  const resources = join(PROJECT, 'electron/resources');
  const wanted = [
    'applications/tokentray.desktop',
    'metainfo/app.tokentray.Tokentray.metainfo.xml',
    'icons/hicolor/256x256/apps/tokentray.png',
    'doc/tokentray/copyright',
    'doc/tokentray/changelog.gz',
    'tokentray/tokentray.schema.json',
    ...(existsSync(join(resources, 'tokentray.1')) ? ['man/man1/tokentray.1.gz'] : []),
    ...(existsSync(join(resources, 'completions'))
      ? [
          'bash-completion/completions/tokentray',
          'zsh/vendor-completions/_tokentray',
          'fish/vendor_completions.d/tokentray.fish'
        ]
      : [])
  ];
  expect(paths).toEqual(expect.arrayContaining(wanted.map(path => `./usr/share/${path}`)));
  const places = /^\.\/(usr\/((bin|lib\/tokentray|share)\/.*|lib\/)?)?$/;
  expect(paths.filter(path => !places.test(path))).toEqual([]);
  expect(paths.filter(path => /lib\/tokentray\/(share|bin)/.test(path))).toEqual([]);
});
