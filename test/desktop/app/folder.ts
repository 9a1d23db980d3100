// Temporary folders of the tests, and every file below one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { until } from './deadline';

export function makeFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `tokentray-test-${purpose}-`));
}

/** Removes the folder. Child processes of a killed app may still write to its cache, so it may need several tries. */
export async function removeFolder(folder: string): Promise<void> {
  await until(`the removal of ${folder}`, () => {
    try {
      rmSync(folder, { recursive: true, force: true });
      return true;
    } catch {
      return false;
    }
  });
}

/** Gives every file below the folder with its bytes; sockets and files that disappear meanwhile are left out. */
export function filesBelow(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .flatMap(entry => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readOrNothing(path);
      return bytes ? [{ name: relative(folder, path), bytes }] : [];
    });
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
