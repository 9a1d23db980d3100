// Tests the fuses of a packaged app: no way in by an environment variable, by an argument, or by a changed archive.
// test/packaged/contents.test.ts reads the same fuses from the executable.
import { expect, test } from 'vitest';
import { builderOptions } from './yaml-files';

const { electronFuses, asar, asarUnpack, afterPack } = builderOptions();

test.each([
  [
    'runAsNode',
    false,
    'ELECTRON_RUN_AS_NODE would make a Node of the app, which may open its keychain entries'
  ],
  [
    'enableNodeOptionsEnvironmentVariable',
    false,
    'NODE_OPTIONS and NODE_EXTRA_CA_CERTS would load code or trust'
  ],
  ['enableNodeCliInspectArguments', false, 'a debugger would read what the app knows'],
  ['enableEmbeddedAsarIntegrityValidation', true, 'a changed archive does not start, on macOS and Windows'],
  ['onlyLoadAppFromAsar', true, 'a folder beside the archive is not started in its place'],
  ['enableCookieEncryption', true, 'nothing of the window would be readable, if it ever kept a cookie'],
  ['grantFileProtocolExtraPrivileges', false, 'pages come by app://, and file: needs no privilege']
])('%s is %s: %s', (name, value) => expect(electronFuses[name]).toBe(value));

test('code is in an archive, and only native modules are beside it', () => {
  expect(asar).toBe(true);
  expect(asarUnpack).toEqual(['**/*.node']);
  expect(afterPack).toBe('./electron/tools/pack/after-pack.cjs');
});
