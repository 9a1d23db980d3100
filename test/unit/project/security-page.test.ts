// Tests that SECURITY.md names only existing files, and quotes only existing test titles.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

const page = readFileSync('SECURITY.md', 'utf8');
const [, checklist = ''] = page.split("## Electron's checklist");
const rows = checklist
  .split('\n')
  .filter(line => /^\| \d+ +\|/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, number, , , file = '', test = '']) => ({ number: Number(number), file, test }));

/** Paths in backticks; a name without a folder could be in any folder. */
const named = [
  ...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.\w+|[\w-]+(?:\.[\w-]+)*\.(?:ts|mjs|cjs|yml|json|html|svelte))`/g)
].map(([, file = '']) => file);
const quoted = [...page.matchAll(/`([\w./-]+\.test\.ts)`: "([^"]+)"/g)].map(([, file = '', title = '']) => ({
  file,
  title
}));

describe('SECURITY.md', () => {
  it('names files that exist, each with its folder', () => {
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(file => !existsSync(file))).toEqual([]);
  });

  it('quotes titles that tests have', () => {
    expect(quoted.length).toBeGreaterThan(5);
    const missing = quoted.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title));
    expect(missing).toEqual([]);
  });

  it("has the twenty items of Electron's checklist in their order, each with a test that keeps it true", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const unkept = rows.filter(({ test }) => !/`test\/[\w./-]+\.test\.ts`/.test(test));
    expect(unkept).toEqual([]);
  });

  it('names every test of the red team', () => {
    const tests = readdirSync('test/desktop').filter(name => /^red-team-.*\.test\.ts$/.test(name));
    const mentioned = named.map(file => basename(file));
    expect(tests.length).toBeGreaterThan(3);
    expect(tests.filter(name => !mentioned.includes(name))).toEqual([]);
  });
});
