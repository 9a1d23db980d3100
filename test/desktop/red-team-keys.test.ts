// Tests that a private key given by mistake goes nowhere: not to the service, a file, the log, the keyring or the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { FORM_PROBLEM_TEXT } from '../../shared/text/door-text';
import { SECRET_TEXTS } from '../unit/addresses/typed-texts';
import { setUp } from './app/command';
import { expect, test } from './app/desktop-fixture';
import { filesBelow, makeFolder, removeFolder } from './app/folder';
import { SHOWN_TOTAL } from './app/okx';
import { storedSettings } from './app/profile';
import { appArguments, Program } from './app/program';
import { keyringEntries } from './linux/keyring';
import { placesWith, processTexts } from './red-team/leaks';
import { openForm, rightAnswers, submit, typeAll } from './window/connect-form';
import { expectTotal } from './window/window-view';

/** The long runs of letters by which each secret is found; those of phrases are the phrases themselves. */
const SECRETS = SECRET_TEXTS.flatMap(({ text }) => text.match(/[\w+/]{28,}/g) ?? [text]).filter(
  part => !part.startsWith('0x042A')
);
const says = FORM_PROBLEM_TEXT['private-key'];

test('setup keeps and says nothing of a secret in any field', async ({ profile, service, desktop }) => {
  const before = await keyringEntries(desktop.bus);
  const outputs: string[] = [];
  for (const [index, { text }] of SECRET_TEXTS.entries()) {
    const place = [
      { apiKey: text },
      { secretKey: text },
      { projectId: text },
      { host: text },
      { wallets: [{ name: text, source: 'v5-account', accountId: text }] },
      { wallets: [{ name: 'A', source: 'v6-address', address: text, chains: ['1'] }] }
    ][index % 6];
    const { status, stdout, stderr } = await setUp(profile, service.setUpText(place));
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    outputs.push(stdout + stderr);
  }
  const places = [...filesBelow(profile), { name: 'output', bytes: Buffer.from(outputs.join('\n')) }];
  expect(placesWith(SECRETS, places)).toEqual([]);
  expect(await keyringEntries(desktop.bus)).toEqual(before);
  expect(service.requestCount).toBe(0);
});

async function typeInForm(page: Page, host: string, text: string): Promise<void> {
  await typeAll(page, { ...rightAnswers(host), accountId: text });
  await submit(page);
  await expect(page.getByText(says)).toBeVisible();
}

test('the window sends, keeps and shows nothing of a secret that is typed or pasted', async ({
  launch,
  service,
  profile,
  session
}) => {
  const app = await launch();
  const page = await app.page();
  await openForm(page);
  const [key] = SECRET_TEXTS;
  await typeInForm(page, service.origin, key?.text ?? '');
  await page.getByLabel('Account ID', { exact: true }).fill('');
  await page.getByText('Addresses', { exact: true }).click();
  await page
    .getByRole('textbox', { name: 'Addresses' })
    .fill(SECRET_TEXTS.map(({ text }) => text.replace(/^0x[0-9a-fA-F]{40} /, '')).join('\n\n'));
  await expect(page.getByText(says).first()).toBeVisible();
  const shown = await page.locator('ul.review').innerText();
  expect(placesWith(SECRETS, [{ name: 'review', bytes: Buffer.from(shown) }])).toEqual([]);
  await submit(page);
  expect(service.requestCount).toBe(0);
  expect(placesWith(SECRETS, [...filesBelow(profile), ...processTexts(session.folder)])).toEqual([]);
});

test('a link and a settings file that hold a secret leave no trace of it', async ({
  launch,
  provide,
  profile,
  service,
  session,
  bus
}) => {
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  for (const kind of ['wallet', 'holding']) {
    const link = `tokentray://${kind}/${encodeURIComponent(SECRET_TEXTS[0]?.text ?? '')}`;
    expect((await new Program(appArguments(profile, [link]), bus?.environment).finish()).status).toBe(0);
  }
  await app.kill();
  const folder = makeFolder('import');
  try {
    const file = join(folder, 'settings.json');
    const keys = [{ id: 'k', name: 'OKX', host: 'https://www.okx.com', keptIn: 'keychain' }];
    const wallets = SECRET_TEXTS.slice(0, 3).map(({ text }, index) => ({
      id: `w${index}`,
      name: 'A',
      keyId: 'k',
      source: 'v5-account',
      accountId: text,
      chains: []
    }));
    writeFileSync(file, JSON.stringify({ version: 1, keys, wallets, choices: {} }));
    const asked = appArguments(profile, ['settings', 'import', file]);
    const { status, stdout, stderr } = await new Program(asked, bus?.environment).finish();
    expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
    const places = [...filesBelow(profile), { name: 'output', bytes: Buffer.from(stdout + stderr) }];
    expect(placesWith(SECRETS, [...places, ...processTexts(session.folder)])).toEqual([]);
    const targets = service.standIn.requests.map(({ target }) => target).join(' ');
    expect(placesWith(SECRETS, [{ name: 'requests', bytes: Buffer.from(targets) }])).toEqual([]);
  } finally {
    await removeFolder(folder);
  }
});

test('a private key that an earlier version stored in place of an account is never sent', async ({
  launch,
  provide,
  profile,
  service
}) => {
  await provide();
  const file = join(profile, 'config.json');
  const key = SECRET_TEXTS[0]?.text ?? '';
  const account =
    storedSettings(profile).wallets.flatMap(wallet => ('accountId' in wallet ? [wallet.accountId] : []))[0] ??
    '';
  writeFileSync(file, readFileSync(file, 'utf8').replace(account, key));
  const app = await launch();
  const page = await app.page();
  await expect(page.getByText(/OKX does not know this account ID/)).toBeVisible();
  const targets = service.standIn.requests.map(({ target }) => target).join(' ');
  expect(placesWith([key], [{ name: 'requests', bytes: Buffer.from(targets) }])).toEqual([]);
});
