// The running app's part of `tokentray doctor`: makes the checks of the Diagnostics page and leaves them for who asked.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';
import type { Calls } from '../ipc/call-types';
import { giveAnswer, DOCTOR_MS } from './doctor-channel';

const STEP_MS = 250;

/** `callsNow`: nothing while the profile is still being opened. `question`: as the second process gave it, not to be trusted. */
export async function answerDoctor(
  question: unknown,
  callsNow: () => Pick<Calls, 'diagnostics:read'> | undefined
): Promise<void> {
  try {
    for (let waitedMs = 0; !callsNow() && waitedMs < DOCTOR_MS; waitedMs += STEP_MS)
      await new Promise(resume => setTimeout(resume, STEP_MS));
    const found = await callsNow()?.['diagnostics:read']({});
    if (found && !giveAnswer(app.getPath('userData'), question, found))
      writeLog('warn', 'a question of another process was refused');
  } catch (thrown) {
    writeLog('error', 'the checks could not be handed over', thrown);
  }
}
