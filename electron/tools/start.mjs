// npm start: runs the app on the person's own keys, from the checkout.
import { runApp, saySandbox } from './session/launch.mjs';
import { requireNotRoot, requireSafeForKeys } from './session/real-keys.mjs';
import { attempt, Stop } from './lib/say.mjs';
import { hasDisplay } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';

await attempt(async () => {
  const options = process.argv.slice(2);
  const isDemo = options.includes('--demo');
  if (!hasDisplay())
    throw new Stop('Not started: there is no display here. `npm run demo` brings a virtual one along.');
  if (!isDemo) requireNotRoot();
  const runtime = await setUp({ isOfficialWanted: !isDemo });
  if (!isDemo) requireSafeForKeys(runtime);
  saySandbox(runtime.executable);
  return runApp(runtime.executable, options);
});
