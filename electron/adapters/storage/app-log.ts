// The log: on standard error at once, and in a file of the profile as soon as that is open. No failure of it reaches anybody.
import {
  readFileSync,
  statSync,
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync
} from 'node:fs';
import log from 'electron-log/node';
import { dirname, join } from 'node:path';
import { bugIdOf } from '../../../shared/domain/failure';
import { logLine, type Level } from '../../core/diagnostics/log-line';
import type { Hidden } from '../../core/diagnostics/redact';

/** Lines that are kept in memory: those before the file is open go into it then. */
const MOST_KEPT = 400;

let lines: string[] = [];
let unwritten: string[] = [];
let file: LogFile | null = null;
const hidden = new Map<string, Hidden>();

// A terminal that was closed must not end the app that was started in it.
process.stderr.on('error', () => undefined);

/** Callers hand over codes and causes; bodies and headers never come here. What looks like more is taken out all the same. */
export function writeLog(level: Level, text: string, cause?: unknown): void {
  try {
    const line = logLine(new Date().toISOString(), level, text, cause, [...hidden.values()]);
    lines = [...lines.slice(1 - MOST_KEPT), line];
    process.stderr.write(`${line}\n`);
    if (file) file.write(line);
    else unwritten = [...unwritten.slice(1 - MOST_KEPT), line];
  } catch {
    // Whatever is logged, the work goes on.
  }
}

/** Notes a fault of ours with its kind and its place. Gives the ID to show: the log has it too. */
export function logBug(text: string, thrown: unknown): string {
  const id = bugIdOf(thrown);
  writeLog('error', `${text} [bug ${id}]`, thrown);
  return id;
}

/** From here on the log is in the profile's folder too. Never rejects. */
export async function openLog(folder: string): Promise<void> {
  try {
    const { openLogFile } = await import('./app-log');
    const opened = openLogFile(folder);
    for (const line of unwritten) opened.write(line);
    unwritten = [];
    file = opened;
  } catch (thrown) {
    writeLog('warn', 'the log has no file', thrown);
  }
}

/** Values that no line may hold from here on: secrets, as soon as somebody has them in hand. */
export function hideInLog(values: readonly (string | null)[]): void {
  for (const value of values) if (value) hidden.set(value, { value, label: '[hidden]' });
}

/** The last lines, oldest first; those of earlier starts too, where the file can be read. */
export function lastLogLines(most: number): string[] {
  const read = file?.paths.flatMap(path => linesOf(path)).slice(0, 2) ?? [];
  const stored = [...read]
    .reverse()
    .flatMap(text => text.split(/\r?\n/))
    .filter(line => line !== '');
  return (stored.length > 0 ? stored : lines).slice(-most);
}

function linesOf(path: string): string[] {
  try {
    // A device in its place may have no end.
    return statSync(path).isFile() ? [readFileSync(path, 'utf8')] : [];
  } catch {
    return [];
  }
}

const MOST_BYTES = 1024 * 1024;
/** The one that is written and those before it. */
const FILES = 3;

export interface LogFile {
  /** Its newest file and those before it, newest first. */
  readonly paths: readonly string[];
  write(line: string): void;
}

/** Files beside `tokentray.log` are `tokentray.1.log` and so on; the last one goes when there are three. */
export function openLogFile(folder: string, mostBytes = MOST_BYTES): LogFile {
  const name = (age: number) => join(folder, 'logs', age === 0 ? 'tokentray.log' : `tokentray.${age}.log`);
  const paths = Array.from({ length: FILES }, (_, age) => name(age));
  const path = name(0);
  const logger = log.create({ logId: path });
  // Its own words about a disk that is full would come without redaction, and from the first of its loggers.
  for (const { transports } of [log, logger]) transports.console.writeFn = () => undefined;
  logger.transports.console.level = false;
  for (const other of [logger.transports.ipc, logger.transports.remote]) if (other) other.level = false;
  const { file } = logger.transports;
  Object.assign(file, { level: 'silly', format: '{text}', maxSize: mostBytes, sync: true });
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  file.resolvePathFn = () => path;
  file.archiveLogFn = () => rotate(paths);
  return {
    paths,
    write(line) {
      // A file that could not be made once would never be tried again.
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

/** Makes folder and file when they are missing: a person may remove them while the app runs. */
function isWritable(path: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
    else accessSync(path, constants.W_OK);
    if (lstatSync(path).isFile()) chmodSync(path, 0o600);
    return true;
  } catch {
    return false;
  }
}
