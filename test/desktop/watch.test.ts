// Tests the stream of the launcher beside the running app: each change is in it, over a kill and a restart, and nothing hidden.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { read } from './app/command';
import { until } from './app/deadline';
import { makeFolder, removeFolder } from './app/folder';
import { EXACT_TOTAL } from './app/okx';
import { PROJECT } from './app/program';
import { expect, test } from './app/desktop-fixture';

test.skip(process.platform !== 'linux', 'There is no stream on this system.');

const LAUNCHER = join(PROJECT, 'electron/resources/linux/tokentray.sh');
const SECOND_MS = 1000;

interface Total {
  readonly kind?: 'alive';
  readonly total: string | null;
  readonly state: string;
  readonly hidden: boolean;
}

let programs: string;
let child: ChildProcess;
let text = '';
test.beforeEach(() => {
  programs = makeFolder('programs');
  mkdirSync(programs, { recursive: true });
  // In the place of the app, which the launcher starts where nothing is laid ready.
  const node = `#!/bin/sh\necho "$*" >>'${programs}/asked'\necho '{"total":null,"state":"none"}'\n`;
  writeFileSync(join(programs, 'node'), node, { mode: 0o755 });
});
test.afterEach(async () => {
  child.kill();
  await removeFolder(programs);
});

function watch(profile: string): void {
  text = '';
  child = spawn(LAUNCHER, ['watch', '--format', 'jsonl', `--user-data-dir=${profile}`], {
    env: { ...process.env, PATH: `${programs}:${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'inherit']
  });
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
}

const linesIn = (part: string) =>
  part
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as Total)
    .filter(({ kind }) => kind !== 'alive');
const last = () => linesIn(text).at(-1);
const totals = () => linesIn(text).map(({ total }) => total);

test('the stream has a line for each change, over a kill and a restart of the app, and ends with its reader', async ({
  desktop,
  profile,
  provide,
  service,
  start
}) => {
  await provide();
  watch(profile);
  await until('the answer of the command', () => last()?.state === 'none');
  const first = start('--hidden');
  await until('the first total', () => last()?.total === EXACT_TOTAL);
  service.hold(...EXAMPLE_ASSETS.slice(1));
  const second = await until('a change', () => totals().find(total => total && total !== EXACT_TOTAL));
  await first.kill();
  await desktop.noTrayItem();
  // What came before the kill goes on to hold.
  await new Promise(done => setTimeout(done, 3 * SECOND_MS));
  expect(totals()).toEqual([null, EXACT_TOTAL, second]);

  service.hold(...EXAMPLE_ASSETS);
  start('--hidden');
  await until('what changed meanwhile', () => last()?.total === EXACT_TOTAL);
  const { stdout } = await read(profile, 'total', '--format', 'json');
  expect(Object.keys(last() ?? {})).toEqual(Object.keys(JSON.parse(stdout) as object));
  // The app was asked before anything was laid ready, and not again.
  expect(readFileSync(join(programs, 'asked'), 'utf8').split('\n')).toHaveLength(2);

  const ended = once(child, 'exit');
  child.stdout?.destroy();
  service.hold(...EXAMPLE_ASSETS.slice(1));
  expect(await ended).toEqual([0, null]);
});

test('no amount comes through the stream once balances are hidden', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await until('an answer', () => existsSync(join(profile, 'ready/answers')));
  watch(profile);
  await until('the total', () => last()?.total === EXACT_TOTAL);
  for (let time = 0; time < 3; time++) {
    expect((await read(profile, 'hide')).status).toBe(0);
    await desktop.row(/^•••/);
    const before = text.length;
    await until('the hidden total', () => last()?.hidden);
    await new Promise(done => setTimeout(done, 2 * SECOND_MS));
    for (const { total, hidden } of linesIn(text.slice(before)))
      expect([total, hidden]).toEqual([null, true]);
    expect(text.slice(before)).not.toMatch(/21203|"value":"\d/);
    expect((await read(profile, 'show')).status).toBe(0);
    await until('the total again', () => last()?.total === EXACT_TOTAL);
  }
});
