// Tests the names, dependencies and shared files of packages, and what must not remain after a removal.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leftOvers } from '../../../electron/tools/test/deb-lifecycle.mjs';
import { debianNeeds, debianOptions, entryOfProgram } from '../../../electron/tools/pack/pack-deb.mjs';
import { debianCopyright, noticesOf } from '../../../electron/tools/pack/pack-notices.mjs';
import { debianVersion, packagePaths } from '../../../electron/tools/pack/pack-places.mjs';
import { launcherText, sharedFiles } from '../../../electron/tools/pack/pack-share.mjs';

test('a pre-release version sorts before the version on Debian', () => {
  expect(debianVersion('1.0.0-rc.1')).toBe('1.0.0~rc.1');
  expect(debianVersion('1.0.0')).toBe('1.0.0');
});

test('packages are named by version and machine', () => {
  const paths = packagePaths({ name: 'tokentray', version: '1.2.3-beta.1' }, { arch: 'x64', folder: '/r' });
  expect(paths).toEqual({
    unpacked: '/r/linux-unpacked',
    tar: '/r/tokentray-1.2.3-beta.1-linux-x64.tar.gz',
    deb: '/r/tokentray_1.2.3~beta.1_amd64.deb',
    bill: '/r/tokentray-1.2.3-beta.1.cdx.json'
  });
  expect(packagePaths({ name: 't', version: '1' }, { arch: 'arm64', folder: '/r' })).toMatchObject({
    unpacked: '/r/linux-arm64-unpacked',
    deb: '/r/t_1_arm64.deb'
  });
});

test('a Debian package depends on libraries by both names, and is described in one line', () => {
  expect(debianNeeds()).toContain('libasound2t64 | libasound2');
  const { description, version } = debianOptions({
    name: 't',
    version: '1.0.0-rc.1',
    description: 'What: how.'
  });
  expect([description, version]).toEqual(['What', '1.0.0~rc.1']);
});

test('every shared file has a source in the project', () => {
  const missing = sharedFiles().filter(([from]) => !existsSync(`electron/resources/${from}`));
  expect(missing).toEqual([]);
});

test('files that a package created and did not remove are reported, except caches of the desktop', () => {
  const brought = new Set(['/usr/bin/tokentray', '/usr/lib/left', '/usr/share/applications/mimeinfo.cache']);
  const atTheEnd = new Set(['/usr/bin/sh', '/usr/lib/left', '/usr/share/applications/mimeinfo.cache']);
  expect(leftOvers(brought, atTheEnd)).toEqual(['/usr/lib/left']);
});

test('each package of the app is named with the text of its licence', () => {
  const text = noticesOf([{ name: 'zod', version: '4.6.7', licence: 'MIT' }], 'node_modules');
  expect(text).toContain('zod 4.6.7 (MIT)');
  expect(text).toContain('Permission is hereby granted');
});

test("Debian's copyright file contains our licence, with its empty lines as dots", () => {
  const text = debianCopyright('MIT License\n\nCopyright (c) us\n\nPermission is hereby granted\n');
  expect(text).toMatch(/License: Expat\n Copyright \(c\) us\n \.\n Permission is hereby granted\n$/);
});

test('a packed launcher knows its version and where the app lies, the one in a checkout neither', () => {
  const packed = launcherText({ version: '1.0.0-rc.1', app: '/usr/lib/tokentray/tokentray' });
  expect(packed).toMatch(/^version='1\.0\.0-rc\.1'$/m);
  expect(packed).toMatch(/^app='\/usr\/lib\/tokentray\/tokentray'$/m);
  expect(launcherText({ version: '1.0.0' })).toMatch(/^app=''$/m);
  const own = readFileSync('electron/resources/linux/tokentray.sh', 'utf8');
  expect(own).toMatch(/^version=''\napp=''$/m);
  // It reads words of strangers and files: neither may become a program.
  expect(own.replace(/^#.*$/gm, '')).not.toMatch(/\beval\b|^\s*\. |\bsource\b [^i]|`/m);
});

test('a menu entry of the Debian package starts the app itself, and its actions too', () => {
  const entry = entryOfProgram(readFileSync('electron/resources/linux/tokentray.desktop', 'utf8'));
  expect(entry.match(/^(Try)?Exec=.*$/gm)).toEqual([
    'Exec=/usr/lib/tokentray/tokentray %U',
    'TryExec=/usr/lib/tokentray/tokentray',
    'Exec=/usr/lib/tokentray/tokentray refresh',
    'Exec=/usr/lib/tokentray/tokentray toggle',
    'Exec=/usr/lib/tokentray/tokentray quit'
  ]);
});
