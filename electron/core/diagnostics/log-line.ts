// What one line of the log says: when, how grave, what, and of an error its kind and its place, never its message.
import { framesOf, kindOf } from '../../../shared/domain/failure';
import { redact, type Hidden } from './redact';

export type Level = 'info' | 'warn' | 'error';

const FRAMES = 6;

/** `at`: ISO. Ready to be printed, without the last newline; frames of the cause follow on lines of their own. */
export function logLine(
  at: string,
  level: Level,
  text: string,
  cause: unknown,
  hidden: readonly Hidden[]
): string {
  const words = cause === undefined ? '' : `: ${wordsOf(cause)}`;
  // A line that others could break in two would let them write lines of their own.
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return `${at} ${level} ${redact(plain + words, hidden)}`;
}

/** Messages are left out: a parser's quotes what it read, amounts and addresses included. */
function wordsOf(cause: unknown): string {
  if (typeof cause === 'string') return cause.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const frames = framesOf(cause).slice(0, FRAMES);
  return [kindOf(cause), ...frames.map(frame => `    ${frame}`)].join('\n');
}
