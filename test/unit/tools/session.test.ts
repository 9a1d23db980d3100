// A session is closed off from the desktop of the person who runs it, and its machinery stays off the screen.
import { expect, test } from 'vitest';
import { isNoise } from '../../../electron/tools/lib/noise.mjs';
import { cacheFolder } from '../../../electron/tools/lib/places.mjs';
import { fontRules } from '../../../electron/tools/session/session-fonts.mjs';
import { sessionEnvironment } from '../../../electron/tools/session/session-environment.mjs';
import { hasDisplay } from '../../../electron/tools/session/session.mjs';

test('the session has the variables that it is allowed, and its own instead of all others', () => {
  const person = {
    PATH: '/bin',
    TERM: 'xterm',
    INIT_CWD: '/home/ann/wallets',
    TOKENTRAY_ELECTRON: '/opt/electron',
    PLAYWRIGHT_JSON_OUTPUT_NAME: '/tmp/report.json',
    HOME: '/home/ann',
    WAYLAND_DISPLAY: 'wayland-0',
    DISPLAY: ':0',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
    XDG_RUNTIME_DIR: '/run/user/1000',
    XDG_CURRENT_DESKTOP: 'KDE',
    LANG: 'de_DE.UTF-8',
    LC_TIME: 'fr_FR.UTF-8',
    TZ: 'Asia/Tokyo',
    https_proxy: 'http://proxy:3128',
    NO_PROXY: 'localhost',
    GTK_THEME: 'Dracula',
    NODE_OPTIONS: '--require ./mine.cjs',
    npm_config_cache: '/home/ann/.npm',
    TOKENTRAYS: '1'
  };
  expect(sessionEnvironment(person, '/tmp/s')).toEqual({
    PATH: '/bin',
    TERM: 'xterm',
    INIT_CWD: '/home/ann/wallets',
    TOKENTRAY_ELECTRON: '/opt/electron',
    PLAYWRIGHT_JSON_OUTPUT_NAME: '/tmp/report.json',
    HOME: '/tmp/s/home',
    TMPDIR: '/tmp/s/tmp',
    XDG_RUNTIME_DIR: '/tmp/s/run',
    XDG_DATA_HOME: '/tmp/s/data',
    XDG_CONFIG_HOME: '/tmp/s/config',
    XDG_CACHE_HOME: '/tmp/s/cache',
    XDG_STATE_HOME: '/tmp/s/state',
    XDG_CONFIG_DIRS: '/tmp/s/config-dirs',
    XDG_DATA_DIRS: '/usr/share',
    XAUTHORITY: '/tmp/s/x-authority',
    FONTCONFIG_FILE: '/tmp/s/fonts.conf',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/s/bus',
    DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/tmp/s/no-system-bus',
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    NO_AT_BRIDGE: '1'
  });
});

test('only the fonts of the design are visible', () => {
  const rules = fontRules('/tmp/s', ['/home/ann/.fonts']);
  expect(rules).toContain('<rejectfont><pattern/></rejectfont>');
  expect(rules).toContain('<dir>/home/ann/.fonts</dir>');
  const accepted = /<acceptfont>(.*)<\/acceptfont>/.exec(rules)?.[1] ?? '';
  expect([...accepted.matchAll(/<string>(.*?)<\/string>/g)].map(([, name]) => name)).toEqual([
    'Noto Sans',
    'Noto Sans Mono',
    'Droid Sans Fallback'
  ]);
});

test.each([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true]
])('with %j on %s, a display: %s', (env, platform, isThere) => {
  expect(hasDisplay(env, platform)).toBe(isThere);
});

test.each([
  '[812:1122/101500.123456:ERROR:bus.cc(407)] Failed to connect to the bus',
  'dbus-daemon[812]: [session uid=0 pid=812] Activating service',
  'ERR: Display.cpp:1083 (initialize): ANGLE Display::initialize error 12289'
])('machinery is kept off the screen: %s', line => expect(isNoise(line)).toBe(true));

test.each(['Wrong key: OKX does not know it.', '[1] ERROR: could not read the settings', ''])(
  'output of the app stays: %j',
  line => expect(isNoise(line)).toBe(false)
);

test.each([
  [{ TOKENTRAY_CACHE: '/c', XDG_CACHE_HOME: '/x' }, '/c'],
  [{ XDG_CACHE_HOME: '/x' }, '/x/tokentray'],
  [{}, '/home/ann/.cache/tokentray']
])('with %j the runtime is kept in %s', (env, folder) => {
  expect(cacheFolder(env, '/home/ann')).toBe(folder);
});
