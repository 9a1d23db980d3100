// The log: one line each on standard error. Callers hand over codes and causes; bodies and headers never come here.

export type Level = 'info' | 'warn' | 'error';

export function writeLog(level: Level, text: string, cause?: unknown): void {
  process.stderr.write(
    `${new Date().toISOString()} ${level} ${text}${cause === undefined ? '' : `: ${wordsOf(cause)}`}\n`
  );
}

/** Name, code and where it happened. Messages are left out: a parser's quotes what it read, amounts and addresses included. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause === 'string' ? cause : typeof cause;
  const code = 'code' in cause ? ` ${String(cause.code)}` : '';
  const frames = (cause.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [`${cause.name}${code}`, ...frames.slice(0, 6)].join('\n');
}
