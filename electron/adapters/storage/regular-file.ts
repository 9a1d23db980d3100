// Opens files of a profile without waiting: a pipe, a device or a socket in the place of a file is refused at once.
// Opening a pipe would wait for its other end, and reading a device might never end.
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

const { O_APPEND, O_CREAT, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = constants;
/** Windows has neither the flag nor such pipes. */
const NO_WAIT = constants.O_NONBLOCK ?? 0;

const FLAGS = {
  read: O_RDONLY | NO_WAIT,
  /** Reads and appends; makes the file when it is missing. */
  append: O_RDWR | O_APPEND | O_CREAT | NO_WAIT,
  /** Replaces the content; makes the file when it is missing. */
  replace: O_WRONLY | O_CREAT | O_TRUNC | NO_WAIT
};
export type OpenMode = keyof typeof FLAGS;

/** The code of the error for what is neither file nor folder; a folder has EISDIR, as from the system. */
export const NOT_A_FILE = 'ENOTFILE';

/** Throws the errors of the system, and one with NOT_A_FILE or EISDIR and the path. */
export async function openFile(path: string, mode: OpenMode): Promise<FileHandle> {
  const handle = await open(path, FLAGS[mode], 0o600).catch((thrown: unknown) => {
    throw refusalOf(path, thrown);
  });
  const problem = problemOf(path, await handle.stat());
  if (!problem) return handle;
  await handle.close();
  throw problem;
}

/** The whole content. Throws as `openFile`. */
export async function readText(path: string): Promise<string> {
  const handle = await openFile(path, 'read');
  try {
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** A descriptor for reading. Throws as `openFile`. */
export function openFileSync(path: string): number {
  const descriptor = openDescriptor(path);
  const problem = problemOf(path, fstatSync(descriptor));
  if (!problem) return descriptor;
  closeSync(descriptor);
  throw problem;
}

/** The whole content. Throws as `openFile`. */
export function readTextSync(path: string): string {
  const descriptor = openFileSync(path);
  try {
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function openDescriptor(path: string): number {
  try {
    return openSync(path, FLAGS.read);
  } catch (thrown) {
    throw refusalOf(path, thrown);
  }
}

/** What systems answer when a socket, or a device without a driver, is opened as a file. */
const NOT_OPENED_CODES = ['ENXIO', 'EOPNOTSUPP'];

function refusalOf(path: string, thrown: unknown): unknown {
  const isNoFile = NOT_OPENED_CODES.includes((thrown as NodeJS.ErrnoException).code ?? '');
  return isNoFile ? errorOf(NOT_A_FILE, path) : thrown;
}

function problemOf(path: string, stats: Stats): Error | null {
  if (stats.isFile()) return null;
  return errorOf(stats.isDirectory() ? 'EISDIR' : NOT_A_FILE, path);
}

function errorOf(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path} is no file`), { code, path });
}
