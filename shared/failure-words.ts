// A failure in words: a few for the badge, a sentence of what happened, a sentence of what it means for the number.
import { reactionTo, type FailureCode } from './failure';
import { FAILURE_BRIEFS } from './failure-briefs';
import { FAILURE_SENTENCES } from './failure-sentences';
import { clockText, momentText } from './time-words';

export interface FailureDetails {
  readonly code: FailureCode;
  readonly host: string | null;
  /** This computer's clock minus the service's, ms. */
  readonly clockOffsetMs: number | null;
}

export function failureBrief(code: FailureCode): string {
  return FAILURE_BRIEFS[code];
}

/** What happened and what to do, without the time of the next try. */
export function failureSentence({ code, host, clockOffsetMs }: FailureDetails): string {
  const offset = clockOffsetMs ?? 0;
  const clock = Math.abs(offset) < 1000 ? 'wrong' : clockText(offset);
  return FAILURE_SENTENCES[code].replaceAll('{host}', host ?? 'OKX').replaceAll('{clock}', clock);
}

/** What it means for the number: whether and when Tokentray tries again. */
export function nextTryText(code: FailureCode, nextAt: number | null, now: number): string {
  if (reactionTo(code) === 'stop') return 'Polling has stopped; your last values stay.';
  return nextAt === null
    ? 'Your last values stay.'
    : `Your last values stay. Next try at ${momentText(nextAt, now)}.`;
}
