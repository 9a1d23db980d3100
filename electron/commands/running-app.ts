// The commands that need turns of the event loop, or the running app: what they ask it, and how they go without a display.
import { spawnSync } from 'node:child_process';
import { printMistake, printReport } from './read';
import { awaitAnswer, newQuestion, diagnosticsIn, DOCTOR_MS, doctorReport, SILENT } from './doctor-channel';
import type { Flags } from '../cli/arguments';
import { OTHERS } from '../cli/commands';

/** What a second process gives along to the first one. */
export interface SecondWords {
  readonly command: Flags['command'];
  readonly link: string | null;
  /** Of `pause`: how long. */
  readonly subject: string | null;
  /** Of `doctor`: the name of the answer. */
  readonly question: string | null;
}

export function secondWords({ command, link, subject }: Flags): SecondWords {
  return { command, link, subject, question: command === 'doctor' ? newQuestion() : null };
}

const HEADLESS = '--ozone-platform=headless';

/**
 * Without a display Electron ends at its first turn, and a switch in here is too late: such a command runs once more, with the
 * switch. Gives the status of that; null: there is nothing to do.
 */
export function runAgainWithoutDisplay({ command }: Flags): number | null {
  const needsTurns = (OTHERS as readonly (string | null)[]).includes(command);
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!needsTurns || process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return null;
  const [program = process.execPath, ...words] = process.argv;
  if (words.some(word => word.startsWith('--ozone-platform'))) return null;
  const { status } = spawnSync(program, [HEADLESS, '--disable-gpu', ...words], { stdio: 'inherit' });
  return status ?? 1;
}

/** Prints what the running app found. It was asked by the single-instance lock already. */
export function printAnswer(folder: string, question: string | null, format: string): number {
  const found = diagnosticsIn(awaitAnswer(folder, question ?? '', DOCTOR_MS));
  if (!found) return printMistake(SILENT, 1);
  const { text, status } = doctorReport(found, format);
  return printReport(text, status);
}
