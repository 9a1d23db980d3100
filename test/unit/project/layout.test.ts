// Files are small, named after their thing, begin with a promise, and stand behind exactly one wall.
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZONES } from '../../../eslint.walls.mjs';
import { circlesIn, importGraph, sourcesIn } from './import-graph';

const SOURCE = /\.(ts|mjs|cjs|svelte|css)$/;
const sources = ['electron', 'renderer', 'shared', 'test'].flatMap(top =>
  readdirSync(top, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && SOURCE.test(entry.name))
    .map(entry => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .filter(file => !file.startsWith('test/fixtures/'))
);
const code = sources.filter(file => !file.endsWith('.css'));

const wordsOf = (file: string) => basename(file).split('.')[0]?.split('-') ?? [];
const NAMELESS = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'service', 'handler'];

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Circles that are left, types included. This list may only shrink. */
const CIRCLES = [
  ['electron/ipc/handlers.ts', 'electron/ipc/history.ts'],
  [
    'electron/cli/commands.ts',
    'electron/cli/flag-rules.ts',
    'electron/cli/arguments.ts',
    'electron/cli/options.ts'
  ],
  ['electron/core/snapshots/empty-answer-guard.ts', 'electron/core/polling/poll-wallet.ts'],
  [
    'electron/core/history/history-point.ts',
    'electron/core/history/movers.ts',
    'electron/core/history/shares.ts'
  ],
  [
    'electron/core/state/model.ts',
    'electron/core/state/app-state.ts',
    'electron/core/alerts/record-alerts.ts',
    'electron/core/state/issues.ts'
  ],
  ['electron/fake-okx/service-state.ts', 'electron/fake-okx/chain-judge.ts'],
  ['renderer/text/account-words-zh.ts', 'renderer/text/account-words.ts'],
  ['renderer/text/activity-words-zh.ts', 'renderer/text/activity.ts'],
  ['renderer/text/alert-kinds-zh.ts', 'renderer/text/alert-kinds.ts'],
  ['renderer/text/alert-words-zh.ts', 'renderer/text/alerts.ts'],
  ['renderer/text/note-words-zh.ts', 'renderer/text/banners.ts'],
  ['renderer/text/page-words-zh.ts', 'renderer/text/connect.ts'],
  ['renderer/text/review-words-zh.ts', 'renderer/text/addresses.ts'],
  ['renderer/text/settings-words-zh.ts', 'renderer/text/settings.ts'],
  ['renderer/text/wallet-words-zh.ts', 'renderer/text/wallets.ts'],
  ['renderer/text/words-zh.ts', 'renderer/text/overview.ts'],
  ['shared/domain/default-settings.ts', 'shared/schema/settings.ts'],
  ['shared/text/failure-briefs-zh.ts', 'shared/text/failure-briefs.ts'],
  ['shared/text/failure-sentences-zh.ts', 'shared/text/failure-text.ts'],
  ['shared/text/notice-words-zh.ts', 'shared/text/notification-text.ts']
];

/** A folder has at most 15 files; these are not divided yet. The numbers may only shrink. */
const MOST_FILES = 15;
const CROWDED: Readonly<Record<string, number>> = {
  electron: 105,
  'electron/adapters': 25,
  'electron/core': 119,
  'electron/demo': 23,
  'electron/okx': 25,
  'electron/tools': 51,
  'renderer/css': 34,
  'renderer/lib': 87,
  'renderer/parts': 101,
  shared: 56
};

/** One ESLint per zone that knows nothing but the zone's globs: it tells which files they match. */
async function zonesOf(files: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map(files.map(file => [file, [] as string[]]));
  for (const [name, zone] of Object.entries(ZONES)) {
    const except: string[] = 'except' in zone ? zone.except : [];
    const overrideConfig = { files: zone.files, ignores: except, rules: { eqeqeq: 2 as const } };
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(file)) as { rules?: object } | undefined;
      if (config?.rules) found.get(file)?.push(name);
    }
  }
  return found;
}

describe('the sources', () => {
  it('are found', () => {
    expect(sources).toContain('electron/core/ports/ports.ts');
    expect(sources).toContain('shared/domain/decimal.ts');
  });

  it('stay under 150 lines, tests under 300', () => {
    const long = code.filter(file => linesOf(file).length > (file.startsWith('test/') ? 300 : 150));
    expect(long).toEqual([]);
  });

  it('are named after their thing, never after "something that helps"', () => {
    const nameless = (file: string) =>
      ['types', 'index'].includes(wordsOf(file).join('-')) ||
      wordsOf(file).some(word => NAMELESS.includes(word));
    expect(code.filter(nameless)).toEqual([]);
  });

  it('are written kebab-case, components PascalCase', () => {
    const isRight = (file: string) =>
      file.endsWith('.svelte')
        ? /^[A-Z][A-Za-z0-9]*\.svelte$/.test(basename(file))
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.test|\.bench|\.spec|\.config|\.d)?\.\w+$/.test(basename(file));
    expect(sources.filter(file => !isRight(file))).toEqual([]);
  });

  it('lie at most two folders below a top folder', () => {
    expect(sources.filter(file => file.split('/').length > 4)).toEqual([]);
  });

  it('begin with a comment that promises what the file does; a spec promises by its titles', () => {
    const isPromise = (line = '') => /^\s*(\/\/|\/\*|<!--) ?\S/.test(line);
    const opening = (file: string) => linesOf(file).find(line => !/^(#!|<script)/.test(line));
    const silent = sources.filter(file => !/\.(test|spec)\.ts$/.test(file) && !isPromise(opening(file)));
    expect(silent).toEqual([]);
  });

  it('import each other in no circle, types included', () => {
    const graph = importGraph(sourcesIn(['electron', 'renderer', 'shared']));
    const known = CIRCLES.map(circle => circle.join(' ')).sort();
    const found = circlesIn(graph).map(circle => circle.join(' '));
    expect(found.filter(circle => !known.includes(circle))).toEqual([]);
  });

  it('lie at most 15 to a folder', () => {
    const counts = new Map<string, number>();
    for (const file of sources.filter(each => !/^test\/|\.d\.ts$/.test(each)))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, count]) => count > (CROWDED[folder] ?? MOST_FILES));
    expect(crowded).toEqual([]);
  });

  it('keep the pieces of an adapter to that adapter', () => {
    const borrowed = (file: string) =>
      [...readFileSync(file, 'utf8').matchAll(/'\.\/([\w-]+)\/[\w.-]+'/g)].some(
        ([, folder]) => folder !== basename(file, '.ts')
      );
    expect(code.filter(file => /^electron\/adapters\/[\w-]+\.ts$/.test(file) && borrowed(file))).toEqual([]);
  });

  it('stand behind exactly one wall each', async () => {
    const walled = code.filter(file => !file.startsWith('test/') && !file.endsWith('.cjs'));
    const wrong = [...(await zonesOf(walled))].filter(([, zones]) => zones.length !== 1);
    expect(wrong).toEqual([]);
  });
});
