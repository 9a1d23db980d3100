// What a command that only reads has to load: its own words and rules, and none of the large libraries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

const FOLDER = join(__dirname, '../../out/main');
const HEAVY = /node_modules\/(zod|undici|@particle\/dbus-next)\//;

const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** The entry and what its files require while they are loaded; what is required later is inside a function. */
function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of textOf(file).matchAll(/^(?!\s).*\brequire\("\.\/([\w-]+\.js)"\)/gm))
    loadedAtOnce(name, seen);
  return seen;
}

test('a command that reads loads neither zod nor undici nor what speaks D-Bus', () => {
  const files = [...loadedAtOnce('index.js')];
  expect(files).toContain('base.js');
  for (const file of files) expect(textOf(file), file).not.toMatch(HEAVY);
  // Where they are, they are told by these marks of the bundler.
  expect(textOf('libraries.js')).toMatch(HEAVY);
  expect(textOf('desktop-bus.js')).toMatch(HEAVY);
});

test('what speaks D-Bus is loaded on Linux alone, after the tray', () => {
  expect([...loadedAtOnce('stage.js')]).not.toContain('desktop-bus.js');
  expect([...loadedAtOnce('profile.js')]).not.toContain('desktop-bus.js');
});
