// Parses what a second start of the app requests from the running app, and answers its questions.
import type { Deed } from '../cli/commands';
import type { DecisionQuestion } from '../commands/decide';
import { isDeed } from '../commands/running-app';
import type { Engine } from '../core/engine/engine';
import type { Calls } from '../ipc/call-types';
import { trayActionOf, type AppCommand } from '../core/tray/app-actions';
import type { TrayCommand } from '../core/tray/menu-rows';

export type SecondInstanceRequest =
  | { readonly link: string }
  /** For `doctor`: the name of the answer file. */
  | { readonly question: string }
  | DecisionQuestion
  | { readonly action: TrayCommand; readonly delayMs: number }
  | null;

/** The data is parsed here and untrusted: any program of this person can start a second instance. */
interface UntrustedData {
  readonly command?: AppCommand | Deed | null;
  readonly subject?: unknown;
  readonly link?: unknown;
  readonly question?: unknown;
}

/** If the app quit at once, the second process would get no answer and would assume that no app is running. */
const QUIT_DELAY_MS = 300;

/** `data`: what the second instance sent. Without a command and a link, it requests the window. */
export function requestOfSecondInstance(data: unknown, isHidden: boolean): SecondInstanceRequest {
  const { command = null, subject, link, question } = (data ?? {}) as UntrustedData;
  if (typeof link === 'string') return { link };
  if (typeof question === 'string' && isDeed(command))
    return { deed: command, id: typeof subject === 'string' ? subject : '', question };
  if (typeof question === 'string') return { question };
  if (isDeed(command)) return null;
  const action = trayActionOf(command, isHidden, typeof subject === 'string' ? subject : null);
  return action && { action, delayMs: action === 'quit' ? QUIT_DELAY_MS : 0 };
}

/** The module of the checks is loaded with the first question. `callsNow`: gives nothing while no profile is open. */
export function answerQuestion(
  question: string,
  currentCalls: () => Pick<Calls, 'diagnostics:read'> | undefined
): void {
  void import('../commands/doctor-answer').then(({ answerDoctor }) => answerDoctor(question, currentCalls));
}

/** The module is loaded with the first decision. `currentEngine`: gives nothing while no profile is open. */
export function answerWithDecision(
  question: DecisionQuestion,
  currentEngine: () => Engine | undefined
): void {
  void import('../commands/decide').then(({ answerDecision }) => answerDecision(question, currentEngine));
}
