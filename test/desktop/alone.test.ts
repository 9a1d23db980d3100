// Tests commands that need a profile exclusively: they lock it only while they work, and detect other users of it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './app/deadline';
import { storedSettings } from './app/profile';
import { appArguments, Program } from './app/program';
import { expect, test } from './app/desktop-fixture';

/** Waits until the program is blocked by reading its standard input. */
async function isReading({ child }: Program): Promise<void> {
  const ofReading = /^(0|63) 0x0 /;
  await until('a read of standard input', () => {
    const calls = readFileSync(`/proc/${child.pid}/syscall`, 'utf8');
    return ofReading.test(calls);
  });
}

for (const words of [['setup'], ['settings', 'import', '-']])
  test(`while ${words.join(' ')} waits for its input, the app can be started on the profile`, async ({
    desktop,
    start,
    profile,
    service,
    bus
  }) => {
    const waiting = new Program(appArguments(profile, words), bus?.environment, null);
    await isReading(waiting);
    start('--hidden');
    await desktop.row('Open');
    waiting.type(service.setUpText());
    const { status, stderr } = await waiting.finish();
    expect([status, stderr]).toEqual([1, expect.stringMatching(/is running on this profile/)]);
    expect(storedSettings(profile)).toMatchObject({ keys: [], wallets: [] });
  });

test('setup is refused before it reads its input while the app runs', async ({
  desktop,
  start,
  profile,
  bus
}) => {
  start('--hidden');
  await desktop.row('Open');
  const { status, stderr } = await new Program(
    appArguments(profile, ['setup']),
    bus?.environment,
    null
  ).finish();
  expect([status, stderr]).toEqual([1, expect.stringMatching(/is running on this profile/)]);
});

test('reset leaves a demo that runs on its own, says so, and removes it later', async ({
  desktop,
  start,
  profile,
  bus
}) => {
  const demo = start('--demo', '--hidden');
  await desktop.row('Quit');
  const snapshot = join(profile, 'demo/snapshot.json');
  await until('a snapshot of the demo', () => existsSync(snapshot));
  const reset = () => new Program(appArguments(profile, ['reset', '--yes']), bus?.environment).finish();
  const during = await reset();
  expect([during.status, during.stderr]).toEqual([1, expect.stringMatching(/The demo is running/)]);
  expect(existsSync(snapshot)).toBe(true);
  expect(demo.child.exitCode).toBeNull();

  await desktop.clickMenu('Quit');
  await demo.ended;
  const after = await reset();
  expect([after.status, after.stderr]).toEqual([
    0,
    expect.stringMatching(/All data of this profile is deleted/)
  ]);
  expect(existsSync(snapshot)).toBe(false);
});
