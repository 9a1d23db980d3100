// Passes the answer of the running app to the command that asks, through a file in the folder of the profile.
// The file has a random name; no path is passed.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { MINUTE_MS } from '../../shared/domain/durations';

const NAME_PATTERN = /^[0-9a-f]{32}$/;
const ANSWERS_FOLDER = 'answers';
const WAIT_STEP_MS = 50;
const OPENING_STEP_MS = 250;
/** Removes an answer that nobody read because the asking process ended. */
const CLEANUP_MS = MINUTE_MS;

/** The longest time that the app may need to check the keychain, the bus and the disk. */
export const ANSWER_LIMIT_MS = 30_000;
export const NO_ANSWER_TEXT = 'The running app did not answer within 30 s. Quit it and start it again.';

export function newQuestion(): string {
  // Not from node:crypto, because loading it costs every command 9 ms.
  // eslint-disable-next-line n/no-unsupported-features/node-builtins -- experimental, and there since Node 17.6
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
}

/**
 * Called by the running app. The file is written completely or not at all, is readable only by its owner, and never
 * replaces a file. `name` is untrusted: anything but 32 hex digits is refused. False: nothing was written.
 */
export function writeAnswer(folder: string, name: unknown, answer: unknown): boolean {
  if (typeof name !== 'string' || !NAME_PATTERN.test(name)) return false;
  const answersFolder = join(folder, ANSWERS_FOLDER);
  mkdirSync(answersFolder, { recursive: true, mode: 0o700 });
  // A link would lead out of the profile.
  if (!lstatSync(answersFolder).isDirectory()) return false;
  const file = join(answersFolder, `${name}.json`);
  if (existsSync(file)) return false;
  writeFileSync(`${file}.part`, JSON.stringify(answer), { flag: 'wx', mode: 0o600 });
  renameSync(`${file}.part`, file);
  setTimeout(() => removeAnswer(folder, name), CLEANUP_MS).unref();
  return true;
}

/**
 * Called by the asking process. Blocks the process: without a display, no code of Electron may run. Null: no answer
 * within `limitMs`.
 */
export function awaitAnswer(folder: string, name: string, limitMs: number): unknown {
  const file = join(folder, ANSWERS_FOLDER, `${name}.json`);
  const waitCell = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; !existsSync(file); waitedMs += WAIT_STEP_MS) {
    if (waitedMs >= limitMs) return null;
    Atomics.wait(waitCell, 0, 0, WAIT_STEP_MS);
  }
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } finally {
    removeAnswer(folder, name);
  }
}

function removeAnswer(folder: string, name: string): void {
  rmSync(join(folder, ANSWERS_FOLDER, `${name}.json`), { force: true });
  try {
    rmdirSync(join(folder, ANSWERS_FOLDER));
  } catch {
    // Another answer is in the folder, or the folder does not exist.
  }
}

/** Waits until the app has opened its profile; undefined: it did not within the time that the asking process waits. */
export async function whenOpen<Open>(currentOpen: () => Open | undefined): Promise<Open | undefined> {
  for (let waitedMs = 0; !currentOpen() && waitedMs < ANSWER_LIMIT_MS; waitedMs += OPENING_STEP_MS)
    await new Promise(resume => setTimeout(resume, OPENING_STEP_MS));
  return currentOpen();
}
