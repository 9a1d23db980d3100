// When node_modules counts as what package-lock.json asks for.
import { expect, test } from 'vitest';
import { isInstalled } from '../../../electron/tools/setup/packages.mjs';

const lock = {
  '': { version: '0.1.0' },
  'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
  'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true }
};
const zod = { version: '4.6.7', integrity: 'sha512-a' };

test('no npm record means not installed, as after an interrupted npm ci', () => {
  expect(isInstalled(lock, undefined)).toBe(false);
});

test('packages for other systems may be missing', () => {
  expect(isInstalled(lock, { 'node_modules/zod': zod })).toBe(true);
});

test.each([
  ['another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-x' } }],
  ['a missing package', {}],
  ['a package that the lockfile no longer has', { 'node_modules/zod': zod, 'node_modules/left-pad': zod }]
])('%s asks for an install', (_what, found) => {
  expect(isInstalled(lock, found)).toBe(false);
});
