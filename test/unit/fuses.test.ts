// What is burnt into a packaged app: no back door by an environment variable, by an argument, or by a changed archive.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('electron-builder.yml', 'utf8');
/** Of one block of plain `name: value` lines. */
const fuses = Object.fromEntries(
  (/^electronFuses:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? '')
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim().split(': '))
    .filter(pair => pair.length === 2)
) as Record<string, string>;

test.each([
  [
    'runAsNode',
    'false',
    'ELECTRON_RUN_AS_NODE would make a Node of the app, which may open its keychain entries'
  ],
  [
    'enableNodeOptionsEnvironmentVariable',
    'false',
    'NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load code or trust'
  ],
  ['enableEmbeddedAsarIntegrityValidation', 'true', 'a changed archive does not start, on macOS and Windows'],
  ['onlyLoadAppFromAsar', 'true', 'a folder beside the archive is not started in its place'],
  ['enableCookieEncryption', 'true', 'nothing of the window would be readable, if it ever kept a cookie']
])('%s is %s: %s', (name, value) => expect(fuses[name]).toBe(value));

test('a release also closes the debugger and the privileges of file:', () => {
  expect(text).toContain('-c.electronFuses.enableNodeCliInspectArguments=false');
  expect(text).toContain('-c.electronFuses.grantFileProtocolExtraPrivileges=false');
});

test('code lies in an archive, and only native modules beside it', () => {
  expect(text).toMatch(/^asar: true$/m);
  expect(text).toMatch(/^asarUnpack: \['\*\*\/\*\.node'\]$/m);
  expect(text).toMatch(/^afterPack: \.\/electron\/tools\/after-pack\.cjs$/m);
});
