// Tests the released app, which no driver can attach to: by the desktop's bus and by its command line.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EXACT_TOTAL } from '../desktop/app/okx';
import { read, readTotal } from '../desktop/app/command';
import { INTERVAL_MS, isSandboxed } from '../desktop/app/program';
import { expect, test } from '../desktop/app/desktop-fixture';
import { packageFolder } from './package-files';

test('the released app works from setup to the total in the tray, on the command line, and ends by Quit', async ({
  desktop,
  profile,
  provide,
  start
}) => {
  await provide();
  const app = start('--hidden');
  await desktop.row(/^\$21,203\.46/);
  await expect.poll(async () => (await readTotal(profile)).total).toBe(EXACT_TOTAL);
  expect(await readTotal(profile)).toMatchObject({ status: 0, state: 'fresh', complete: true });
  const { width } = await (await desktop.tray()).icon();
  expect(width).toBeGreaterThanOrEqual(16);

  await desktop.clickMenu('Quit');
  expect(await app.ended).toMatchObject({ status: 0, signal: null });
  await desktop.noTrayItem();
  expect(await readTotal(profile)).toMatchObject({ total: EXACT_TOTAL });
});

test('the launcher of the archive prints the total without the app, and starts the app for everything else', async ({
  desktop,
  profile,
  provide,
  start
}) => {
  await provide();
  start('--hidden');
  await desktop.row(/^\$21,203\.46/);
  const launch = (limit: string, ...words: string[]) => {
    const script = `${limit} exec "$0" "$@"`;
    const all = [
      '-c',
      script,
      join(packageFolder(), 'bin/tokentray'),
      ...words,
      `--user-data-dir=${profile}`
    ];
    return spawnSync('sh', all, { encoding: 'utf8' });
  };
  // A shell has enough of this memory, and Electron cannot start.
  const alone = (...words: string[]) => launch('ulimit -v 200000;', ...words);
  await expect.poll(() => alone('total').stdout).toBe('$21,203.46\n');
  expect(alone('chains', '--format', 'json').stdout).toContain('"chainIndex"');
  expect(alone('tokens').status).not.toBe(0);
  const app = launch('', ...(isSandboxed ? [] : ['--no-sandbox']), 'tokens');
  expect(app.status, app.stderr).toBe(0);
  expect(app.stdout).toContain('ETH');
});

test('without data the command line reports that, and an unknown word is a usage mistake', async ({
  profile
}) => {
  expect(await read(profile, 'total')).toMatchObject({ status: 4 });
  expect(await read(profile, 'totals')).toMatchObject({ status: 2 });
  expect(await read(profile, 'version')).toMatchObject({ status: 0 });
});

test('the released app ignores environment variables of tests', async ({
  desktop,
  provide,
  service,
  start
}) => {
  await provide();
  start('--hidden');
  await desktop.row(/^\$21,203\.46/);
  const before = service.requestCount;
  await new Promise(done => setTimeout(done, 5 * INTERVAL_MS));
  // With the test variable there would be five polls; without it there is one in some minutes, and the requests of
  // once a day.
  expect(service.requestCount - before).toBeLessThan(3);
});
