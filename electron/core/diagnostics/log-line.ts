// Formats one line of the log: time, level, text, and the kind and stack frames of an error.
// The message of an error is left out.
import { stackFramesOf, errorKindOf } from '../../../shared/domain/failure';
import { redact, type PrivateValue } from './redact';

export type LogLevel = 'info' | 'warn' | 'error';

const MAX_FRAMES = 6;

/** `at`: ISO. The text can be printed, without the last newline; stack frames of the cause follow on separate lines. */
export function logLine(
  at: string,
  level: LogLevel,
  text: string,
  cause: unknown,
  privateValues: readonly PrivateValue[]
): string {
  const causeText = cause === undefined ? '' : `: ${textOfCause(cause)}`;
  // Line breaks are removed: otherwise text from outside could add lines to the log.
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return `${at} ${level} ${redact(plain + causeText, privateValues)}`;
}

/** Error messages are left out: the message of a parser quotes its input, with amounts and addresses. */
function textOfCause(cause: unknown): string {
  if (typeof cause === 'string') return cause.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const frames = stackFramesOf(cause).slice(0, MAX_FRAMES);
  return [errorKindOf(cause), ...frames.map(frame => `    ${frame}`)].join('\n');
}
