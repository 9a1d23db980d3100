// npm run pictures: takes the screenshots of the README, the same on every run; with --all FOLDER, every view and
// state.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './lib/places.mjs';
import { read } from './lib/run.mjs';
import { attempt, say, Stop } from './lib/say.mjs';
import { runInSession } from './session/session.mjs';
import { setUp } from './setup/set-up.mjs';
import { demoPort, isFree, stillSwitches, stillVariables } from './session/fixed-surroundings.mjs';
import { chineseFamily } from './session/session-fonts.mjs';

// So large that the pointer, which rests in its middle, is beside every window in its corner.
const screen = '2560x1600';
const limitMs = 300_000;
const allLimitMs = 1_800_000;

await attempt(async () => {
  const [option, given] = process.argv.slice(2);
  const isAll = option === '--all';
  if (option !== undefined && (!isAll || !given)) throw new Stop('Use: npm run pictures -- --all FOLDER', 2);
  const folder = isAll ? resolve(process.env.INIT_CWD ?? '', given) : join(projectFolder, 'test/pictures');
  const runtime = await setUp({ purpose: { isForTests: true } });
  const inside = fileURLToPath(new URL('session/demo-inside.mjs', import.meta.url));
  if (!(await isFree(demoPort))) throw new Stop(`Port ${demoPort}, which the pictures show, is in use here.`);
  const { status: isUnasked, text: files } = read('fc-list', [chineseFamily]);
  if (!isUnasked && files === '') say(`Chinese will be boxes: there is no ${chineseFamily}.`);
  const profile = mkdtempSync(join(tmpdir(), 'tokentray-pictures-'));
  const options = [
    ...stillSwitches,
    '--once',
    `--pictures=${folder}`,
    `--user-data-dir=${profile}`,
    ...(isAll ? ['--all'] : [])
  ];
  const place = {
    limitMs: isAll ? allLimitMs : limitMs,
    variables: stillVariables,
    fontFolders: [join(homedir(), '.fonts')],
    screen
  };
  try {
    const demo = [inside, runtime.executable, '--demo', ...options];
    const status = await runInSession(process.execPath, demo, place);
    // The first run has no total and no notification, which the wrapper takes for a fault: its pictures alone count.
    await runInSession(process.execPath, [inside, runtime.executable, ...options], place);
    say(`The pictures are in ${folder}.`);
    return status || (existsSync(join(folder, 'first-run-light.png')) ? 0 : 1);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
