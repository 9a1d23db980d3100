// Quits the app: saves and closes everything first, whoever asked for the end.
// The app exits after 1.9 s even if saving is not finished.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';

/** When a session ends, the system kills every program that still runs two seconds after the request. */
const QUIT_LIMIT_MS = 1900;

/** `cleanUp` saves and closes everything. Signals, the menu and the end of the session all lead to `before-quit`. */
export function quitAfterCleanup(cleanUp: () => Promise<void>): void {
  let isEnding = false;
  let isDone = false;
  app.on('before-quit', event => {
    if (isDone) return;
    event.preventDefault();
    if (isEnding) return;
    isEnding = true;
    const quitNow = () => {
      isDone = true;
      app.quit();
    };
    // A disk that hangs must not block the end of a session; every file is written completely or not at all.
    setTimeout(() => app.exit(0), QUIT_LIMIT_MS).unref();
    void cleanUp()
      .catch((thrown: unknown) => writeLog('error', 'the end is not in order', thrown))
      .finally(quitNow);
  });
  // Node receives these signals earlier than Chromium does, and reports them in every state of the app.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  // A child process of Chromium may end: Chromium starts another one by itself.
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason !== 'clean-exit') writeLog('warn', `a process ended: ${name ?? type}, ${reason}`);
  });
}
