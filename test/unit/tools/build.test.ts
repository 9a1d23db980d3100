// Tests what makes a build out of date: only names and bytes of sources.
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashSources } from '../../../electron/tools/setup/build.mjs';

let folder = '';
const hash = () => hashSources(folder, ['electron', 'package.json']);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-build-'));
  mkdirSync(join(folder, 'electron/tools'), { recursive: true });
  writeFileSync(join(folder, 'electron/main.ts'), 'one');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('touching a file without changing it needs no build', () => {
  const before = hash();
  utimesSync(join(folder, 'electron/main.ts'), 1, 1);
  expect(hash()).toBe(before);
});

test('the tools are not part of the app', () => {
  const before = hash();
  writeFileSync(join(folder, 'electron/tools/demo.mjs'), 'new');
  expect(hash()).toBe(before);
});

test.each([
  ['a changed file', () => writeFileSync(join(folder, 'electron/main.ts'), 'two')],
  ['a new file', () => writeFileSync(join(folder, 'electron/added.ts'), '')],
  ['a renamed file', () => renameSync(join(folder, 'electron/main.ts'), join(folder, 'electron/other.ts'))],
  ['a changed package.json', () => writeFileSync(join(folder, 'package.json'), '{}')]
])('%s needs a build', (_what, change) => {
  const before = hash();
  change();
  expect(hash()).not.toBe(before);
});
