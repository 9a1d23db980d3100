// Login items: files in a real folder, and the lists of macOS and Windows.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  linuxAutostart,
  macAutostart,
  noAutostart,
  windowsAutostart,
  type LoginItems
} from '../../../../electron/adapters/system/autostart-entries';
import { execLine } from '../../../../electron/core/system/desktop-entry';

const WORDS = ['/opt/Tokentray/tokentray', '--hidden'];

describe('a desktop entry', () => {
  let home: string;
  const folder = () => join(home, 'cfg/autostart');
  const path = () => join(folder(), 'tokentray.desktop');
  const open = (words = WORDS, isWhereItStays = true) =>
    linuxAutostart({
      folder: folder(),
      id: 'tokentray',
      name: 'Tokentray',
      words,
      isInstalled: isWhereItStays
    });
  const exec = () => /^Exec=(.*)$/m.exec(readFileSync(path(), 'utf8'))?.[1];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'tokentray-autostart-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true, force: true });
  });

  it('is created with its folder, and removed without it', async () => {
    expect(await open().read()).toBe('off');
    await open().set(true);
    expect(await open().read()).toBe('on');
    expect(readdirSync(folder())).toEqual(['tokentray.desktop']);
    writeFileSync(join(folder(), 'other.desktop'), '');
    await open().set(false);
    expect(await open().read()).toBe('off');
    expect(readdirSync(folder())).toEqual(['other.desktop']);
    await open().set(false);
  });

  it('is read again each time: the last change by any program counts', async () => {
    await open().set(true);
    writeFileSync(path(), `${readFileSync(path(), 'utf8')}Hidden=true\n`);
    expect(await open().read()).toBe('off');
    await open().set(true);
    expect(await open().read()).toBe('on');
    rmSync(path());
    expect(await open().read()).toBe('off');
  });

  it('stays a link when the person keeps the file elsewhere', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(home, 'kept.desktop'), '[Desktop Entry]\nExec=/old\nX-Mine=1\n');
    symlinkSync(join(home, 'kept.desktop'), path());
    await open().set(true);
    expect(lstatSync(path()).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(home, 'kept.desktop'), 'utf8')).toBe(
      `[Desktop Entry]\nExec=${execLine(WORDS)}\nTryExec=${WORDS[0]}\nX-Mine=1\n`
    );
  });

  it('gets the new path of an installed program that moved, only while it is on', async () => {
    await open(['/old/Tokentray.AppImage', '--hidden']).set(true);
    await open().updateProgramPath();
    expect(exec()).toBe('/opt/Tokentray/tokentray --hidden');
    writeFileSync(path(), '[Desktop Entry]\nExec=/old\nHidden=true\n');
    await open().updateProgramPath();
    expect(exec()).toBe('/old');
    rmSync(path());
    await open().updateProgramPath();
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is replaced by a checkout only when the program that it starts is gone', async () => {
    const checkout = ['/cache/electron', '/home/me/tokentray', '--hidden'];
    await open([process.execPath, '--hidden']).set(true);
    await open(checkout, false).updateProgramPath();
    expect(exec()).toBe(`${process.execPath} --hidden`);
    await open([process.execPath, join(home, 'gone'), '--hidden']).set(true);
    await open(checkout, false).updateProgramPath();
    expect(exec()).toBe('/cache/electron /home/me/tokentray --hidden');
  });

  it.skipIf(process.getuid?.() === 0)(
    'says why it cannot be written, and leaves nothing behind',
    async () => {
      mkdirSync(folder(), { recursive: true });
      chmodSync(folder(), 0o500);
      await expect(open().set(true)).rejects.toMatchObject({ code: 'EACCES' });
      expect(readdirSync(folder())).toEqual([]);
    }
  );

  it('reports why when a file exists in place of the folder', async () => {
    mkdirSync(join(home, 'cfg'));
    writeFileSync(folder(), '');
    await expect(open().set(true)).rejects.toMatchObject({ code: expect.stringMatching(/^E/) as string });
  });
});

/** Behaves like the registry: one value per name, and Task Manager's own list of entries that are turned off. */
function windows() {
  const values = new Map<string, { path: string; args: string[]; enabled: boolean }>();
  const app: LoginItems = {
    setLoginItemSettings({ openAtLogin, path = '', args = [], name = '', enabled = true }) {
      if (openAtLogin) values.set(name, { path, args, enabled });
      else values.delete(name);
    },
    getLoginItemSettings({ path } = {}) {
      const launchItems = [...values]
        .filter(([, value]) => value.path === path)
        .map(([name, value]) => ({ name, scope: 'user', ...value }));
      return { openAtLogin: false, launchItems } as unknown as ReturnType<LoginItems['getLoginItemSettings']>;
    }
  };
  return { app, values };
}

describe('a start entry on Windows', () => {
  it('has its arguments quoted, and is off when Task Manager turned it off', async () => {
    const { app, values } = windows();
    const item = windowsAutostart(
      app,
      ['C:\\Tokentray.exe', '--user-data-dir=C:\\a b', '--hidden'],
      'tokentray-x'
    );
    expect(await item.read()).toBe('off');
    await item.set(true);
    expect(await item.read()).toBe('on');
    expect(values.get('tokentray-x')?.args).toEqual(['"--user-data-dir=C:\\a b"', '--hidden']);
    const value = values.get('tokentray-x');
    if (value) value.enabled = false;
    expect(await item.read()).toBe('off');
    await item.set(true);
    expect(await item.read()).toBe('on');
    await item.set(false);
    expect(values.size).toBe(0);
  });

  it('is separate for each profile', async () => {
    const { app } = windows();
    await windowsAutostart(app, ['C:\\Tokentray.exe', '--hidden'], 'tokentray').set(true);
    expect(await windowsAutostart(app, ['C:\\Tokentray.exe', '--hidden'], 'tokentray-profile-a').read()).toBe(
      'off'
    );
  });
});

describe('a login item on macOS', () => {
  const mac = (status: string, openAtLogin = false): LoginItems => ({
    getLoginItemSettings: () =>
      ({ status, openAtLogin }) as unknown as ReturnType<LoginItems['getLoginItemSettings']>,
    setLoginItemSettings: () => undefined
  });

  it('may wait for the approval of the person', async () => {
    expect(await macAutostart(mac('enabled', true)).read()).toBe('on');
    expect(await macAutostart(mac('not-registered')).read()).toBe('off');
    expect(await macAutostart(mac('requires-approval')).read()).toBe('approval');
  });

  it('is not offered where it would start another program', async () => {
    expect(await noAutostart.read()).toBe('none');
  });
});
