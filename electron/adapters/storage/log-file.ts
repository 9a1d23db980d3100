// The file of the log, written by electron-log: in `logs` of the profile, rotated by size, readable by its owner alone.
import { join, dirname } from 'node:path';
import log from 'electron-log/node';
import {
  existsSync,
  renameSync,
  mkdirSync,
  closeSync,
  openSync,
  accessSync,
  constants,
  lstatSync,
  statSync,
  chmodSync
} from 'node:fs';

const MAX_BYTES = 1024 * 1024;

/** The number of files: the current one and the earlier ones. */
const FILE_COUNT = 3;

export interface LogFile {
  /** The newest file and those before it, newest first. */
  readonly paths: readonly string[];
  write(line: string): void;
}

/**
 * The earlier files beside `tokentray.log` are `tokentray.1.log` and so on; the oldest is deleted when there are
 * three.
 */
export function openLogFile(folder: string, maxBytes = MAX_BYTES): LogFile {
  const name = (age: number) => join(folder, 'logs', age === 0 ? 'tokentray.log' : `tokentray.${age}.log`);
  const paths = Array.from({ length: FILE_COUNT }, (_, age) => name(age));
  const path = name(0);
  const logger = log.create({ logId: path });
  // electron-log's own message about a full disk would be printed without redaction, by the first of its loggers.
  for (const { transports } of [log, logger]) transports.console.writeFn = () => undefined;
  logger.transports.console.level = false;
  for (const other of [logger.transports.ipc, logger.transports.remote]) if (other) other.level = false;
  const { file } = logger.transports;
  Object.assign(file, { level: 'silly', format: '{text}', maxSize: maxBytes, sync: true });
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.resolvePathFn = () => path;
  file.archiveLogFn = () => rotate(paths);
  return {
    paths,
    write(line) {
      // Otherwise electron-log would never retry a file that it once could not create.
      if (isWritable(path)) logger.info(line);
    }
  };
}

function rotate(paths: readonly string[]): void {
  for (let age = paths.length - 1; age > 0; age--) {
    const from = paths[age - 1]!;
    if (existsSync(from)) renameSync(from, paths[age]!);
  }
}

/** Creates the folder and the file when they are missing: a person may remove them while the app runs. */
function isWritable(path: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    else accessSync(path, constants.W_OK);
    // A pipe would wait for its reader, and the app with it.
    if (!statSync(path).isFile()) return false;
    if (lstatSync(path).isFile()) chmodSync(path, 0o600);
    return true;
  } catch {
    return false;
  }
}
