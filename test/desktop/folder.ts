// Temporary folders of the tests, and every file below one.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

export function makeFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `tokentray-test-${purpose}-`));
}

/** Every file below the folder with its bytes; sockets and files that vanish meanwhile are left out. */
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
