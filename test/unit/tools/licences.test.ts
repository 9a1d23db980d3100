// Each package of the app has a reason and a licence that allows it; versions are exact.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ALLOWED,
  appPackages,
  licenceOf,
  mistakesIn,
  readReasons
} from '../../../electron/tools/pack/licences.mjs';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
}

/** Time for a build in memory, on a machine that is busy with other work. */
const BUILD_MS = 120_000;

test(
  'every package of the app has a reason and an allowed licence, and no reason is left over',
  async () => {
    const packages = await appPackages();
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['electron', 'keytar', 'svelte', 'zod'])
    );
    expect(mistakesIn(packages, readReasons())).toEqual([]);
  },
  BUILD_MS
);

test('a package without a reason, a reason without a package and a licence that is not allowed are named', () => {
  const found = [
    { name: 'a', version: '1.0.0', licence: 'MIT' },
    { name: 'b', version: '1.0.0', licence: 'AGPL-3.0' },
    { name: 'c', version: '1.0.0', licence: undefined }
  ];
  expect(mistakesIn(found, { b: 'why', c: 'why', d: 'why' })).toEqual([
    'a has no reason in reasons.json.',
    'd has a reason but is not in the app.',
    'b has the licence AGPL-3.0, which is not allowed.',
    'c has the licence (none), which is not allowed.'
  ]);
  expect(ALLOWED).not.toContain('GPL-3.0');
});

test.each([
  [{ license: 'MIT' }, 'MIT'],
  [{ license: { type: 'MIT/X11' } }, 'MIT'],
  [{ license: ['MIT', 'Apache2'] }, 'MIT OR Apache-2.0'],
  [{ licenses: [{ type: 'BSD-3-Clause' }] }, 'BSD-3-Clause'],
  [{}, undefined]
])('%j has the licence %s', (manifest, licence) => expect(licenceOf(manifest)).toBe(licence));

test('of several licences, one that is allowed is enough', () => {
  const found = (licence: string) => mistakesIn([{ name: 'a', version: '1.0.0', licence }], { a: 'why' });
  expect(found('GPL-3.0 OR MIT')).toEqual([]);
  expect(found('GPL-3.0 OR AGPL-3.0')).toHaveLength(1);
});

test('every package is asked for in one exact version', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(
    readFileSync('package.json', 'utf8')
  ) as Manifest;
  const requested = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  const loose = requested.filter(
    ([, version]) => !/^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)
  );
  expect(loose).toEqual([]);
});

test('every package in the lockfile is pinned by its content and comes from the configured registry', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; inBundle?: boolean }>;
  };
  const odd = Object.entries(lock.packages).filter(
    ([path, { resolved = 'https://registry.npmjs.org/', integrity, inBundle }]) =>
      path !== '' &&
      !inBundle &&
      !(resolved.startsWith('https://registry.npmjs.org/') && integrity?.startsWith('sha512-'))
  );
  expect(odd.map(([path]) => path)).toEqual([]);
});
