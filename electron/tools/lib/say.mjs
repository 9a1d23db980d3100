// Tells the person what a tool does, always on standard error: standard output belongs to the app's answers.

/** An expected end of a tool: a sentence for the person and an exit status, without a stack. */
export class Stop extends Error {
  constructor(sentence, status = 1) {
    super(sentence);
    this.status = status;
  }
}

/** One line of progress. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Says what starts, does it, and says how many seconds it took. */
export async function step(line, work) {
  const startedAt = Date.now();
  say(`${line} …`);
  const result = await work();
  say(`  done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return result;
}

/** Runs a tool's whole body: its number becomes the exit status, a Stop is one sentence, a bug keeps its stack. */
export async function attempt(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof Stop ? error.message : (error?.stack ?? String(error)));
    process.exitCode = error instanceof Stop ? error.status : 1;
  }
}
