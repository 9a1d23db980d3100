// Tests the rules of the layout: sizes, names, first lines, rooms, import cycles, and exactly one zone for each file.
import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedIn, ROOMS } from '../../../eslint.rooms.mjs';
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
const NAMELESS = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager'];

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Style sheets and type declarations are not counted. */
const MOST_FILES = 15;
const MOST_LINES = 300;
/** Files above the limit, each with its reason; lint refuses more than 400. */
const LONG: Readonly<Record<string, string>> = {};
const MOST_TEST_LINES = 500;
/** Folders of tests that may contain any number of files. */
const FLAT = ['test/desktop', 'test/fakes', 'test/unit/faults', 'test/bench', 'test/fuzz'];

/** Blank lines and comments are not counted. */
const codeLinesOf = (file: string) =>
  linesOf(file).filter(line => !/^\s*(\/\/|\/?\*|<!--|$)/.test(line)).length;

/** The style sheets that a file imports, which are in no graph of code. */
function styleSheetsOf(file: string): string[] {
  const imports = readFileSync(file, 'utf8').matchAll(/^\s*import '(\.[^']+\.css)';/gm);
  return [...imports].map(([, path = '']) => join(dirname(file), path));
}

/** Runs one ESLint per zone with nothing but the globs of the zone: the result gives the files that match. */
async function zonesOf(files: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map(files.map(file => [file, [] as string[]]));
  for (const [name, zone] of Object.entries(ZONES)) {
    const overrideConfig = { files: zone.files, ignores: zone.except, rules: { eqeqeq: 2 as const } };
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig });
    for (const file of files) {
      const config = (await eslint.calculateConfigForFile(file)) as { rules?: object } | undefined;
      if (config?.rules) found.get(file)?.push(name);
    }
  }
  return found;
}

describe('the sources', () => {
  it('exist', () => {
    expect(sources).toContain('electron/core/ports/ports.ts');
    expect(sources).toContain('shared/domain/decimal.ts');
  });

  it('have at most 300 lines of code, or are named here with a reason; tests at most 500', () => {
    const most = (file: string) => (file.startsWith('test/') ? MOST_TEST_LINES : MOST_LINES);
    const long = code.filter(file => codeLinesOf(file) > most(file));
    expect(long.sort()).toEqual(Object.keys(LONG).sort());
  });

  it('are named after their content, never as a general helper', () => {
    const nameless = (file: string) =>
      wordsOf(file).join('-') === 'index' || wordsOf(file).some(word => NAMELESS.includes(word));
    expect(code.filter(nameless)).toEqual([]);
  });

  it('are written kebab-case, components PascalCase', () => {
    const isRight = (file: string) =>
      file.endsWith('.svelte')
        ? /^[A-Z][A-Za-z0-9]*\.svelte$/.test(basename(file))
        : /^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.test|\.bench|\.spec|\.config|\.d)?\.\w+$/.test(basename(file));
    expect(sources.filter(file => !isRight(file))).toEqual([]);
  });

  it('are at most two folders below a top folder; tests mirror them one folder below their own', () => {
    const deepest = (file: string) => (file.startsWith('test/unit/') ? 5 : 4);
    expect(sources.filter(file => file.split('/').length > deepest(file))).toEqual([]);
  });

  it('begin with a comment that says what the file does; a test file may say it by its titles', () => {
    const isPromise = (line = '') => /^\s*(\/\/|\/\*|<!--) ?\S/.test(line);
    const opening = (file: string) => linesOf(file).find(line => !/^(#!|<script)/.test(line));
    const silent = sources.filter(file => !/\.(test|spec)\.ts$/.test(file) && !isPromise(opening(file)));
    expect(silent).toEqual([]);
  });

  it('have no import cycle, types included', () => {
    expect(circlesIn(importGraph(sourcesIn(['electron', 'renderer', 'shared'])))).toEqual([]);
  });

  it('export each type name once, so that one word means one thing', () => {
    const places = new Map<string, string[]>();
    for (const file of sourcesIn(['electron', 'renderer', 'shared']))
      for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
        /^export (?:interface|type|class|enum) (\w+)/gm
      ))
        places.set(name, [...new Set([...(places.get(name) ?? []), file])]);
    expect([...places].filter(([, files]) => files.length > 1)).toEqual([]);
  });

  it('lie at most 15 to a folder', () => {
    const counts = new Map<string, number>();
    for (const file of sources.filter(each => !/\.(css|d\.ts)$/.test(each)))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, count]) => count > MOST_FILES && !FLAT.includes(folder));
    expect(crowded.filter(([folder]) => !folder.startsWith('test/unit/'))).toEqual([]);
  });

  it('have one style sheet for each room of the window, named after it', () => {
    const sheets = sources.filter(file => /^renderer\/.+\/.+\.css$/.test(file));
    const ofRooms = sheets.filter(file => dirname(file) !== 'renderer/theme');
    const isRight = (file: string) => basename(file, '.css') === basename(dirname(file));
    expect(ofRooms.filter(file => !isRight(file))).toEqual([]);
  });

  it('belong to exactly one zone each', async () => {
    const walled = code.filter(file => !/^test\/|\.cjs$|\.d\.ts$/.test(file));
    const wrong = [...(await zonesOf(walled))].filter(([, zones]) => zones.length !== 1);
    expect(wrong).toEqual([]);
  });
});

describe('the rooms', () => {
  const rooms = Object.keys(ROOMS);

  it('are all folders of the sources', () => {
    const folders = new Set(
      sourcesIn(['electron', 'renderer', 'shared'])
        .filter(file => !file.endsWith('.d.ts') && !/resources|default-app|icon-drawer/.test(file))
        .map(file => dirname(file))
    );
    expect([...folders].sort()).toEqual([...rooms].sort());
  });

  it('import only rooms that come before them in the list, so that no cycle is possible', () => {
    const up = rooms.flatMap((room, place) =>
      allowedIn(room)
        .filter(target => rooms.indexOf(target) >= place || !rooms.includes(target))
        .map(target => `${room} -> ${target}`)
    );
    expect(up).toEqual([]);
  });

  it('list no room that they do not import', () => {
    const graph = importGraph(sourcesIn(['electron', 'renderer', 'shared']));
    const arrows = new Set(
      [...graph]
        .flatMap(([file, targets]) =>
          [...targets, ...styleSheetsOf(file)].map(target => [file, target] as const)
        )
        .map(([file, target]) => `${dirname(file)} ${dirname(target)}`)
    );
    const unused = rooms.flatMap(room =>
      ROOMS[room]!.filter(target => !target.endsWith('/*') && !arrows.has(`${room} ${target}`)).map(
        target => `${room} -> ${target}`
      )
    );
    expect(unused).toEqual([]);
  });

  it('are mirrored by the folders of the unit tests', () => {
    const folders = readdirSync('test/unit', { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice('test/unit/'.length));
    const isRoom = (folder: string) =>
      [folder, `electron/${folder}`].some(
        name => rooms.includes(name) || rooms.some(room => room.startsWith(`${name}/`))
      );
    const others = ['faults', 'project', 'tools'];
    expect(folders.filter(folder => !isRoom(folder) && !others.includes(folder))).toEqual([]);
    // Ports contain only types.
    const tested = rooms.filter(room =>
      /^electron\/(core\/(?!ports)|adapters\/|ipc|cli|commands|okx|addresses)/.test(room)
    );
    expect(tested.filter(room => !folders.includes(room.slice('electron/'.length)))).toEqual([]);
  });
});
