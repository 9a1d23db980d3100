// Writes the log to standard error, and to a file in the profile's folder once that is open.
// An error while logging is never thrown to the caller.
import { readFileSync, statSync } from 'node:fs';
import { internalErrorIdOf } from '../../../shared/domain/failure';
import { logLine, type LogLevel } from '../../core/diagnostics/log-line';
import type { PrivateValue } from '../../core/diagnostics/redact';
import type { LogFile } from './log-file';

/** The number of lines kept in memory: those logged before the file is open are written to it then. */
const MAX_LINES = 400;

let lines: string[] = [];
let unwritten: string[] = [];
let file: LogFile | null = null;
const hidden = new Map<string, PrivateValue>();

// A closed terminal must not end the app that was started in it.
process.stderr.on('error', () => undefined);

/** Callers pass only codes and causes, never bodies or headers. Whatever looks like more is redacted all the same. */
export function writeLog(level: LogLevel, text: string, cause?: unknown): void {
  try {
    const line = logLine(new Date().toISOString(), level, text, cause, [...hidden.values()]);
    lines = [...lines.slice(1 - MAX_LINES), line];
    process.stderr.write(`${line}\n`);
    if (file) file.write(line);
    else unwritten = [...unwritten.slice(1 - MAX_LINES), line];
  } catch {
    // An error while logging never stops the caller.
  }
}

/** Logs an internal error with its kind and its location. Gives the ID to show, which is in the log too. */
export function logInternalError(text: string, thrown: unknown): string {
  const id = internalErrorIdOf(thrown);
  writeLog('error', `${text} [bug ${id}]`, thrown);
  return id;
}

/** From here on the log is also written to the profile's folder. Never rejects. */
export async function openLog(folder: string): Promise<void> {
  try {
    const { openLogFile } = await import('./log-file');
    const opened = openLogFile(folder);
    for (const line of unwritten) opened.write(line);
    unwritten = [];
    file = opened;
  } catch (thrown) {
    writeLog('warn', 'the log has no file', thrown);
  }
}

/** Values that no line may contain from here on: secrets are passed in as soon as they are read or typed. */
export function hideInLog(values: readonly (string | null)[]): void {
  for (const value of values) if (value) hidden.set(value, { value, label: '[hidden]' });
}

/** The last lines, oldest first; those of earlier starts too, when the file can be read. */
export function lastLogLines(maxCount: number): string[] {
  const read = file?.paths.flatMap(path => linesOf(path)).slice(0, 2) ?? [];
  const stored = [...read]
    .reverse()
    .flatMap(text => text.split(/\r?\n/))
    .filter(line => line !== '');
  return (stored.length > 0 ? stored : lines).slice(-maxCount);
}

function linesOf(path: string): string[] {
  try {
    // If the path is a device instead of a file, reading it may never end.
    return statSync(path).isFile() ? [readFileSync(path, 'utf8')] : [];
  } catch {
    return [];
  }
}
