import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectFolder } from '../../../electron/tools/lib/places.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tokentray-changed-'));
  git('init', '-q', '-b', 'main');
  write('old.ts', 'export {};\n');
  write('gone.ts', 'export {};\n');
  commit('first');
});
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 3 }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
function git(...words: string[]): string {
  const person = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org'];
  return execFileSync('git', [...person, ...words], { cwd: folder, encoding: 'utf8' });
}
function commit(subject: string): void {
  git('add', '-A');
  git('commit', '-q', '-m', subject);
}

/** In a process of its own, because it asks git about the current folder. */
function changed(): string[] {
  const script = `import(${JSON.stringify(`file://${projectFolder}/electron/tools/test/changed-files.mjs`)}).then(
    ({ changedSince, lastPublished }) => console.log(JSON.stringify(changedSince(lastPublished()))))`;
  const text = execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(text) as string[]).toSorted();
}

it('without an upstream, what differs from the last commit has changed, and removed files are left out', () => {
  expect(changed()).toEqual([]);
  write('old.ts', 'export const a = 1;\n');
  write('new.ts', 'export {};\n');
  rmSync(join(folder, 'gone.ts'));
  expect(changed()).toEqual(['new.ts', 'old.ts']);
});

it('with an upstream, commits that were not published have changed files too', () => {
  git('branch', 'published');
  git('branch', '--set-upstream-to=published');
  write('later.ts', 'export {};\n');
  commit('second');
  write('old.ts', 'export const a = 1;\n');
  expect(changed()).toEqual(['later.ts', 'old.ts']);
});
