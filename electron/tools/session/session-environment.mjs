// The environment of a desktop session of its own: which variables of the person reach it, and what it has instead of
// the others. Pure.
import { join } from 'node:path';

/** Every other variable stays outside. A name that ends in "_" stands for all that begin with it. */
const ALLOWED = {
  PATH: 'the programs of the session and of the tests are found by it',
  USER: 'gnome-keyring and D-Bus name the user',
  LOGNAME: 'as USER',
  SHELL: 'programs that start a shell ask for it',
  TERM: 'reports have colours where the terminal shows them',
  INIT_CWD: 'relative paths of options are relative to where the person typed the command',
  CI: 'the test runner refuses a test that is marked as the only one',
  CHROME_DEVEL_SANDBOX: "names the helper of Chromium's sandbox where the kernel gives no namespaces",
  TOKENTRAY_: "the tools' own words to the tests and to the app",
  PLAYWRIGHT_: 'the place of the report'
};

/** Folders of the session, by the variables that name them; programs expect that only the owner reads them. */
export const FOLDERS = {
  HOME: 'home',
  TMPDIR: 'tmp',
  XDG_RUNTIME_DIR: 'run',
  XDG_DATA_HOME: 'data',
  XDG_CONFIG_HOME: 'config',
  XDG_CACHE_HOME: 'cache',
  XDG_STATE_HOME: 'state',
  // The system's own contains entries that a desktop starts, and settings of GTK.
  XDG_CONFIG_DIRS: 'config-dirs'
};

/** Files of the session, by the variables that name them. */
export const FILES = { FONTCONFIG_FILE: 'fonts.conf', XAUTHORITY: 'x-authority' };

const FIXED = {
  LANG: 'en_US.UTF-8',
  TZ: 'UTC',
  // GTK ends when the schemas of its settings are missing; the bus of the session reads no services here.
  XDG_DATA_DIRS: '/usr/share',
  // GTK's modules for the settings, the files and the accessibility of a desktop would look for its services.
  GSETTINGS_BACKEND: 'memory',
  GIO_USE_VFS: 'local',
  NO_AT_BRIDGE: '1'
};

/** Whether a variable of the person reaches the session. */
export function isAllowed(name) {
  return Object.keys(ALLOWED).some(own => (own.endsWith('_') ? name.startsWith(own) : name === own));
}

/** The socket of the session's bus. */
export const busSocket = folder => join(folder, 'bus');

/**
 * Gives the environment of a session whose files are below `folder`. It names no display: a session that has one adds
 * it. Nobody listens at the address of the system bus.
 */
export function sessionEnvironment(env, folder) {
  const within = places =>
    Object.fromEntries(Object.entries(places).map(([name, place]) => [name, join(folder, place)]));
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => isAllowed(name))),
    ...within({ ...FOLDERS, ...FILES }),
    ...FIXED,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${busSocket(folder)}`,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${join(folder, 'no-system-bus')}`
  };
}
