// Opens desktop sessions that reach nothing of the person's desktop: virtual display, private bus, empty keyring,
// folders of their own; and runs programs in them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/run.mjs';
import { Stop } from '../lib/say.mjs';
import { FOLDERS, sessionEnvironment } from './session-environment.mjs';

const KEEPER = fileURLToPath(new URL('session-keeper.mjs', import.meta.url));

/**
 * Whether a window can be shown here. Only Linux can be without a display.
 * @param {Record<string, string | undefined>} env
 * @param {string} platform
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens a session. Gives `environment`, all that a program of the session may see, its `folder`, and `stop`, which ends
 * the session's programs and removes its files. Both also happen when this process ends, in whatever way. `screen`:
 * width and height of the display; `fontFolders`: besides the system's fonts.
 */
export async function startSession({ env = process.env, screen = '1280x1024', fontFolders = [] } = {}) {
  const folder = tmpdir();
  const keeper = spawn(process.execPath, [KEEPER, JSON.stringify({ screen, fontFolders })], {
    env: { ...sessionEnvironment(env, folder), TMPDIR: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
    // The keys of a terminal interrupt the program in the session, which may still need it.
    detached: true
  });
  const ended = new Promise(done => keeper.once('close', done));
  const line = await new Promise((found, failed) => {
    keeper.once('error', failed);
    createInterface({ input: keeper.stdout }).once('line', found);
    void ended.then(() => found('{"failure":"its keeper ended"}'));
  });
  const { failure, ...session } = JSON.parse(line);
  if (failure) throw new Stop(`The session could not start: ${failure}.`);
  const stop = () => {
    keeper.stdin.end();
    return ended;
  };
  return { ...session, stop };
}

/** Runs the program in a session of its own, with these variables besides, and gives its exit status. */
export async function runInSession(command, args, { variables = {}, limitMs, cwd, ...place } = {}) {
  const session = await startSession(place);
  try {
    return await run(command, args, {
      env: { ...session.environment, ...variables },
      wholeGroup: true,
      isQuiet: true,
      limitMs,
      ...(cwd && { cwd })
    });
  } finally {
    await session.stop();
  }
}

/**
 * Runs a program that opens sessions itself: with these variables besides, as in a session without display, bus and
 * keyring. `prepare` gets the paths of its folders before. Gives the exit status.
 */
export async function runEnclosed(command, args, { variables = {}, prepare, ...options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-'));
  const folders = Object.values(FOLDERS).map(name => join(folder, name));
  try {
    for (const path of folders) mkdirSync(path, { mode: 0o700 });
    prepare?.([folder, ...folders]);
    const env = { ...sessionEnvironment(process.env, folder), ...variables };
    return await run(command, args, { ...options, env, wholeGroup: true, isQuiet: true });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
