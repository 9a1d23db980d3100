// Tests the commands for a running app, run without a display as from a bar or a shell; and the output of doctor with
// and without the app.
import { readdirSync } from 'node:fs';
import { read, readTotal } from './app/command';
import { until } from './app/deadline';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';

test('commands without a display reach the running app, and report when there is none', async ({
  desktop,
  launch,
  profile,
  provide,
  service
}) => {
  await provide();
  for (const command of ['open', 'refresh', 'toggle', 'hide', 'show', 'pause', 'resume', 'quit']) {
    const { status, stdout, stderr } = await read(profile, command);
    expect([command, status, stdout]).toEqual([command, 1, '']);
    expect(stderr).toContain('tokentray: Tokentray is not running.');
  }

  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  const act = async (...words: string[]) => expect((await read(profile, ...words)).status).toBe(0);
  await act('hide');
  await desktop.row(/^•••/);
  await act('hide');
  expect((await readTotal(profile)).hidden).toBe(true);
  await act('toggle');
  await desktop.row(/^\$21,203\.46/);
  await act('pause', '1h');
  await desktop.row(/^Paused until/);
  const before = service.requestCount;
  await act('refresh');
  await until('the wanted request', () => service.requestCount > before);
  await act('resume');
  await desktop.row('Pause');
  expect(app.openPage()).toBeUndefined();
  await act('open');
  await expect((await app.page()).getByText(SHOWN_TOTAL).first()).toBeVisible();
  await act('quit');
  await app.ended;
});

test('doctor asks the running app, and without an app runs only the checks that need no key', async ({
  desktop,
  launch,
  profile,
  provide
}) => {
  await provide();
  const alone = await read(profile, 'doctor');
  expect(alone.stdout).toContain('Tokentray is not running on this profile');
  expect(alone.stdout).toMatch(/^good +host: .* answers\./m);
  expect(alone.stdout).toMatch(/^good +clock: /m);
  expect(alone.status).toBe(0);

  const app = await launch();
  await desktop.row(/^\$21,203\.46/);
  const asked = await read(profile, 'doctor');
  expect(asked.stdout).toMatch(/^good +key: /m);
  expect(asked.stdout).not.toContain('not running');
  expect(asked.stdout).not.toMatch(/21.?203|0x[0-9a-f]{6}/);
  const { stdout, status } = await read(profile, 'doctor', '--format', 'json');
  const found = JSON.parse(stdout) as { checks: { id: string; state: string }[] };
  expect(found.checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['key', 'clock', 'host', 'files']));
  expect(status).toBe(found.checks.some(({ state }) => state === 'bad') ? 1 : 0);
  expect(readdirSync(profile)).not.toContain('answers');
  expect(app.isRunning).toBe(true);
});

test('a command that comes while the app still starts runs after the start', async ({
  desktop,
  profile,
  provide,
  start
}) => {
  await provide();
  start('--hidden');
  await until('the app to hear', async () => (await read(profile, 'hide')).status === 0);
  await desktop.row(/^•••/);
});
