// npm run -s tokentray -- COMMAND [options]: the app's command line from the checkout. Standard output contains only
// the app's output.
import { runApp } from './session/launch.mjs';
import { requireNotRoot, requireSafeForKeys } from './session/real-keys.mjs';
import { attempt } from './lib/say.mjs';
import { hasDisplay } from './session/session.mjs';
import { findReadyApp } from './setup/ready-app.mjs';
import { setUp } from './setup/set-up.mjs';

await attempt(async () => {
  const options = process.argv.slice(2);
  // Only setup receives keys; the read commands use a stored snapshot, the app commands a running app.
  const command = options.find(option => !option.startsWith('-'));
  const isSetup = command === 'setup';
  if (isSetup) requireNotRoot();
  // A start of the app, and keys, want everything up to date; a bar that asks every few seconds does not.
  const ready = command === undefined || isSetup ? undefined : findReadyApp();
  const runtime = ready ?? (await setUp({ isOfficialWanted: isSetup }));
  if (isSetup) requireSafeForKeys(runtime);
  // Without a display Electron ends in the first turn of the event loop, and a switch in main.ts would be too late.
  const switches = hasDisplay() ? [] : ['--ozone-platform=headless', '--disable-gpu'];
  return runApp(runtime.executable, options, { switches, isQuiet: true });
});
