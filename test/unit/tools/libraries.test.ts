// Which system packages are found missing, and under which name they are installed on which release.
import { describe, expect, test } from 'vitest';
import * as libraries from '../../../electron/tools/setup/libraries.mjs';

const dpkg = [
  'libgtk-3-0 amd64 installed',
  'libnss3 amd64 config-files',
  'libgbm1 i386 installed',
  'fonts-noto-core all installed'
].join('\n');

test('only fully installed packages of this architecture count', () => {
  expect([...libraries.installedPackages(dpkg, 'amd64')]).toEqual(['libgtk-3-0', 'fonts-noto-core']);
});

test('a virtual package without a candidate is not offered', () => {
  const policy =
    'libasound2:\n  Installed: (none)\n  Candidate: (none)\nlibasound2t64:\n  Candidate: 1.2.11-1\n';
  expect([...libraries.offeredPackages(policy)]).toEqual(['libasound2t64']);
});

describe('the package name to install', () => {
  const needs = libraries.neededLibraries({ isDisplayVirtual: true });
  const choose = (offered: string[]) => libraries.packagesToInstall(needs, new Set(offered));

  test('is the renamed one where the release has it', () => {
    expect(choose(['libgtk-3-0t64', 'libasound2t64', 'dbus-daemon'])).toEqual(
      expect.arrayContaining(['libgtk-3-0t64', 'libasound2t64', 'dbus-daemon'])
    );
  });

  test('is the old one where the release has that', () => {
    expect(choose(['libgtk-3-0', 'libasound2', 'dbus'])).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libasound2', 'dbus'])
    );
  });

  test('is never left out when no list is known', () => {
    expect(choose([])).toHaveLength(needs.length);
  });
});

test('a renamed library that is installed is not missing', () => {
  const needs = libraries.neededLibraries();
  const all = ['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'libgbm1', 'libsecret-1-0', 'libnotify4'];
  expect(libraries.missingLibraries(needs, new Set(all))).toEqual([]);
  expect(libraries.missingLibraries(needs, new Set(all.slice(1)))).toEqual([needs[0]]);
});

test('only the tests need a keyring, and a missing font never stops anything', () => {
  const names = (purpose: object) => libraries.neededLibraries(purpose).flatMap(need => need.names);
  expect(names({})).not.toContain('xvfb');
  expect(names({ isDisplayVirtual: true })).toContain('xvfb');
  expect(names({ isChineseWanted: true })).toContain('fonts-droid-fallback');
  expect(names({})).not.toContain('fonts-droid-fallback');
  expect(names({ isDisplayVirtual: true })).not.toContain('gnome-keyring');
  expect(names({ isForTests: true })).toContain('gnome-keyring');
  const fonts = libraries
    .neededLibraries({ isForTests: true })
    .filter(need => need.names[0]?.startsWith('fonts'));
  expect(fonts.map(need => need.isVital)).toEqual([false, false, false]);
});

test.each([
  ['ID=debian\n', true],
  ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', true],
  ['ID=fedora\nVARIANT_ID=debian-like\n', false],
  ['ID=arch\n', false]
])('os-release %j: Debian-like %s', (text, isDebianLike) => {
  expect(libraries.isDebianLike(text)).toBe(isDebianLike);
});
