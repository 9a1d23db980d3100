// Runs a program in a desktop session of its own: virtual display, private D-Bus session bus, unlocked empty keyring.
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, run } from '../lib/run.mjs';
import { Stop } from '../lib/say.mjs';

// Variables that point at the person's own desktop: with these the app would find its bus, panel, keyring or Wayland.
const foreign = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'XDG_SESSION_TYPE',
  'XDG_CURRENT_DESKTOP',
  'DESKTOP_SESSION',
  'DBUS_SESSION_BUS_ADDRESS',
  'GNOME_KEYRING_CONTROL',
  'SSH_AUTH_SOCK'
];

// Folders that the session must not share with the person; TMPDIR because xvfb-run leaves its folder when interrupted.
const places = { XDG_RUNTIME_DIR: 'run', XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: 'config', TMPDIR: 'tmp' };

/**
 * Whether a window can be shown here. Only Linux can be without a display.
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Gives the environment of a session whose files are below `folder`: runtime sockets, keyrings, settings of its own.
 */
export function sessionEnvironment(env, folder) {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.includes(name)));
  for (const [name, place] of Object.entries(places)) own[name] = join(folder, place);
  // The session has no accessibility bus; without this variable GTK waits for it and reports errors.
  return { ...own, NO_AT_BRIDGE: '1' };
}

/**
 * Runs the program in such a session and gives its exit status. All files of the session are removed afterwards.
 * `user` (only as root) runs all of it as that user, so that Chromium's sandbox can be on; the user must be able to
 * read the checkout and the runtime. `screen`: width and height of the display.
 */
export async function runInSession(
  command,
  args,
  { env = process.env, user, limitMs, cwd, screen = '1280x1024' } = {}
) {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-session-'));
  const sessionEnv = sessionEnvironment(env, folder);
  for (const name of Object.values(places)) mkdirSync(join(folder, name), { mode: 0o700 });
  const become = user ? becomeUser(user, folder, sessionEnv) : [];
  const unlock =
    'command -v gnome-keyring-daemon >/dev/null && printf tokentray | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1';
  const display = ['xvfb-run', '-a', '-s', `-screen 0 ${screen}x24 -nolisten tcp`];
  const bus = ['dbus-run-session', '--', 'bash', '-c', `${unlock}; exec "$@"`, 'session'];
  const [first, ...rest] = [...become, ...display, ...bus, command, ...args];
  try {
    return await run(first, rest, {
      env: sessionEnv,
      wholeGroup: true,
      isQuiet: true,
      limitMs,
      ...(cwd && { cwd })
    });
  } finally {
    // Daemons of the session may still be writing their last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Changes the owner of existing files or folders to a user. Throws a Stop when there is no such user. */
export function giveTo(user, paths) {
  const [uid, gid] = ['-u', '-g'].map(option => Number(read('id', [option, user]).text || NaN));
  if (Number.isNaN(uid)) throw new Stop(`There is no user "${user}" to run as.`);
  for (const path of paths) chownSync(path, uid, gid);
}

function becomeUser(user, folder, env) {
  giveTo(
    user,
    ['.', ...Object.values(places)].map(name => join(folder, name))
  );
  Object.assign(env, { HOME: folder, USER: user, LOGNAME: user });
  return ['runuser', '-u', user, '--'];
}
