// Tests the texts and settings in the packages of the three systems, and that repeated ones agree.
import { existsSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { launchCommandOf } from '../../../electron/core/system/launch-command';
import { builderOptions } from './yaml-files';

const RESOURCES = 'electron/resources';
const options = builderOptions();
const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

const desktopFile = readFileSync(`${RESOURCES}/linux/tokentray.desktop`, 'utf8');
/** The groups of the file by name, each a table of keys. */
const groups = Object.fromEntries(
  desktopFile
    .split(/^\[/m)
    .slice(1)
    .map(group => {
      const [title = '', ...lines] = group.trim().split('\n');
      const pairs = lines
        .filter(line => line !== '')
        .map(line => /^([^=]+)=(.*)$/.exec(line)?.slice(1) ?? []);
      return [title.slice(0, -1), Object.fromEntries(pairs) as Record<string, string>];
    })
);

test('every system has the package formats that its users install', () => {
  const kinds = ({ target }: { target: readonly (string | { target: string })[] }) =>
    target.map(each => (typeof each === 'string' ? each : each.target));
  expect(kinds(options.linux)).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz']);
  expect(kinds(options.mac)).toEqual(['dmg', 'zip']);
  expect(kinds(options.win)).toEqual(['nsis', 'portable']);
  expect(options.mac).toMatchObject({ hardenedRuntime: true });
  expect(options.nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false });
});

test("the package contains keytar's binary for the target system, whatever system packs", () => {
  const own = (name: string) => ['package.json', `!node_modules/keytar/prebuilds/!(${name})/**`];
  // A list with only exclusions would mean "everything but these": tests, documents, sources.
  expect(options.linux.files).toEqual(own('linux-${arch}'));
  expect(options.mac.files).toEqual(own('darwin-*'));
  expect(options.win.files).toEqual(own('win32-${arch}'));
});

test('the menu entry says the same in every Linux package', () => {
  const { 'Desktop Entry': entry = {}, ...actions } = groups;
  const { entry: built, desktopActions } = options.linux.desktop;
  for (const [key, value] of Object.entries(built)) expect(entry[key], key).toBe(value);
  const builtActions = Object.entries(desktopActions).map(([name, keys]) => [`Desktop Action ${name}`, keys]);
  expect(actions).toEqual(Object.fromEntries(builtActions));
  expect(entry['Actions']).toBe(
    Object.keys(desktopActions)
      .map(name => `${name};`)
      .join('')
  );
});

test('the menu entry opens our links, and desktops match its window to it', () => {
  const { 'Desktop Entry': entry = {} } = groups;
  expect(options.protocols.flatMap(({ schemes }) => schemes)).toEqual(['tokentray']);
  expect(entry['MimeType']).toBe('x-scheme-handler/tokentray;');
  expect(entry['Exec']).toBe('tokentray %U');
  expect(entry['StartupWMClass']).toBe(options['productName']);
});

test.each([
  'linux/app.tokentray.Tokentray.metainfo.xml',
  'mac/entitlements.plist',
  'mac/entitlements.inherit.plist'
])('%s is well-formed', file => {
  const text = readFileSync(`${RESOURCES}/${file}`, 'utf8').replace(/<!DOCTYPE[^>]*>/, '');
  const parsed = new new Window().DOMParser().parseFromString(text, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  const names = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
  expect(names(/<\/(\w+)>/g)).toEqual(names(/<(\w+)(?:\s[^>]*)?(?<!\/)>/g));
});

test('the metadata for software centres names this app, its menu entry and this version', () => {
  const text = readFileSync(`${RESOURCES}/linux/app.tokentray.Tokentray.metainfo.xml`, 'utf8');
  expect(text).toContain(`<id>${String(options['appId'])}</id>`);
  expect(text).toContain('<launchable type="desktop-id">tokentray.desktop</launchable>');
  expect(text).toContain('<mediatype>x-scheme-handler/tokentray</mediatype>');
  expect(text).toContain(`<release version="${version}"`);
});

test('the uninstaller for Windows removes every login item that the app can have created, and no others', () => {
  const text = readFileSync(`${RESOURCES}/windows/installer.nsh`, 'utf8');
  const [, length, prefix = ''] = /StrCpy \$R2 \$R1 (\d+)[^]*?\$R2 == "([^"]*)"/.exec(text) ?? [];
  expect(Number(length)).toBe(prefix.length);
  const whole = /\$R1 == "([^"]*)"/.exec(text)?.[1];
  const usual = { execPath: 'x', argv: [], isPackaged: true, appPath: 'x', env: {}, profile: null };
  const idOf = (change: object) =>
    launchCommandOf({ ...usual, userDataDir: null, isDemo: false, ...change }).id;
  expect(idOf({})).toBe(whole);
  for (const change of [{ profile: 'work' }, { userDataDir: 'C:\\x' }, { isDemo: true }])
    expect(idOf(change).startsWith(prefix)).toBe(true);
  const cleared = [...text.matchAll(/!insertmacro removeLoginItems "(.*)"/g)].map(([, key]) => key);
  const current = 'Software\\Microsoft\\Windows\\CurrentVersion';
  expect(cleared).toEqual([`${current}\\Run`, `${current}\\Explorer\\StartupApproved\\Run`]);
});

test('files that the options name exist', () => {
  const named = [
    options.mac.icon,
    options.win.icon,
    options.linux.icon,
    'mac/entitlements.plist',
    'mac/entitlements.inherit.plist',
    'windows/installer.nsh',
    'windows/tokentray.cmd'
  ];
  expect(named.filter(name => !existsSync(`${RESOURCES}/${name}`))).toEqual([]);
});
