// Tests that CONTRIBUTING.md names only existing files and folders, and every room of the tree.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../../eslint.rooms.mjs';

const page = readFileSync('CONTRIBUTING.md', 'utf8');
/** Paths in backticks: those with a slash and no blank, and files of the root. */
const named = [...page.matchAll(/`((?:[\w.@-]+\/)+[\w.-]*|[\w.-]+\.(?:mjs|ts|md|json))`/g)].map(
  ([, path = '']) => path
);
const ours = named.filter(path => !path.startsWith('@') && !path.includes('*'));

describe('CONTRIBUTING.md', () => {
  it('names only files and folders that exist, relative to the root of the project', () => {
    expect(ours.length).toBeGreaterThan(40);
    const isEnding = (path: string) => /^[.-]/.test(path);
    const missing = ours.filter(path => !isEnding(path) && path !== 'tsconfig.json' && !existsSync(path));
    expect(missing).toEqual([]);
  });

  it('shows every room in its tree', () => {
    const [, tree = ''] = page.split('```');
    const words = new Set(tree.split(/[^\w-]+/));
    const missing = Object.keys(ROOMS).filter(room => !words.has(room.split('/')[1] ?? room));
    expect(missing).toEqual([]);
  });
});
