// Tests what a read command loads: its own texts and rules, and none of the large libraries; and what a screen loads.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import ts from 'typescript';
import { LANGUAGES } from '../../shared/domain/language';
import { firstFiles, gzippedKb, languageOfFile, MOST_SCREEN_KB, screenFiles } from './window/window-pieces';

const FOLDER = join(__dirname, '../../out/main');
const WINDOW = join(__dirname, '../../out/renderer/assets');
/** Strings that occur in zod, in undici and in the D-Bus library, and in no code of ours. */
const HEAVY = { zod: /\$ZodType/, undici: /UND_ERR_REQ_RETRY|UND_ERR_ABORTED/, dbus: /DBUS_COOKIE_SHA1/ };

const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');

/** Our files that a file requires while it is loaded; what is required later is inside a function. */
function requiredAtOnce(file: string): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText() === 'require') {
      const [, name] = /^["'`]\.\/([\w-]+\.js)["'`]$/.exec(node.arguments[0]?.getText() ?? '') ?? [];
      if (name) found.push(name);
    }
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

function loadedAtOnce(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const name of requiredAtOnce(file)) loadedAtOnce(name, seen);
  return seen;
}

test('no file of the main process has a sign that makes V8 keep two bytes for each', () => {
  const files = readdirSync(FOLDER).filter(name => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(name => /[\u0100-\uffff]/.test(textOf(name)))).toEqual([]);
});

test('a read command loads neither zod nor undici nor the D-Bus library', () => {
  const files = [...loadedAtOnce('index.js')];
  expect(files).toContain('base.js');
  for (const file of files)
    for (const mark of Object.values(HEAVY)) expect(textOf(file), file).not.toMatch(mark);
  // The file that contains the libraries matches these patterns.
  expect(textOf('libraries.js')).toMatch(HEAVY.zod);
  expect(textOf('libraries.js')).toMatch(HEAVY.undici);
  expect(textOf('desktop-bus.js')).toMatch(HEAVY.dbus);
  expect([...loadedAtOnce('open-profile.js')]).toContain('libraries.js');
});

test('a read command loads no file that only the running app needs', () => {
  const files = [...loadedAtOnce('index.js')];
  expect(files.toSorted()).toEqual(['base.js', 'index.js', 'rolldown-runtime.js']);
  for (const file of files)
    expect(textOf(file), file).not.toMatch(/require\(["'`]node:(crypto|inspector|v8)["'`]\)/);
  expect([...loadedAtOnce('open-profile.js')]).toContain('rounds.js');
});

test('the D-Bus library is loaded only on Linux, after the tray', () => {
  expect([...loadedAtOnce('application.js')]).not.toContain('desktop-bus.js');
  expect([...loadedAtOnce('open-profile.js')]).not.toContain('desktop-bus.js');
});

test('each screen is loaded by itself when it is first opened, and is small', () => {
  expect([...screenFiles('en').keys()]).toEqual([
    'Activity',
    'Answers',
    'ColumnPanel',
    'ComparePanel',
    'ComparedLine',
    'Connect',
    'Diagnostics',
    'FilterPanel',
    'HistoryTable',
    'NotificationToast',
    'OverviewExport',
    'PastBalance',
    'PastLines',
    'PauseMenu',
    'PointPanel',
    'SavedToast',
    'Settings',
    'SettingsRefused',
    'ShortcutSheet',
    'Wallets',
    'Welcome',
    'doubts',
    'drawers'
  ]);
  for (const language of LANGUAGES) {
    for (const [name, files] of screenFiles(language))
      expect(gzippedKb(files), `${name}, ${language}`).toBeLessThanOrEqual(MOST_SCREEN_KB);
    // One file of code, one of styles, one of texts, so that nothing else of the first paint waits for a second request.
    expect(firstFiles(language).map(languageOfFile).toSorted()).toEqual([language, undefined, undefined]);
  }
});

test('the window loads the texts of one language', () => {
  const sentences = { en: /Balances are hidden|Delete its history too/, zh: /[\u4e00-\u9fff]{6}/ };
  const files = readdirSync(WINDOW).filter(name => name.endsWith('.js'));
  const matching = (language: keyof typeof sentences) =>
    files.filter(name => sentences[language].test(readFileSync(join(WINDOW, name), 'utf8')));
  for (const language of LANGUAGES) {
    expect(new Set(matching(language).map(languageOfFile))).toEqual(new Set([language]));
    expect(matching(language).length).toBeGreaterThan(1);
  }
});
