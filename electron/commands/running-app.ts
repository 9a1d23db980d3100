// Prepares the data for the running app, waits for the answer of `doctor`, and reruns a command without a display.
import { spawnSync } from 'node:child_process';
import { printError, printReport } from './read';
import {
  awaitAnswer,
  newQuestion,
  parseDiagnostics,
  ANSWER_LIMIT_MS,
  doctorReport,
  NO_ANSWER_TEXT
} from './doctor-channel';
import type { Arguments } from '../cli/arguments';
import { OTHER_COMMANDS } from '../cli/commands';

/** Data that a second process sends to the first one. */
export interface SecondInstanceData {
  readonly command: Arguments['command'];
  readonly link: string | null;
  /** For `pause`: how long. */
  readonly subject: string | null;
  /** For `doctor`: the name of the answer. */
  readonly question: string | null;
}

export function secondInstanceData({ command, link, subject }: Arguments): SecondInstanceData {
  return { command, link, subject, question: command === 'doctor' ? newQuestion() : null };
}

const HEADLESS_SWITCH = '--ozone-platform=headless';

/**
 * Without a display Electron ends in its first turn of the event loop, and a switch set here is too late: such a
 * command runs again with the switch. Gives its exit code; null: no rerun is needed.
 */
export function rerunHeadless({ command }: Arguments): number | null {
  const needsEventLoop = (OTHER_COMMANDS as readonly (string | null)[]).includes(command);
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!needsEventLoop || process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return null;
  const [program = process.execPath, ...words] = process.argv;
  if (words.some(word => word.startsWith('--ozone-platform'))) return null;
  const { status: exitCode } = spawnSync(program, [HEADLESS_SWITCH, '--disable-gpu', ...words], {
    stdio: 'inherit'
  });
  return exitCode ?? 1;
}

/** Prints the answer of the running app. The request was already sent with the single-instance lock. */
export function printDoctorAnswer(folder: string, question: string | null, format: string): number {
  const diagnostics = parseDiagnostics(awaitAnswer(folder, question ?? '', ANSWER_LIMIT_MS));
  if (!diagnostics) return printError(NO_ANSWER_TEXT, 1);
  const { text, exitCode } = doctorReport(diagnostics, format);
  return printReport(text, exitCode);
}
