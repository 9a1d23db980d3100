// Parses what a second start of the app requests from the running app, and answers its diagnostic question.
import type { Calls } from '../ipc/call-types';
import { trayActionOf, type AppCommand } from '../core/tray/app-actions';
import type { TrayAction } from '../core/tray/menu';

export type SecondInstanceRequest =
  | { readonly link: string }
  /** Of `doctor`: what the answer is to be called. */
  | { readonly question: string }
  | { readonly action: TrayAction; readonly delayMs: number }
  | null;

/** Parsed here, and not trusted: any program of this person can start a second one. */
interface UntrustedData {
  readonly command?: AppCommand | null;
  readonly subject?: unknown;
  readonly link?: unknown;
  readonly question?: unknown;
}

/** Quitting at once would leave the second process without an answer, and it would believe that none was running. */
const QUIT_DELAY_MS = 300;

/** `data`: what the second one handed over. Without a command and a link it wants to see the window. */
export function requestOfSecondInstance(data: unknown, isHidden: boolean): SecondInstanceRequest {
  const { command = null, subject, link, question } = (data ?? {}) as UntrustedData;
  if (typeof link === 'string') return { link };
  if (typeof question === 'string') return { question };
  const action = trayActionOf(command, isHidden, typeof subject === 'string' ? subject : null);
  return action && { action, delayMs: action === 'quit' ? QUIT_DELAY_MS : 0 };
}

/** What makes the checks is loaded with the first question. `callsNow`: nothing while no profile is open. */
export function answerQuestion(
  question: string,
  currentCalls: () => Pick<Calls, 'diagnostics:read'> | undefined
): void {
  void import('../commands/doctor-answer').then(({ answerDoctor }) => answerDoctor(question, currentCalls));
}
