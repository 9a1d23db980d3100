// A virtual session is closed off from the desktop of the person who runs it, and its machinery stays off the screen.
import { expect, test } from 'vitest';
import { isNoise } from '../../../electron/tools/lib/noise.mjs';
import { cacheFolder } from '../../../electron/tools/lib/places.mjs';
import { hasDisplay, sessionEnvironment } from '../../../electron/tools/session/session.mjs';

test("the session has no variable of the person's own bus, display, keyring or settings", () => {
  const own = {
    PATH: '/bin',
    HOME: '/home/ann',
    WAYLAND_DISPLAY: 'wayland-0',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
    XDG_RUNTIME_DIR: '/run/user/1000',
    XDG_DATA_HOME: '/home/ann/.local/share',
    XDG_CURRENT_DESKTOP: 'KDE'
  };
  expect(sessionEnvironment(own, '/tmp/s')).toEqual({
    PATH: '/bin',
    HOME: '/home/ann',
    XDG_RUNTIME_DIR: '/tmp/s/run',
    XDG_DATA_HOME: '/tmp/s/data',
    XDG_CONFIG_HOME: '/tmp/s/config',
    TMPDIR: '/tmp/s/tmp',
    NO_AT_BRIDGE: '1'
  });
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
