// Tests the content of the unpacked app, and the fuses in its executable.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { archivedFiles, fuses, packageFolder, unpackedFiles } from './package-files';

/** A release of the official Electron and the fallback have the same eight fuses. */
test('every fuse is set as for a release', () => {
  expect(fuses()).toEqual({
    runAsNode: 'off',
    enableCookieEncryption: 'on',
    enableNodeOptionsEnvironmentVariable: 'off',
    enableNodeCliInspectArguments: 'off',
    enableEmbeddedAsarIntegrityValidation: 'on',
    onlyLoadAppFromAsar: 'on',
    // With this fuse on, the app does not start.
    loadBrowserProcessSpecificV8Snapshot: 'off',
    grantFileProtocolExtraPrivileges: 'off'
  });
});

test('the archive contains the built app, its icon and keytar for this machine, and nothing else', () => {
  const own = /^(package\.json|electron\/resources\/icon\.png|out\/(main|preload|renderer)\/.+)$/;
  const keytar = new RegExp(
    `^node_modules/keytar/(package\\.json|LICENSE\\.md|lib/keytar\\.js|prebuilds/linux-${process.arch}/.+\\.node)$`
  );
  const files = archivedFiles();
  expect(files.filter(name => !own.test(name) && !keytar.test(name))).toEqual([]);
  expect(files).toContain('out/main/index.js');
  expect(files.filter(name => name.endsWith('.node'))).toHaveLength(1);
  expect(files).not.toContain('out/main/live.js');
  expect(files).not.toContain('out/renderer/.manifest.json');
  expect(files.filter(name => name.endsWith('.map'))).toEqual([]);
});

test("the package contains neither Electron's start page, nor the mark of a test build, nor unused languages", () => {
  const files = unpackedFiles();
  expect(files).toContain('resources/app.asar');
  expect(files).not.toContain('resources/default_app.asar');
  expect(files).not.toContain('resources/for-tests');
  const locales = files.filter(name => name.startsWith('locales/'));
  expect(locales).toEqual(expect.arrayContaining(['locales/en-US.pak', 'locales/zh-CN.pak']));
  expect(locales.length).toBeLessThan(6);
});

test('every user can read every file, and only the owner can write', () => {
  for (const name of unpackedFiles()) {
    const { mode } = statSync(join(packageFolder(), name));
    expect(mode & 0o044, name).toBe(0o044);
    expect(mode & 0o022, name).toBe(0);
  }
});

test('the package contains licences, bill of materials and menu entry', () => {
  expect(unpackedFiles()).toEqual(
    expect.arrayContaining([
      'LICENSES.chromium.html',
      'share/applications/tokentray.desktop',
      'share/metainfo/app.tokentray.Tokentray.metainfo.xml',
      'share/doc/tokentray/third-party-licences.txt.gz',
      'share/doc/tokentray/sbom.cdx.json',
      'share/icons/hicolor/scalable/apps/tokentray.svg'
    ])
  );
});
