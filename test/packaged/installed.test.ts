// Tests the installed app as a normal user runs it from the PATH, on a profile that outlives an upgrade.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { EXACT_TOTAL } from '../desktop/app/okx';
import { read, readTotal, setUp } from '../desktop/app/command';
import { appArguments, electronPath, isSandboxed, Program } from '../desktop/app/program';
import { expect, test } from '../desktop/app/desktop-fixture';

const kept = process.env.TOKENTRAY_KEPT ?? '';
test.skip(kept === '', 'Nothing is installed.');

test('the installed app starts from the PATH, shows the total in the tray, and ends', async ({
  desktop,
  service
}) => {
  expect(execFileSync('sh', ['-c', 'command -v tokentray'], { encoding: 'utf8' }).trim()).toBe(
    electronPath()
  );
  const version = await read(kept, 'version');
  expect(version.stdout).toContain(process.env.TOKENTRAY_VERSION);
  // The total comes from before the upgrade, and was read before any new poll.
  const isUpgraded = readdirSync(kept).length > 0;
  if (isUpgraded) expect((await readTotal(kept)).total).toBe(EXACT_TOTAL);

  const { status, stderr } = await setUp(kept, service.setUpText());
  expect(status, stderr).toBe(0);
  const app = new Program(appArguments(kept, ['--hidden']));
  try {
    await desktop.row(/^\$21,203\.46/);
    await expect.poll(async () => (await readTotal(kept)).state).toBe('fresh');
    expect((await readTotal(kept)).total).toBe(EXACT_TOTAL);
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
