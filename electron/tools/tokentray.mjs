// npm run -s tokentray -- COMMAND [options]: the app's command line from the checkout. Standard output is the app's alone.
import { runApp } from './session/launch.mjs';
import { requireNotRoot, requireSafeForKeys } from './session/real-keys.mjs';
import { attempt } from './lib/say.mjs';
import { hasDisplay } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';

await attempt(async () => {
  const options = process.argv.slice(2);
  // Only setup is handed keys; the reading commands see a stored snapshot, the acting ones a running app.
  const isSetup = options.find(option => !option.startsWith('-')) === 'setup';
  if (isSetup) requireNotRoot();
  const runtime = await setUp({ isOfficialWanted: isSetup });
  if (isSetup) requireSafeForKeys(runtime);
  // Without a display Electron ends at the first turn of the event loop, and by then a switch in main is too late.
  const switches = hasDisplay() ? [] : ['--ozone-platform=headless', '--disable-gpu'];
  return runApp(runtime.executable, options, { switches, isQuiet: true });
});
