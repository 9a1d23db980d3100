// Tests the way from an empty profile to the first number, and where the secrets are afterwards.
import { KEY_FORM_TEXT } from '../../renderer/keys/key-form-text';
import { FORM_PROBLEM_TEXT } from '../../shared/text/door-text';
import { alsoPackaged } from './app/also-packaged';
import { readTotal } from './app/command';
import { connect } from './window/connect-form';
import { filesBelow } from './app/folder';
import { keyringEntries } from './linux/keyring';
import { placesWith } from './red-team/leaks';
import { storedSettings } from './app/profile';
import { CREDENTIALS, EXACT_TOTAL, SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';
import { everythingInReach, strangeCall } from './window/window-reach';

const SECRETS = Object.values(CREDENTIALS);

test(
  'a person connects a key and sees the same exact total in window, tray and command line',
  alsoPackaged('pages, keychain library and command line come out of the archive'),
  async ({ desktop, launch, profile, service }) => {
    const app = await launch();
    await desktop.row('Open');
    expect(service.requestCount).toBe(0);
    const page = await app.page();
    await expect(page.getByRole('button', { name: 'Try the demo portfolio' })).toBeVisible();
    await connect(page, service.origin);

    await expectTotal(page, SHOWN_TOTAL);
    const first = await desktop.row(/^\$/);
    expect(first.label.startsWith(SHOWN_TOTAL)).toBe(true);
    expect((await desktop.menu())[0]).toEqual(first);
    await desktop.row(new RegExp(`^\\${SHOWN_TOTAL}  Ethereum$`));
    expect(await (await desktop.tray()).tooltip()).toContain(SHOWN_TOTAL);

    const report = await readTotal(profile);
    expect(report).toMatchObject({
      total: EXACT_TOTAL,
      currency: 'USD',
      complete: true,
      hidden: false,
      status: 0
    });
    expect(report.chains).toHaveLength(1);
    expect(report.chains[0]).toMatchObject({ chainIndex: '1', name: 'Ethereum' });
    expect(desktop.notes).toHaveLength(0);
  }
);

test(
  'the secrets are in the keyring and nowhere else',
  alsoPackaged('the keychain library lies outside the archive'),
  async ({ desktop, launch, start, profile, service }) => {
    const app = await launch();
    const page = await app.page();
    await connect(page, service.origin);
    await desktop.row(/^\$21,203\.46/);

    const [key] = storedSettings(profile).keys;
    const entries = await keyringEntries(desktop.bus);
    const entry = entries.find(({ account }) => account === key?.id);
    const stored = Buffer.from(entry?.secret ?? '', 'base64').toString('utf8');
    expect(JSON.parse(stored || 'null')).toEqual(CREDENTIALS);

    await expectTotal(page, SHOWN_TOTAL);
    const reach = await everythingInReach(page);
    expect(reach).toContain(SHOWN_TOTAL.slice(0, 4));
    for (const name of ['key:read', 'keychain:secrets', 'settings:read'])
      expect(await strangeCall(page, name)).toBe('refused');
    const places = [
      { name: 'the window', bytes: Buffer.from(reach) },
      { name: 'the output', bytes: Buffer.from(app.output) }
    ];
    await app.kill();
    const again = start('--hidden');
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
    const { stdout, stderr } = await again.kill();
    places.push({ name: 'the output of the second start', bytes: Buffer.from(stdout + stderr) });

    const files = filesBelow(profile);
    expect(files.map(({ name }) => name)).toContain('snapshot.json');
    expect(placesWith(SECRETS, [...places, ...files])).toEqual([]);
  }
);

test('a value that the form refuses is reported at its field and sent nowhere', async ({
  launch,
  service,
  profile
}) => {
  const app = await launch();
  const page = await app.page();
  await connect(page, 'http://example.com');
  await expect(page.getByLabel(KEY_FORM_TEXT.otherHost, { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true'
  );
  await expect(page.getByText(FORM_PROBLEM_TEXT['not-https'])).toBeVisible();
  expect(service.requestCount).toBe(0);
  expect(storedSettings(profile).keys).toEqual([]);
});
