// What a second start of the app asks the running one for.
import type { Calls } from '../ipc/call-types';
import { trayActionOf, type AppCommand } from '../core/tray/app-actions';
import type { TrayAction } from '../core/tray/menu';

export type Asked =
  | { readonly link: string }
  /** Of `doctor`: what the answer is to be called. */
  | { readonly question: string }
  | { readonly action: TrayAction; readonly inMs: number }
  | null;

/** Parsed here, and not trusted: any program of this person can start a second one. */
interface Handed {
  readonly command?: AppCommand | null;
  readonly subject?: unknown;
  readonly link?: unknown;
  readonly question?: unknown;
}

/** Quitting at once would leave the second process without an answer, and it would believe that none was running. */
const QUIT_MS = 300;

/** `data`: what the second one handed over. Without a command and a link it wants to see the window. */
export function askedBySecond(data: unknown, isHidden: boolean): Asked {
  const { command = null, subject, link, question } = (data ?? {}) as Handed;
  if (typeof link === 'string') return { link };
  if (typeof question === 'string') return { question };
  const action = trayActionOf(command, isHidden, typeof subject === 'string' ? subject : null);
  return action && { action, inMs: action === 'quit' ? QUIT_MS : 0 };
}

/** What makes the checks is loaded with the first question. `callsNow`: nothing while no profile is open. */
export function answerQuestion(
  question: string,
  callsNow: () => Pick<Calls, 'diagnostics:read'> | undefined
): void {
  void import('../commands/doctor-answer').then(({ answerDoctor }) => answerDoctor(question, callsNow));
}
