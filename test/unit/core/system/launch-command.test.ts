// The launch command: it starts the same program with the same profile, without a window.
import { describe, expect, it } from 'vitest';
import {
  autostartFolder,
  launchCommandOf,
  windowsArgument,
  type LaunchContext
} from '../../../../electron/core/system/launch-command';

const INSTALLED: LaunchContext = {
  execPath: '/opt/Tokentray/tokentray',
  argv: ['/opt/Tokentray/tokentray'],
  isPackaged: true,
  appPath: '/opt/Tokentray/resources/app.asar',
  env: {},
  profile: null,
  userDataDir: null,
  isDemo: false
};
const words = (change: Partial<LaunchContext>) => launchCommandOf({ ...INSTALLED, ...change }).words;

describe('the words of the launch command', () => {
  it('are only the program in a package', () => {
    expect(words({})).toEqual(['/opt/Tokentray/tokentray', '--hidden']);
  });

  it('name the project folder in a checkout', () => {
    const checkout = { isPackaged: false, execPath: '/cache/electron', appPath: '/home/me/token tray' };
    expect(words(checkout)).toEqual(['/cache/electron', '/home/me/token tray', '--hidden']);
  });

  it('keep the profile, the folder, the demo and --no-sandbox, and nothing else of the command line', () => {
    const argv = ['/opt/Tokentray/tokentray', '--no-sandbox', '--inspect=0', 'open', 'tokentray://open'];
    const sandbox = '--no-sandbox';
    expect(words({ argv, profile: 'work' }).slice(1)).toEqual([sandbox, '--profile=work', '--hidden']);
    expect(words({ userDataDir: '/a b', isDemo: true }).slice(1)).toEqual([
      '--user-data-dir=/a b',
      '--demo',
      '--hidden'
    ]);
  });

  it('name the file that the person started if the program runs from an image', () => {
    const image = { APPIMAGE: '/home/me/Tokentray-1.AppImage', APPDIR: '/tmp/.mount_x' };
    const argv = ['/tmp/.mount_x/tokentray', '--no-sandbox'];
    expect(words({ execPath: '/tmp/.mount_x/tokentray', env: image, argv })).toEqual([
      '/home/me/Tokentray-1.AppImage',
      '--hidden'
    ]);
    expect(words({ env: { PORTABLE_EXECUTABLE_FILE: 'C:\\Tokentray.exe' } })[0]).toBe('C:\\Tokentray.exe');
  });

  it('name its own file when another image, such as the terminal, passed its variables on', () => {
    const env = { APPIMAGE: '/home/me/Terminal.AppImage', APPDIR: '/tmp/.mount_terminal' };
    expect(words({ env })[0]).toBe('/opt/Tokentray/tokentray');
    expect(words({ env: { APPIMAGE: '/home/me/x.AppImage', APPDIR: '/opt/Token' } })[0]).toBe(
      '/opt/Tokentray/tokentray'
    );
  });
});

describe('the name of the entry', () => {
  it('is different for each profile, and the same at each start', () => {
    const all = [
      ...[{}, { profile: 'demo' }, { isDemo: true }, { profile: 'demo', isDemo: true }],
      ...[{ userDataDir: '/a' }, { userDataDir: '/b' }, { userDataDir: '/a', isDemo: true }]
    ];
    const ids = all.map(change => launchCommandOf({ ...INSTALLED, ...change }).id);
    expect(new Set(ids).size).toBe(all.length);
    expect(ids.every(id => /^tokentray[\w-]*$/.test(id))).toBe(true);
    expect(ids[0]).toBe('tokentray');
    expect(ids).toEqual(all.map(change => launchCommandOf({ ...INSTALLED, ...change }).id));
    expect(launchCommandOf({ ...INSTALLED, profile: 'work' }).name).toBe('Tokentray (work)');
  });

  it('is the same for every letter case of a profile, since they share a folder', () => {
    const lower = launchCommandOf({ ...INSTALLED, profile: 'work' });
    expect(launchCommandOf({ ...INSTALLED, profile: 'Work' })).toEqual(lower);
    expect(launchCommandOf({ ...INSTALLED, profile: 'WORK' }).id).toBe('tokentray-profile-work');
  });
});

describe('the folder of the session', () => {
  it('is the folder that the session names, if that is a full path', () => {
    expect(autostartFolder({ XDG_CONFIG_HOME: '/cfg' }, '/home/me')).toBe('/cfg/autostart');
    for (const set of [undefined, '', 'cfg'])
      expect(autostartFolder({ XDG_CONFIG_HOME: set }, '/home/me')).toBe('/home/me/.config/autostart');
  });
});

describe('an argument on Windows', () => {
  it.each([
    ['--hidden', '--hidden'],
    ['', '""'],
    ['C:\\a b', '"C:\\a b"'],
    ['C:\\a b\\', '"C:\\a b\\\\"'],
    ['a "b"', '"a \\"b\\""'],
    ['a \\"b', '"a \\\\\\"b"']
  ])('%s is written %s', (word, written) => {
    expect(windowsArgument(word)).toBe(written);
  });
});
