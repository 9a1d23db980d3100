// Waits for another process: asks again and again until the answer is there or the deadline has passed.

// Each deadline is far above ten times the usual, for machines that are shared or stall: whoever waits so long sees a
// fault. Usual are one second for an answer of the app, ten for a test, twenty-five for one that visits every view.
export const PATIENCE_MS = 60_000;
export const TEST_MS = 300_000;
export const LONG_TEST_MS = 600_000;
const ASK_EVERY_MS = 25;

/**
 * Gives the first answer that is neither undefined nor false. Throws when there is none in time, and reports the last
 * answer.
 */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | false | Promise<Answer | undefined | false>,
  lastSeen: () => unknown = () => undefined,
  patienceMs = PATIENCE_MS
): Promise<Answer> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${patienceMs} ms for ${what}${seenText(lastSeen())}`);
    await new Promise(resume => setTimeout(resume, ASK_EVERY_MS));
  }
}

function seenText(seen: unknown): string {
  return seen === undefined ? '' : `; last seen: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`;
}
