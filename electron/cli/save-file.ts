// Saves an exported file completely or not at all, readable only by its owner.
// An existing file is replaced only with --force.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { isAbsolute } from 'node:path';

/** Null: saved. Otherwise the sentence of the error, and an existing file is unchanged. `file`: absolute. */
export function saveFile(file: string, text: string, isForced: boolean): string | null {
  if (!isAbsolute(file)) throw new RangeError('the path of an export is absolute');
  try {
    if (existsSync(file)) {
      if (!statSync(file).isFile()) return `"${file}" is not a file that can be replaced.`;
      if (!isForced) return `"${file}" already exists. Add --force to replace it.`;
    }
    writeAtomically(existsSync(file) ? realpathSync(file) : file, text);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `"${file}" cannot be written (${code ?? 'internal error'}).`;
  }
}

/** The temporary file is beside the target, because a rename does not cross file systems. */
function writeAtomically(target: string, text: string): void {
  const temporaryPath = `${target}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporaryPath, 'wx', 0o600);
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporaryPath, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(temporaryPath, { force: true });
    throw error;
  }
}
