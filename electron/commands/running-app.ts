// Prepares the data for the running app, waits for its answer, and reruns a command without a display.
import { spawnSync } from 'node:child_process';
import { printError, printReport } from './read';
import { awaitAnswer, newQuestion, ANSWER_LIMIT_MS, NO_ANSWER_TEXT } from './answer-channel';
import { doctorReport, parseDiagnostics } from './doctor-report';
import type { Arguments } from '../cli/arguments';
import { DEEDS, OTHER_COMMANDS, type Deed } from '../cli/commands';

/** Data that a second process sends to the first one. */
export interface SecondInstanceData {
  readonly command: Arguments['command'];
  readonly link: string | null;
  /** For `pause`: how long. For `accept` and `exclude`: which doubt or token. */
  readonly subject: string | null;
  /** The name of the answer, for commands that wait for one. */
  readonly question: string | null;
}

export function secondInstanceData({ command, link, subject }: Arguments): SecondInstanceData {
  const isAnswered = command === 'doctor' || isDeed(command);
  return { command, link, subject, question: isAnswered ? newQuestion() : null };
}

export function isDeed(command: string | null): command is Deed {
  return (DEEDS as readonly (string | null)[]).includes(command);
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

/** What was done, or why nothing was. */
export interface DecisionAnswer {
  readonly exitCode: 0 | 1;
  readonly text: string;
}

/** Prints what the running app did. The request was already sent with the single-instance lock. */
export function printDecisionAnswer(folder: string, question: string | null): number {
  const answer = awaitAnswer(folder, question ?? '', ANSWER_LIMIT_MS) as Partial<DecisionAnswer> | null;
  if (typeof answer?.text !== 'string') return printError(NO_ANSWER_TEXT, 1);
  return printDecision({ exitCode: answer.exitCode === 0 ? 0 : 1, text: answer.text });
}

export function printDecision({ exitCode, text }: DecisionAnswer): number {
  return exitCode === 0 ? printReport(text, 0) : printError(text, exitCode);
}
