// Tests the launcher of the command line beside the running app: what is laid ready follows what the app believes.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import { read, setUp } from './app/command';
import { filesBelow, makeFolder, removeFolder } from './app/folder';
import { appArguments, Program, PROJECT } from './app/program';
import { expect, test } from './app/desktop-fixture';

test.skip(process.platform !== 'linux', 'Nothing is laid ready on this system.');

const LAUNCHER = join(PROJECT, 'electron/resources/linux/tokentray.sh');
const LEFT = 'left to the app';
/** Matches digits of the first total, and every value. */
const AMOUNTS = /21.?203|\$\d/;

/** In the place of the app that the launcher starts when there is no answer. */
let programs: string;
test.beforeEach(() => {
  programs = makeFolder('programs');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(programs, 'node'), `#!/bin/sh\necho '${LEFT}'\n`, { mode: 0o755 });
});
test.afterEach(() => removeFolder(programs));

function launcher(profile: string, words: readonly string[], env: Record<string, string> = {}) {
  const options = { env: { ...process.env, PATH: `${programs}:${process.env.PATH}`, ...env } };
  return new Promise<string>(done => {
    execFile(LAUNCHER, [...words, `--user-data-dir=${profile}`], options, (_, stdout) => done(stdout));
  });
}

const laid = (profile: string) =>
  filesBelow(join(profile, 'ready'))
    .map(({ bytes }) => bytes.toString())
    .join();

test('the launcher prints what the commands print, follows the app, and stays silent about what is hidden or gone', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  expect(await launcher(profile, ['total'])).toBe(`${LEFT}\n`);
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await expect.poll(() => launcher(profile, ['total'])).toBe('$21,203.46\n');
  const sameAsCommand = async () => {
    for (const words of [['total'], ['chains'], ['total', '--format', 'polybar']]) {
      const { stdout } = await read(profile, ...words);
      await expect.poll(() => launcher(profile, words)).toBe(stdout);
    }
  };
  await sameAsCommand();
  expect(await launcher(profile, ['total'], { TZ: 'Asia/Tokyo' })).toBe(`${LEFT}\n`);
  expect(await launcher(profile, ['changes'])).toBe(`${LEFT}\n`);

  service.hold(...EXAMPLE_ASSETS.slice(1));
  await expect.poll(() => launcher(profile, ['total'])).not.toBe('$21,203.46\n');
  await sameAsCommand();

  expect(laid(profile)).toMatch(AMOUNTS);
  expect((await read(profile, 'hide')).status).toBe(0);
  await expect.poll(() => laid(profile)).not.toMatch(AMOUNTS);
  await desktop.row(/^•••/);
  expect(laid(profile)).not.toMatch(AMOUNTS);
  await expect.poll(() => launcher(profile, ['total'])).toBe('•••\n');

  expect((await read(profile, 'show')).status).toBe(0);
  await desktop.row(/^\$/);
  await expect.poll(() => launcher(profile, ['total'])).toMatch(/^\$/);
  await desktop.clickMenu('Quit');
  await desktop.noTrayItem();
  // The icon goes first; then the end is saved, and the answer laid again. Without the app it holds until the total turns
  // stale, or something else writes the settings.
  await expect.poll(() => launcher(profile, ['total'])).toMatch(/^\$/);
  expect((await setUp(profile, service.setUpText())).status).toBe(0);
  expect(laid(profile)).toBe('');
  expect(await launcher(profile, ['total'])).toBe(`${LEFT}\n`);
});

test('a reset removes what is laid ready', async ({ desktop, launch, profile, provide }) => {
  await provide();
  await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await expect.poll(() => existsSync(join(profile, 'ready/answers'))).toBe(true);
  await desktop.clickMenu('Quit');
  await desktop.noTrayItem();
  await new Program(appArguments(profile, ['reset', '--yes'])).finish();
  expect(existsSync(join(profile, 'ready'))).toBe(false);
});
