// Answers `tokentray doctor` in the running app: runs the diagnostic checks and writes the answer file.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';
import type { Calls } from '../ipc/call-types';
import { whenOpen, writeAnswer } from './answer-channel';

/**
 * `callsNow`: gives nothing while the profile is still being opened. `question`: from the second process, untrusted.
 */
export async function answerDoctor(
  question: unknown,
  currentCalls: () => Pick<Calls, 'diagnostics:read'> | undefined
): Promise<void> {
  try {
    const calls = await whenOpen(currentCalls);
    const diagnostics = await calls?.['diagnostics:read']({});
    if (diagnostics && !writeAnswer(app.getPath('userData'), question, diagnostics))
      writeLog('warn', 'a question of another process was refused');
  } catch (thrown) {
    writeLog('error', 'the checks could not be handed over', thrown);
  }
}
