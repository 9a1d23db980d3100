// Runs `tokentray accept` and `tokentray exclude`: on the stored files, or in the running app for the process that asks.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';
import type { Engine } from '../core/engine/engine';
import { whenOpen, writeAnswer } from './answer-channel';
import { decideOnFiles } from './decide-on-files';
import { decideAndSave, type Decision } from './decision';
import { printError, unreadableReason } from './read';
import { printDecision } from './running-app';

/** `folder`: of a profile whose lock the caller holds. */
export async function runDecision(folder: string, decision: Decision): Promise<void> {
  app.exit(await exitCodeOf(folder, decision));
}

async function exitCodeOf(folder: string, decision: Decision): Promise<number> {
  try {
    return printDecision(await decideOnFiles(folder, app.getVersion(), decision));
  } catch (thrown) {
    return printError(unreadableReason(thrown), 1);
  }
}

/** `question`: the name of the answer; untrusted like the decision. */
export type DecisionQuestion = Decision & { readonly question: string };

/** `currentEngine`: gives nothing while the profile is still being opened. */
export async function answerDecision(
  { question, ...decision }: DecisionQuestion,
  currentEngine: () => Engine | undefined
): Promise<void> {
  try {
    const engine = await whenOpen(currentEngine);
    const answer = engine && (await decideAndSave(engine, decision));
    if (answer && !writeAnswer(app.getPath('userData'), question, answer))
      writeLog('warn', 'a question of another process was refused');
  } catch (thrown) {
    writeLog('error', 'a decision could not be answered', thrown);
  }
}
