// Tests the CI workflows: only pinned actions run, no job has more rights than it needs, no secret reaches a shell
// line.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOSTS, OF_EVERY_HOST } from '../../../electron/tools/setup/desktop-hosts.mjs';
import { neededLibraries } from '../../../electron/tools/setup/libraries.mjs';
import { workflows } from './yaml-files';

const steps = [...workflows().values()].flatMap(({ jobs }) => Object.values(jobs).flatMap(job => job.steps));

test('there is one workflow for every push and one for a release', () => {
  expect([...workflows().keys()].sort()).toEqual(['ci.yml', 'release.yml']);
});

test('every action is pinned to a commit, with its version beside it', () => {
  const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(used.length).toBeGreaterThan(4);
  for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  for (const name of ['ci.yml', 'release.yml']) {
    const lines = readFileSync(`.github/workflows/${name}`, 'utf8').split('\n');
    for (const line of lines.filter(each => each.includes('uses:')))
      expect(line).toMatch(/# v\d+\.\d+\.\d+$/);
  }
});

test('every workflow may read the checkout, and only the release draft may write', () => {
  for (const { permissions } of workflows().values()) expect(permissions).toEqual({ contents: 'read' });
  const jobs = [...workflows().values()].flatMap(each => Object.entries(each.jobs));
  const more = jobs.filter(([, { permissions }]) => permissions !== undefined);
  expect(more.map(([name, { permissions }]) => [name, permissions])).toEqual([
    ['draft', { contents: 'write' }]
  ]);
});

test('secrets reach a step through its environment, never in the text of a command', () => {
  for (const { run = '' } of steps) expect(run).not.toMatch(/\$\{\{\s*(secrets|github)\./);
});

test('the libraries of the tests, and the desktop that npm test drives, are installed by their names on that system', () => {
  const text = steps.map(({ run = '' }) => run).join(' ');
  const ofDesktops = Object.values(HOSTS).flatMap(({ needs, isQuick }) => (isQuick ? needs : []));
  const names = [
    ...neededLibraries({ isForTests: true }).map(need => need.names),
    ...ofDesktops,
    ...OF_EVERY_HOST
  ];
  for (const alternatives of names) {
    const isThere = alternatives.some((name: string) => text.split(/\s+/).includes(name));
    expect(isThere, alternatives.join(' | ')).toBe(true);
  }
});

test('a release is never built on the fallback runtime', () => {
  const packed = steps.find(({ run }) => run === 'npm run pack');
  expect(packed?.env).toEqual({ TOKENTRAY_RUNTIME: 'official' });
});
