// Tests profiles by name: two apps side by side that share nothing, and names that cannot leave their folder.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './app/deadline';
import { filesBelow, makeFolder, removeFolder } from './app/folder';
import { keyringEntries } from './linux/keyring';
import { ACCOUNT_ID, token } from './app/okx';
import { isPackaged, Program, PROJECT } from './app/program';
import { expect, test } from './app/desktop-fixture';

/** The default folder is below this one, where the system puts it. */
let home: string;
test.beforeEach(() => void (home = makeFolder('home')));
test.afterEach(() => removeFolder(home));

const usual = () => join(home, 'Tokentray');
const folderOf = (name: string) => join(usual(), 'profiles', name);

function run(words: readonly string[], input = ''): Program {
  return new Program([...(isPackaged ? [] : [PROJECT]), ...words], { XDG_CONFIG_HOME: home }, input);
}

test('two profiles run side by side, each with its own wallets, files, keys and lock', async ({
  desktop,
  service
}) => {
  const before = (await keyringEntries(desktop.bus)).length;
  service.standIn.accounts.set('0e0e0e0e-0000-4000-8000-000000000003', () => [token({ balance: '7' })]);
  const wallet = (name: string, accountId: string) => [{ name, source: 'v5-account', accountId }];
  const plain = await run(['setup'], service.setUpText({ wallets: wallet('First', ACCOUNT_ID) })).finish();
  const work = await run(
    ['setup', '--profile', 'Work'],
    service.setUpText({ wallets: wallet('Second', '0e0e0e0e-0000-4000-8000-000000000003') })
  ).finish();
  expect([plain.status, work.status], plain.stderr + work.stderr).toEqual([0, 0]);
  const accounts = (await keyringEntries(desktop.bus)).map(({ account }) => account);
  expect(accounts.length - before).toBe(2);
  expect(new Set(accounts).size).toBe(accounts.length);

  const first = run(['--hidden']);
  await desktop.row(/^\$21,203\.46$/);
  const second = run(['--hidden', '--profile', 'work']);
  try {
    await until('a second icon', () => desktop.trayItems === 2);
    await desktop.row('$7.00 · work');
    const total = async (...words: string[]) => (await run(['total', ...words]).finish()).stdout;
    await expect.poll(() => total()).toMatch(/21,203\.46/);
    await expect.poll(() => total('--profile=work')).toMatch(/7\.00/);

    const texts = (files: ReturnType<typeof filesBelow>) =>
      files.filter(({ name }) => /\.jsonl?$|\.log$/.test(name)).map(({ bytes }) => bytes.toString());
    expect(texts(filesBelow(folderOf('work'))).join('\n')).not.toMatch(/First|21203\.46/);
    const own = filesBelow(usual()).filter(({ name }) => !name.startsWith('profiles'));
    expect(texts(own).join('\n')).not.toMatch(/Second|second-account/);

    // Another start of a profile finds the app of that profile, and no other.
    const again = await run(['--profile', 'WORK', 'quit']).finish();
    expect(again.status, again.stderr).toBe(0);
    await second.finish();
    expect((await run(['refresh', '--profile', 'work']).finish()).stderr).toMatch(/not running/);
    expect((await run(['refresh']).finish()).status).toBe(0);
  } finally {
    await first.kill();
    await second.kill();
  }
});

test('a reset of one profile leaves the other with its files and its key', async ({ desktop, service }) => {
  const entries = async () => (await keyringEntries(desktop.bus)).map(({ account }) => account).sort();
  const strangers = await entries();
  await run(['setup'], service.setUpText()).finish();
  const kept = (await entries()).filter(account => !strangers.includes(account));
  await run(['setup', '--profile=work'], service.setUpText()).finish();
  const autostart = join(home, 'autostart');
  mkdirSync(autostart, { recursive: true });
  for (const id of ['tokentray', 'tokentray-profile-work'])
    writeFileSync(join(autostart, `${id}.desktop`), '[Desktop Entry]\nExec=tokentray\n');

  const refused = run(['--hidden', '--profile=work']);
  await desktop.row(/work$/);
  const running = await run(['reset', '--yes', '--profile=work']).finish();
  expect([running.status, running.stderr]).toEqual([1, expect.stringMatching(/is running/)]);
  await run(['quit', '--profile=work']).finish();
  await refused.finish();
  const unsure = await run(['reset', '--profile=work']).finish();
  expect(unsure.status).toBe(2);
  expect(existsSync(join(folderOf('work'), 'config.json'))).toBe(true);

  const { status, stderr } = await run(['reset', '--yes', '--profile=work']).finish();
  expect(status, stderr).toBe(0);
  expect(stderr).toMatch(/1 key in the keychain/);
  expect(readdirSync(autostart)).toEqual(['tokentray.desktop']);
  expect((await entries()).sort()).toEqual([...strangers, ...kept].sort());
  for (const name of ['config.json', 'snapshot.json', 'history', 'logs', 'activity.jsonl'])
    expect(existsSync(join(folderOf('work'), name)), name).toBe(false);
  expect(readFileSync(join(usual(), 'config.json'), 'utf8')).toMatch(/Cold wallet/);

  expect((await run(['total', '--profile=work']).finish()).status).toBe(4);
  const fresh = run(['--hidden', '--profile=work']);
  await desktop.row(/^Not connected.* · work$/);
  await fresh.kill();
  await run(['reset', '--yes']).finish();
  expect(await entries()).toEqual(strangers);
});

test('only a start creates a profile that was never started', async ({ desktop }) => {
  expect((await run(['total', '--profile', 'typo']).finish()).status).toBe(4);
  expect((await run(['settings', 'export', '-', '--profile', 'typo']).finish()).status).toBe(4);
  const acting = await run(['refresh', '--profile', 'typo']).finish();
  expect([acting.status, acting.stderr]).toEqual([1, expect.stringMatching(/no profile "typo"/)]);
  expect(existsSync(folderOf('typo'))).toBe(false);
  const started = run(['--hidden', '--profile', 'typo']);
  await desktop.row(/^Not connected.* · typo$/);
  expect(existsSync(folderOf('typo'))).toBe(true);
  await started.kill();
});

test('a name that would leave the folder is refused, and creates no folder', async () => {
  for (const name of [
    '..',
    '../x',
    '/tmp/x',
    'a/b',
    'a\\b',
    '.',
    '',
    'con',
    'é',
    'a b',
    '-x',
    '.hidden',
    `${'x'.repeat(41)}`
  ]) {
    const { status } = await run(['total', `--profile=${name}`]).finish();
    expect(status, name).toBe(2);
  }
  expect(existsSync(join(usual(), 'profiles'))).toBe(false);
  expect(readdirSync(home).filter(name => name !== 'Tokentray' && name !== 'autostart')).toEqual([]);
});
