// Tests that CONTRIBUTING.md and its page in docs name only existing files and folders, and every room of the tree.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../../eslint.rooms.mjs';

/** Paths in backticks: those with a slash and no blank, and files of the root. */
function pathsIn(page: string): string[] {
  const named = [...page.matchAll(/`((?:[\w.@-]+\/)+[\w.-]*|[\w.-]+\.(?:mjs|ts|md|json))`/g)].map(
    ([, path = '']) => path
  );
  return named.filter(path => !path.startsWith('@') && !path.includes('*'));
}

describe.each(['CONTRIBUTING.md', 'docs/unchanged-data.md'])('%s', name => {
  it('names only files and folders that exist, relative to the root of the project', () => {
    const ours = pathsIn(readFileSync(name, 'utf8'));
    expect(ours.length).toBeGreaterThan(40);
    const isEnding = (path: string) => /^[.-]/.test(path);
    const missing = ours.filter(path => !isEnding(path) && path !== 'tsconfig.json' && !existsSync(path));
    expect(missing).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('shows every room in its tree', () => {
    const [, tree = ''] = readFileSync('CONTRIBUTING.md', 'utf8').split('```');
    const words = new Set(tree.split(/[^\w-]+/));
    const missing = Object.keys(ROOMS).filter(room => !words.has(room.split('/')[1] ?? room));
    expect(missing).toEqual([]);
  });
});
