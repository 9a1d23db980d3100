// Holds one session: starts its programs, prints its environment as JSON, and ends everything when its standard input
// ends. So a session ends with the program that asked for it, however that one ends.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILES, FOLDERS, busSocket, sessionEnvironment } from './session-environment.mjs';
import { fontRules } from './session-fonts.mjs';
import { end, startBus, startDisplay, startKeyring } from './session-processes.mjs';

const PASSWORD = 'tokentray';

const { screen, fontFolders } = JSON.parse(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'tokentray-session-'));
const children = [];
let isEnding = false;

process.stdin.on('end', () => void finish(0));
process.stdin.on('error', () => void finish(0));
process.stdin.resume();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void finish(0));
// The program that asked may have ended before the answer.
process.stdout.on('error', () => undefined);

try {
  process.stdout.write(`${JSON.stringify({ folder, environment: await begin() })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ failure: error.message })}\n`);
  await finish(1);
}

async function begin() {
  for (const name of Object.values(FOLDERS)) mkdirSync(join(folder, name), { mode: 0o700 });
  const env = sessionEnvironment(process.env, folder);
  writeFileSync(env.FONTCONFIG_FILE, fontRules(env.XDG_CACHE_HOME, fontFolders));
  const onStart = child => children.unshift(child);
  const [display] = await Promise.all([
    startDisplay({ screen, file: join(folder, FILES.XAUTHORITY), env, onStart }),
    startBus({ socket: busSocket(folder), file: join(folder, 'bus.conf'), env, onStart })
  ]);
  if (!isEnding) await startKeyring({ env, password: PASSWORD, onStart });
  return { ...env, DISPLAY: display };
}

async function finish(status) {
  if (isEnding) return;
  isEnding = true;
  await end(children);
  // A program that ends late may still be writing its last file.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(status);
}
