// Runs a function in the app's main process. The app collects garbage after its rounds, and V8's inspector forgets the
// answer that it was about to give when that happens at the same moment: then the question is put again.
import type { ElectronApplication } from 'playwright/test';

export type Ask<Result, Given> = (
  electron: typeof import('electron'),
  given: Given
) => Result | Promise<Result>;

const TRIES = 20;
/** Several collections follow one another after a start; a question put again at once falls into the next. */
const REST_MS = 100;

/** `ask` may run twice: it must only read, or be safe to repeat. */
export async function inMain<Result, Given>(
  electron: ElectronApplication,
  ask: Ask<Result, Given>,
  given?: Given
): Promise<Result> {
  for (let left = TRIES; ; left--)
    try {
      return await electron.evaluate<Result, Given>(ask as never, given as never);
    } catch (failure) {
      if (left === 1 || !/promise was garbage collected/i.test(String(failure))) throw failure;
      await new Promise(rested => setTimeout(rested, REST_MS));
    }
}
