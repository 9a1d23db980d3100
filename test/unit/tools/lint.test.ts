// Tests that the parts that are linted beside each other are the whole project, and share no file.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lintJobs } from '../../../electron/tools/lint.mjs';

const project = join(import.meta.dirname, '../../..');
const roomsOf = (folder: string) =>
  readdirSync(join(project, folder), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

test('each room of the window is in exactly one part, and what one part leaves out is another part', () => {
  const patterns = lintJobs().map(({ args }) => args.filter(word => word.endsWith('/**')));
  const roots = lintJobs().map(({ args }) =>
    args.filter((word, at) => /^(renderer|test|\.$)/.test(word) && args[at - 1] !== '--ignore-pattern')
  );
  const ignored = patterns.map(words => words.map(word => word.replace('/**', '')));
  expect(roots[0]).toEqual(['renderer']);
  expect(ignored[0]).toEqual(roots[1]);
  expect(roots[1]).not.toHaveLength(0);
  expect(roomsOf('renderer')).toEqual(expect.arrayContaining(roots[1]!));
  expect(roots.slice(2)).toEqual([['test'], ['.']]);
  expect(ignored[3]).toEqual(['renderer', 'test']);
});
