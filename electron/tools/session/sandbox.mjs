// Detects whether Chromium's sandbox can be on here, and gives the reason when it cannot.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { read } from '../lib/run.mjs';
import { isRoot } from '../setup/system.mjs';

/**
 * Gives what prevents the sandbox: 'root' (Chromium refuses), 'namespaces' (the kernel gives a normal user none, as in
 * Ubuntu 24.04, and chrome-sandbox is not set up), or undefined. Only Linux has these.
 */
export function sandboxObstacle(executable) {
  if (process.platform !== 'linux') return undefined;
  if (isRoot()) return 'root';
  if (isHelperSetUp(executable) || areNamespacesOpen()) return undefined;
  return 'namespaces';
}

/** One line for the person when the app runs without the sandbox. */
export function obstacleSentence(obstacle) {
  if (obstacle === 'root') return "Running as root: Chromium's sandbox cannot be on, so it is off.";
  return "This system gives programs no user namespaces: Chromium's sandbox cannot be on, so it is off.";
}

/** The commands that let the sandbox work without namespaces. */
export function helperCommand(executable) {
  const helper = join(dirname(executable), 'chrome-sandbox');
  return `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`;
}

function isHelperSetUp(executable) {
  try {
    const { uid, mode } = statSync(join(dirname(executable), 'chrome-sandbox'));
    return uid === 0 && (mode & 0o4001) === 0o4001;
  } catch {
    return false;
  }
}

function areNamespacesOpen() {
  if (flag('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1') return false;
  const tried = read('unshare', ['--user', 'true']).status;
  return tried === 0 || tried === 127;
}

function flag(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
