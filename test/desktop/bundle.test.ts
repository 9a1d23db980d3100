// What a command that only reads has to load: its own words and rules, and none of the large libraries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';

const FOLDER = join(__dirname, '../../out/main');

/** The entry and what its files require while they are loaded; what is required later is inside a function. */
function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(FOLDER, file), 'utf8');
  for (const [, name = ''] of text.matchAll(/^(?:const \w+ = )?require\("\.\/([\w-]+\.js)"\)/gm))
    loadedAtOnce(name, seen);
  return seen;
}

test('a command that reads loads neither zod nor undici', () => {
  const files = [...loadedAtOnce('index.js')];
  expect(files).toContain('base.js');
  for (const file of files)
    expect(readFileSync(join(FOLDER, file), 'utf8'), file).not.toMatch(/node_modules\/(zod|undici)\//);
});
