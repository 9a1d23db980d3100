// Tests keys and wallets given to `setup` on standard input: valid ones work at once, invalid ones change nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alsoPackaged } from './app/also-packaged';
import { readTotal, setUp } from './app/command';
import { keyringEntries } from './linux/keyring';
import { placesWith } from './red-team/leaks';
import { storedSettings } from './app/profile';
import { ACCOUNT_ID, CREDENTIALS, EXACT_TOTAL, WALLET } from './app/okx';
import { expect, test } from './app/desktop-fixture';

test(
  'the next start polls the wallets that setup was given',
  alsoPackaged("arguments come without the project's folder"),
  async ({ desktop, start, profile, service }) => {
    const { status, stdout, stderr } = await setUp(profile, service.setUpText());
    expect(status, stderr).toBe(0);
    const output = Buffer.from(stdout + stderr);
    expect(placesWith(Object.values(CREDENTIALS), [{ name: 'output', bytes: output }])).toEqual([]);
    expect(service.requestCount).toBe(0);

    start('--hidden');
    await desktop.row(/^\$21,203\.46/);
    await expect.poll(async () => (await readTotal(profile)).total).toBe(EXACT_TOTAL);
  }
);

test('a wallet of the same name is replaced, another is added', async ({ profile, service }) => {
  const wallet = (name: string, accountId: string) => ({ name, source: 'v5-account', accountId });
  await setUp(profile, service.setUpText());
  await setUp(
    profile,
    service.setUpText({ wallets: [wallet(WALLET, '0e0e0e0e-0000-4000-8000-000000000002')] })
  );
  expect(storedSettings(profile).wallets).toMatchObject([
    { name: WALLET, accountId: '0e0e0e0e-0000-4000-8000-000000000002' }
  ]);
  await setUp(profile, service.setUpText({ wallets: [wallet('Daily', ACCOUNT_ID)] }));
  expect(storedSettings(profile).wallets.map(({ name }) => name)).toEqual([WALLET, 'Daily']);
});

const BAD: readonly [string, (text: string) => string, RegExp][] = [
  ['no JSON', () => 'apiKey=1', /JSON/],
  ['nothing', () => '', /JSON/],
  ['an unknown field', text => changed(text, { apikey: 'x' }), /not known/],
  ['a missing field', text => changed(text, { passphrase: undefined }), /passphrase/],
  ['an empty secret', text => changed(text, { secretKey: '' }), /secretKey/],
  ['a host without https', text => changed(text, { host: 'http://example.com' }), /https/],
  ['no wallet', text => changed(text, { wallets: [] }), /wallets/],
  [
    'an unknown source',
    text => changed(text, { wallets: [{ name: 'A', source: 'v9', accountId: 'b' }] }),
    /source/
  ]
];

function changed(text: string, change: Record<string, unknown>): string {
  return JSON.stringify({ ...(JSON.parse(text) as Record<string, unknown>), ...change });
}

for (const [what, bend, named] of BAD)
  test(`bad input gets a clear error, and nothing is written: ${what}`, async ({
    desktop,
    profile,
    service
  }) => {
    const entries = await keyringEntries(desktop.bus);
    const { status, stdout, stderr } = await setUp(profile, bend(service.setUpText()));
    expect(stderr).toMatch(named);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
    const output = Buffer.from(stdout + stderr);
    expect(placesWith(Object.values(CREDENTIALS), [{ name: 'output', bytes: output }])).toEqual([]);
    expect(existsSync(join(profile, 'config.json'))).toBe(false);
    expect(await keyringEntries(desktop.bus)).toEqual(entries);
  });

test('setup refuses while the app of that profile runs', async ({ desktop, start, profile, service }) => {
  start('--hidden');
  await desktop.row('Open');
  const { status, stderr } = await setUp(profile, service.setUpText());
  expect(status).toBe(1);
  expect(stderr).toMatch(/running/i);
  expect(storedSettings(profile)).toMatchObject({ keys: [], wallets: [] });
});
