// Guesses whether an app is running on a folder, from the lock file of Chromium.
// It is only a hint; the single-instance lock is certain.
import { existsSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `folder`: of user data, as Chromium has it; the demo that was started on its own has one below its profile's. */
export function isInUse(folder: string): boolean {
  // Windows removes it with its process, however that ends.
  if (process.platform === 'win32') return existsSync(join(folder, 'lockfile'));
  // A link to HOST-PID, which a crash leaves behind.
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
