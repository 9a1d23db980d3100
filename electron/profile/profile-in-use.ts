// Guesses whether an app is running on a folder, from the lock file of Chromium.
// It is only a hint; the single-instance lock is certain.
import { existsSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * `folder`: folder of user data, as Chromium uses it; a demo that runs on its own has one below the folder of its
 * profile.
 */
export function isInUse(folder: string): boolean {
  // Windows removes the file together with its process, however the process ends.
  if (process.platform === 'win32') return existsSync(join(folder, 'lockfile'));
  // A symbolic link to HOST-PID; a crash leaves it behind.
  const [, host, pid] = /^(.*)-(\d+)$/.exec(readLinkTarget(join(folder, 'SingletonLock'))) ?? [];
  return host === hostname() && isAlive(Number(pid));
}

function readLinkTarget(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
