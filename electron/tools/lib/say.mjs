// Tells the person what a tool does, always on standard error: standard output belongs to the app's answers.

/** An expected end of a tool: a sentence for the person and an exit status, without a stack trace. */
export class Stop extends Error {
  constructor(sentence, status = 1) {
    super(sentence);
    this.status = status;
  }
}

/** Prints one line of progress. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Prints the line, does the work, and prints how many seconds it took. */
export async function step(line, work) {
  const startedAt = Date.now();
  say(`${line} …`);
  const result = await work();
  say(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Runs the body of a tool: its number becomes the exit status, a Stop prints one sentence, any other error keeps its
 * stack trace.
 */
export async function attempt(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : (error?.stack ?? String(error)));
    process.exitCode = error instanceof Stop ? error.status : 1;
  }
}
