// Tests links that begin with tokentray://: they show what they name, at the first start and at a second; hostile
// links show only the window.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alsoPackaged } from './app/also-packaged';
import { filesBelow, makeFolder, removeFolder } from './app/folder';
import { SHOWN_TOTAL } from './app/okx';
import { storedSettings } from './app/profile';
import { appArguments, Program } from './app/program';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

test(
  'a start with a link to a wallet opens its drawer, and a second start one to a holding',
  alsoPackaged("arguments come without the project's folder"),
  async ({ desktop, launch, profile, provide, bus }) => {
    await provide();
    const first = await launch({ options: ['--hidden'] });
    await desktop.row(/^\$21,203\.46/);
    await first.kill();
    const [wallet] = storedSettings(profile).wallets;
    if (!wallet) throw new Error('no wallet');
    const app = await launch({
      options: ['--hidden', `tokentray://wallet/${encodeURIComponent(wallet.name)}`]
    });
    const page = await app.page();
    await expect.poll(() => app.isWindowVisible()).toBe(true);
    const drawer = page.locator('dialog.drawer[open]');
    await expect(drawer).toContainText(wallet.name);

    const id = await page.evaluate(async () => {
      const { tokentray } = window as unknown as {
        tokentray: { call(name: string, asked: unknown): Promise<{ text: string }> };
      };
      const { text } = await tokentray.call('state:read', {});
      return (JSON.parse(text) as { portfolio: { holdings: { id: string; symbol: string }[] } }).portfolio
        .holdings[0];
    });
    if (!id) throw new Error('no holding');
    const link = `tokentray://holding/${encodeURIComponent(id.id)}`;
    const second = await new Program(appArguments(profile, [link]), bus?.environment).finish();
    expect(second.status).toBe(0);
    await expect(drawer).toHaveCount(1);
    await expect(drawer).toContainText(id.symbol);
    await expect(drawer).toContainText('Exact value');
    expect(await app.windowCount()).toBe(1);
  }
);

test('a hostile link opens the window and nothing else, and the app goes on', async ({
  launch,
  profile,
  provide,
  service,
  bus
}) => {
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await expect.poll(() => service.requestCount).toBeGreaterThan(1);
  const trap = makeFolder('trap');
  const choices = storedSettings(profile).choices;
  const outside: string[] = await app.inMain(({ shell }) => {
    const opened: string[] = [];
    (globalThis as unknown as { opened: string[] }).opened = opened;
    shell.openExternal = url => (opened.push(url), Promise.resolve());
    shell.openPath = path => (opened.push(path), Promise.resolve(''));
    return opened;
  });
  expect(outside).toEqual([]);
  for (const link of [
    'tokentray://quit',
    'tokentray://open?user-data-dir=/tmp',
    `tokentray://open --user-data-dir=${trap}`,
    'tokentray://wallet/..%2F..%2Fetc%2Fpasswd',
    'tokentray://holding/%00',
    'tokentray:file:///etc/passwd',
    'tokentray://user:pass@open:1',
    'tokentray://settings/hide',
    `tokentray://wallet/${'%41'.repeat(2000)}`
  ]) {
    const { status } = await new Program(appArguments(profile, [link]), bus?.environment).finish();
    expect(status, link.slice(0, 60)).toBe(0);
  }
  // Longer than the data that one process can send to the other: the second process must not keep running beside the
  // first.
  for (const length of [9000, 40_000, 100_000]) {
    const long = `tokentray://wallet/${'a'.repeat(length)}`;
    const { status } = await new Program(appArguments(profile, [long]), bus?.environment).finish();
    expect(status).toBe(2);
  }
  await expect.poll(() => app.isWindowVisible()).toBe(true);
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  expect(page.url()).toBe('app://tokentray/index.html');
  expect(await app.windowCount()).toBe(1);
  expect(await app.inMain(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([]);
  expect(filesBelow(trap)).toEqual([]);
  const after = storedSettings(profile).choices;
  // The colours of the first answer are kept as well.
  const unasked = { windowPlace: null, colourSlots: null };
  expect({ ...after, ...unasked }).toEqual({ ...choices, ...unasked });
  expect(existsSync(join(profile, 'config.json'))).toBe(true);
  expect(app.isRunning).toBe(true);
  await removeFolder(trap);
});
