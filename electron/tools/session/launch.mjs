// Starts the app with a chosen runtime: the arguments, the environment, and the message when it does not start.
import { projectFolder } from '../lib/places.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { obstacleSentence, sandboxObstacle } from './sandbox.mjs';

/** Chromium switches come before the project folder, the app's own options after it. */
export function appArguments(executable, options, switches = []) {
  const sandbox = sandboxObstacle(executable) ? ['--no-sandbox'] : [];
  return [...sandbox, ...switches, projectFolder, ...options];
}

/** Tells the person that the sandbox is off, before the app runs. */
export function saySandbox(executable) {
  const obstacle = sandboxObstacle(executable);
  if (obstacle) say(obstacleSentence(obstacle));
}

/**
 * Runs the app to its end and gives its exit status. Relative paths in options are relative to the folder where the
 * person typed the command. `isQuiet`: as in run.
 */
export async function runApp(executable, options, { switches = [], isQuiet = false, limitMs } = {}) {
  const status = await run(executable, appArguments(executable, options, switches), {
    cwd: process.env.INIT_CWD || process.cwd(),
    env: appEnvironment(),
    isQuiet,
    limitMs
  });
  const sentence = startFailure(status);
  if (sentence) say(sentence);
  return status;
}

/** Terminals inside Electron apps set ELECTRON_RUN_AS_NODE, which would make the runtime a plain Node. */
export function appEnvironment(env = process.env) {
  const own = { ...env };
  delete own.ELECTRON_RUN_AS_NODE;
  return own;
}

/**
 * 127 is the loader's status for a missing library; on other systems the package names are not known, so the sentence
 * names the libraries.
 */
function startFailure(status) {
  if (status !== 127 || process.platform !== 'linux') return undefined;
  return 'The app could not start. It needs GTK 3, NSS, ALSA, GBM (Mesa), libsecret and libnotify from your distribution.';
}
