// Tests what a read command loads: its own texts and rules, and none of the large libraries; and what a screen loads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import ts from 'typescript';
import { firstFiles, gzippedKb, MOST_SCREEN_KB, screenFiles } from './window/window-pieces';

const FOLDER = join(__dirname, '../../out/main');
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
  const screens = screenFiles();
  expect([...screens.keys()]).toEqual([
    'Activity',
    'Answers',
    'ColumnPanel',
    'Connect',
    'Diagnostics',
    'FilterPanel',
    'HistoryTable',
    'NotificationToast',
    'OverviewExport',
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
  for (const [name, files] of screens) expect(gzippedKb(files), name).toBeLessThanOrEqual(MOST_SCREEN_KB);
  // One file of code, and one of styles, so that nothing of the first paint waits for a second request.
  expect(firstFiles()).toHaveLength(2);
});
