// Answers `tokentray doctor` in the running app: runs the diagnostic checks and writes the answer file.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';
import type { Calls } from '../ipc/call-types';
import { writeAnswer, ANSWER_LIMIT_MS } from './doctor-channel';

const WAIT_STEP_MS = 250;

/**
 * `callsNow`: gives nothing while the profile is still being opened. `question`: from the second process, untrusted.
 */
export async function answerDoctor(
  question: unknown,
  currentCalls: () => Pick<Calls, 'diagnostics:read'> | undefined
): Promise<void> {
  try {
    for (let waitedMs = 0; !currentCalls() && waitedMs < ANSWER_LIMIT_MS; waitedMs += WAIT_STEP_MS)
      await new Promise(resume => setTimeout(resume, WAIT_STEP_MS));
    const diagnostics = await currentCalls()?.['diagnostics:read']({});
    if (diagnostics && !writeAnswer(app.getPath('userData'), question, diagnostics))
      writeLog('warn', 'a question of another process was refused');
  } catch (thrown) {
    writeLog('error', 'the checks could not be handed over', thrown);
  }
}
