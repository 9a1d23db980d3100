// Quits the app: saves and closes everything first, whoever asked for the end.
// The app exits after 1.9 s even if saving is not finished.
import { app } from 'electron';
import { writeLog } from '../adapters/storage/app-log';

/** A session that ends kills whoever takes longer, two seconds after it has asked. */
const QUIT_LIMIT_MS = 1900;

/** `end` saves and closes everything. Signals, the menu and the end of the session all come to `before-quit`. */
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
    // A disk that hangs must not hold up the end of a session; files are written whole or not at all.
    setTimeout(() => app.exit(0), QUIT_LIMIT_MS).unref();
    void cleanUp()
      .catch((thrown: unknown) => writeLog('error', 'the end is not in order', thrown))
      .finally(quitNow);
  });
  // Node knows of these earlier than Chromium does, and says so whatever runs.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  // What Chromium runs beside us may end: it starts another by itself.
  app.on('child-process-gone', (_event, { type, reason, name }) => {
    if (reason !== 'clean-exit') writeLog('warn', `a process ended: ${name ?? type}, ${reason}`);
  });
}
