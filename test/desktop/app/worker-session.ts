// The desktop session of one worker of the test runner: opened before its first test, ended after its last.
import { SetUpProfiles } from './set-up-profiles';

/** What the test runner itself keeps in the environment of a worker. */
const OF_THE_RUNNER = /^(TEST_|PW_|FORCE_COLOR$)/;

export interface WorkerSession {
  /** Contains all files of the session. */
  readonly folder: string;
  readonly profiles: SetUpProfiles;
  readonly stop: () => Promise<unknown>;
}

/** Opens a session, and gives its environment to this process and so to all programs that the tests start. */
export async function openSession(): Promise<WorkerSession> {
  const { startSession } = await import('../../../electron/tools/session/session.mjs');
  const { environment, folder, stop } = await startSession();
  for (const name of Object.keys(process.env))
    if (!(name in environment) && !OF_THE_RUNNER.test(name)) delete process.env[name];
  Object.assign(process.env, environment);
  const profiles = new SetUpProfiles();
  const stopAll = () => {
    profiles.stop();
    return stop();
  };
  return { folder, profiles, stop: stopAll };
}
