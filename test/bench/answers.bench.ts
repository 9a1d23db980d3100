// Measures an answer that was laid ready, printed by the launcher of the command line, against `cat` of as many bytes and
// against the command that the app itself runs.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'playwright/test';
import { read } from '../desktop/app/command';
import { until } from '../desktop/app/deadline';
import { Service } from '../desktop/app/okx';
import { appArguments, electronPath, isSandboxed, PROJECT } from '../desktop/app/program';
import { compared, save } from './figures';
import { holdingsOf, Runner } from './runner';

const LAUNCHER = join(PROJECT, 'electron/resources/linux/tokentray.sh');
const PAIRS = 30;
/** Calls of a day of a bar that asks every 5 s. */
const CALLS_A_DAY = 17_280;

function timed(words: readonly string[]): number {
  const [program = '', ...args] = words;
  const startedAt = performance.now();
  spawnSync(program, args, { stdio: 'ignore' });
  return performance.now() - startedAt;
}

/** Seconds of the processor for a day of calls, as the shell counts those of its children. */
function dayOf(words: readonly string[], calls: number): number {
  const script = `i=0; while [ $i -lt ${calls} ]; do "$0" "$@" >/dev/null; i=$((i + 1)); done; times`;
  const [, ofChildren = ''] = execFileSync('sh', ['-c', script, ...words], { encoding: 'utf8' }).split('\n');
  const parts = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)];
  const seconds = parts.reduce((all, [, minutes, rest]) => all + 60 * Number(minutes) + Number(rest), 0);
  return (seconds / calls) * CALLS_A_DAY;
}

test('an answer', async () => {
  const service = await Service.start();
  service.hold(...holdingsOf(500));
  const app = await Runner.app(service);
  await app.totalMs();
  const { profile } = app;
  const launcher = [LAUNCHER, 'total', '--format', 'waybar', `--user-data-dir=${profile}`];
  // Without a PATH the app cannot be started: what is printed was laid ready.
  const alone = () => spawnSync('/bin/sh', launcher, { encoding: 'utf8', env: { PATH: '' } }).stdout;
  const line = await until('the answer', alone);
  const file = join(profile, 'line');
  writeFileSync(file, line);
  const cat = ['/bin/cat', file];
  const switches = isSandboxed ? [] : ['--no-sandbox'];
  const words = appArguments(profile, ['total', '--format', 'waybar']);
  const command = ['env', '-u', 'DISPLAY', '-u', 'WAYLAND_DISPLAY', electronPath(), ...switches, ...words];
  const took: Record<'cat' | 'launcher' | 'app', number[]> = { cat: [], launcher: [], app: [] };
  for (let run = 0; run < PAIRS; run++) {
    took.cat.push(timed(cat));
    took.launcher.push(timed(launcher));
    const startedAt = performance.now();
    await read(profile, 'total', '--format', 'waybar');
    took.app.push(performance.now() - startedAt);
  }
  save({
    'an answer laid ready / cat': compared(took.launcher, took.cat, 'ms', 3),
    'an answer laid ready / the command': compared(took.launcher, took.app, 'ms', null),
    'processor time of a day of a bar at 5 s / by the command': compared(
      [dayOf(launcher, 100)],
      [dayOf(command, 5)],
      's',
      null
    )
  });
  await app.end();
  await service.standIn.close();
});
