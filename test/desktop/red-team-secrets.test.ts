// Tests that after a key was typed and saved, no memory of the page, no process and no file of the profile contains
// it.
import type { Page } from 'playwright/test';
import { KEY_FORM_TEXT } from '../../renderer/keys/key-form-text';
import type { App } from './app/app';
import { openForm, rightAnswers, submit } from './window/connect-form';
import { filesBelow } from './app/folder';
import { placesWith, processTexts } from './red-team/leaks';
import { CREDENTIALS, SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const SECRETS = Object.values(CREDENTIALS);

/** Types with keys, as a person does: Playwright's fill would itself leave the text in the page's memory. */
async function typeByHand(page: Page, host: string): Promise<void> {
  const typed = rightAnswers(host);
  await page.getByText('OKX account ID', { exact: true }).click();
  await page.getByLabel('Host', { exact: true }).selectOption({ label: 'Other…' });
  const fields: [string, string][] = [
    ['API key', typed.apiKey],
    ['Secret key', typed.secretKey],
    ['Passphrase', typed.passphrase],
    ['Project ID (optional)', typed.projectId],
    ['Account ID', typed.accountId],
    [KEY_FORM_TEXT.otherHost, typed.host]
  ];
  for (const [label, text] of fields) {
    await page.getByLabel(label, { exact: true }).focus();
    for (const letter of text) await page.keyboard.insertText(letter);
  }
}

/** Everything that the page's JavaScript can still reach after a garbage collection. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

test('a key that was saved is in no memory of the window', async ({ launch, service }) => {
  const app = await launch();
  const page = await app.page();
  await openForm(page);
  await typeByHand(page, service.origin);
  const before = await heapOf(page);
  expect(SECRETS.filter(secret => before.includes(secret))).toEqual(SECRETS);
  await submit(page);
  await expectTotal(page, SHOWN_TOTAL);

  const after = await heapOf(page);
  expect(after).toContain('Ethereum');
  expect(SECRETS.filter(secret => after.includes(secret))).toEqual([]);
});

test('a saved key is in no argument, no environment and no file, also after the window crashed', async ({
  launch,
  provide,
  profile,
  desktop,
  session
}) => {
  test.skip(process.platform !== 'linux', 'Only Linux lists all processes as files.');
  await provide();
  const app = await launch();
  const page = await app.page();
  await expectTotal(page, SHOWN_TOTAL);
  const processes = processTexts(session.folder);
  const own = processes.filter(({ bytes }) => bytes.includes(profile));
  expect(own.length).toBeGreaterThan(0);
  expect(placesWith(SECRETS, processes)).toEqual([]);

  await app.inMain(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  }, null);
  await desktop.row(/^\$21,203\.46/);
  const files = filesBelow(profile);
  expect(files.map(({ name }) => name)).toContain('config.json');
  expect(files.filter(({ name }) => /\.dmp$/.test(name))).toEqual([]);
  expect(placesWith(SECRETS, files)).toEqual([]);
});

interface Clips {
  readonly copied: string[];
  reads: number;
  /** Another program copies this text, right after the app's next one. */
  next: string | null;
}

/** Records how the app uses the clipboard from now on. */
async function watchClipboard(app: App): Promise<void> {
  await app.inMain(({ clipboard }) => {
    const own = globalThis as unknown as { clips?: Clips };
    if (own.clips) return;
    const clips: Clips = (own.clips = { copied: [], reads: 0, next: null });
    const [read, write] = [clipboard.readText.bind(clipboard), clipboard.writeText.bind(clipboard)];
    clipboard.readText = (...asked) => {
      clips.reads++;
      return read(...asked);
    };
    clipboard.writeText = async text => {
      clips.copied.push(text);
      await write(text);
      if (clips.next !== null) await write(clips.next);
    };
  }, null);
}

test('what the app copied is cleared after its time, and what came since stays', async ({
  launch,
  provide,
  desktop
}) => {
  await provide();
  const app = await launch({ environment: { TOKENTRAY_TEST_COPIED_MS: '1500' } });
  await desktop.row(/^\$21,203\.46/);
  await watchClipboard(app);
  const seen = () => app.inMain(() => (globalThis as unknown as { clips: Clips }).clips, null);
  await desktop.clickMenu('Copy total');
  await expect.poll(async () => (await seen()).copied).toEqual([SHOWN_TOTAL]);
  await expect.poll(() => app.clipboardText()).toBe('');

  await app.inMain(() => ((globalThis as unknown as { clips: Clips }).clips.next = 'a shopping list'), null);
  const { reads } = await seen();
  await desktop.clickMenu('Copy total');
  // When its time has passed, the app reads what is there before it clears.
  await expect.poll(async () => (await seen()).reads).toBeGreaterThan(reads);
  expect((await seen()).copied).toEqual([SHOWN_TOTAL, SHOWN_TOTAL]);
  expect(await app.clipboardText()).toBe('a shopping list');
});
