// Tests what the fuses forbid: no Node through a variable, no code and no debugger through an option.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATIENCE_MS } from '../desktop/app/deadline';
import { electronPath, isSandboxed } from '../desktop/app/program';
import { expect, test } from '../desktop/app/desktop-fixture';

function run(args: readonly string[], variables: Record<string, string>) {
  const switches = isSandboxed ? [] : ['--no-sandbox'];
  const env = { ...process.env, ...variables };
  return spawnSync(electronPath(), [...switches, ...args], { env, encoding: 'utf8', timeout: PATIENCE_MS });
}

test('ELECTRON_RUN_AS_NODE does not make the app a Node', ({ profile }) => {
  const words = ['-e', 'console.log("opened")', `--user-data-dir=${profile}`];
  const { stdout, status } = run(words, { ELECTRON_RUN_AS_NODE: '1' });
  expect(stdout).not.toContain('opened');
  expect(status).toBe(2);
});

test('NODE_OPTIONS loads no code into the app', ({ profile }) => {
  const [code, mark] = [join(profile, 'code.cjs'), join(profile, 'mark')];
  writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`);
  const { status } = run(['version', `--user-data-dir=${profile}`], { NODE_OPTIONS: `--require ${code}` });
  expect(status).toBe(0);
  expect(existsSync(mark)).toBe(false);
});

test('--inspect opens no debugger', async ({ desktop, start }) => {
  const app = start('--inspect=0', '--inspect-brk=0', '--hidden');
  await desktop.row('Open');
  await desktop.clickMenu('Quit');
  expect((await app.ended).stderr).not.toMatch(/debugger listening/i);
});
