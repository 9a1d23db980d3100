// Tests the installed app as a normal user runs it from the PATH, on a profile that outlives an upgrade.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXACT_TOTAL } from '../desktop/app/okx';
import { read, readTotal, setUp } from '../desktop/app/command';
import { appArguments, electronPath, isSandboxed, Program } from '../desktop/app/program';
import { expect, test } from '../desktop/app/desktop-fixture';

const kept = process.env.TOKENTRAY_KEPT ?? '';
/** The user's own, as the launcher wants it; the folder above is for every user. */
const profile = join(kept, 'profile');
test.skip(kept === '', 'Nothing is installed.');

test('the installed app starts from the PATH, shows the total in the tray, and ends', async ({
  desktop,
  service
}) => {
  const isUpgraded = existsSync(profile);
  expect(execFileSync('sh', ['-c', 'command -v tokentray'], { encoding: 'utf8' }).trim()).toBe(
    electronPath()
  );
  const version = await read(profile, 'version');
  expect(version.stdout).toContain(process.env.TOKENTRAY_VERSION);
  // The total comes from before the upgrade, and was read before any new poll.
  if (isUpgraded) expect((await readTotal(profile)).total).toBe(EXACT_TOTAL);

  const { status, stderr } = await setUp(profile, service.setUpText());
  expect(status, stderr).toBe(0);
  const app = new Program(appArguments(profile, ['--hidden']));
  try {
    await desktop.row(/^\$21,203\.46/);
    await expect.poll(async () => (await readTotal(profile)).state).toBe('fresh');
    expect((await readTotal(profile)).total).toBe(EXACT_TOTAL);
    // A shell has enough of this memory, and Electron cannot start.
    const alone = ['-c', 'ulimit -v 200000; exec tokentray total "$0"', `--user-data-dir=${profile}`];
    await expect.poll(() => spawnSync('sh', alone, { encoding: 'utf8' }).stdout).toBe('$21,203.46\n');
    await desktop.clickMenu('Quit');
    expect((await app.ended).status).toBe(0);
  } finally {
    await app.kill();
  }
});

test('no process of the installed app runs as root', () => {
  test.skip(!isSandboxed, 'These tests run as root here.');
  expect(process.getuid?.()).not.toBe(0);
});
