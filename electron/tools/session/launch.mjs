// Starts the app with a chosen runtime: the arguments, the environment, and what to say when it does not come up.
import { projectFolder } from '../lib/places.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { obstacleSentence, sandboxObstacle } from './sandbox.mjs';

/** Chromium switches stand before the project folder, the app's own options after it. */
export function appArguments(executable, options, switches = []) {
  const sandbox = sandboxObstacle(executable) ? ['--no-sandbox'] : [];
  return [...sandbox, ...switches, projectFolder, ...options];
}

/** Says that the sandbox is off when it is, before the app is run. */
export function saySandbox(executable) {
  const obstacle = sandboxObstacle(executable);
  if (obstacle) say(obstacleSentence(obstacle));
}

/**
 * Runs the app to its end and gives its exit status. Relative paths in options mean the folder where the person typed
 * the command. `isQuiet` as in run.
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

/** Terminals inside Electron apps set ELECTRON_RUN_AS_NODE, which would make a plain Node of the runtime. */
export function appEnvironment(env = process.env) {
  const own = { ...env };
  delete own.ELECTRON_RUN_AS_NODE;
  return own;
}

/** 127 is the loader's status for a missing library; the other systems' packages are not known here, so name them. */
function startFailure(status) {
  if (status !== 127 || process.platform !== 'linux') return undefined;
  return 'The app could not start. It needs GTK 3, NSS, ALSA, GBM (Mesa), libsecret and libnotify from your distribution.';
}
