// Where the official Electron comes from, and when it counts as installed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findOfficial, officialAddress } from '../../../electron/tools/setup/official-runtime.mjs';

const mac = { platform: 'darwin', arch: 'arm64' };

test('the zip comes from GitHub unless a mirror is named', () => {
  const path = 'v45.4.1/electron-v45.4.1-darwin-arm64.zip';
  expect(officialAddress('45.4.1', {}, mac)).toBe(
    `https://github.com/electron/electron/releases/download/${path}`
  );
  expect(officialAddress('45.4.1', { ELECTRON_MIRROR: 'https://mirror.test/' }, mac)).toBe(
    `https://mirror.test/${path}`
  );
});

test('a download that was interrupted before its last file does not count as installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-official-'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/electron'), '');
  expect(findOfficial(folder)).toBeUndefined();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(findOfficial(folder)).toBe(join(folder, 'dist/electron'));
  rmSync(folder, { recursive: true });
});
