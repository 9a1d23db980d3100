// Tests that names and addresses written by strangers stay text in window, tray, notification, files and terminal, and
// open no page.
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import type { Bridge } from '../../shared/ipc/channels';
import { read } from './app/command';
import { token } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const TAKE = 'window.taken=1';
const NAMES = [
  `<img src=x onerror="${TAKE}">`,
  `<script>${TAKE}</script>`,
  `"><svg onload=${TAKE}>`,
  'gnp.exe\u202Eexe.png\u2066',
  `=cmd|'/C calc'!A0`,
  '@SUM(1+1)*cmd',
  '\u001b]0;taken\u0007\u001b[2J\u001b[31mRED',
  '\u009b31mC1',
  `{{constructor.constructor("${TAKE}")()}}`,
  '${7*7}<%=7*7%>#{7*7}',
  '&File\n&&Quit\tNow',
  'https://evil.example/claim',
  'null\u0000byte',
  '\ud800lone',
  'A'.repeat(1024 * 1024),
  '__proto__',
  'constructor'
];
const rows = (balance: string) =>
  NAMES.map((symbol, at) => token({ symbol, tokenAddress: `0x${String(at).padStart(40, '0')}`, balance }));
const ODD = token({
  chainIndex: '10',
  symbol: 'ODD',
  tokenAddress: `../..\u001b[2J<img src=x onerror="${TAKE}">?a=1#b`
});
const PROTO = token({ symbol: 'PROTO', tokenAddress: '__proto__' });

/** Characters that a terminal or a right-to-left renderer would obey; our own line ends and tabs are allowed. */
const OBEYED = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u;

test('no surface obeys the text of a name', async ({ desktop, launch, provide, profile, service }) => {
  service.hold(...EXAMPLE_ASSETS, ...rows('100'), ODD, PROTO);
  await provide();
  const app = await launch();
  const page = await app.page();
  await app.inMain(({ shell, dialog }) => {
    const seen: string[] = [];
    (globalThis as unknown as { seen: string[] }).seen = seen;
    shell.openExternal = async url => void seen.push(url);
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  }, null);
  await desktop.row(/^\$\d/);
  await expect(page.locator('.number').first()).toContainText('$');

  await test.step('in the window', async () => {
    await page
      .getByRole('button', { name: /^Overview$/ })
      .first()
      .click()
      .catch(() => undefined);
    await expect(page.locator('body')).toContainText('<img src=x onerror');
    const drawn = await page.evaluate(() => ({
      taken: 'taken' in window,
      images: [...document.querySelectorAll('img, svg[onload], script:not([src])')].map(it => it.outerHTML),
      links: [...document.querySelectorAll('a[href^="http"]')].length,
      text: document.body.innerText
    }));
    expect(drawn).toMatchObject({ taken: false, images: [], links: 0 });
    expect(drawn.text).not.toMatch(OBEYED);
    expect(drawn.text.length).toBeLessThan(50_000);
    const polluted = await page.evaluate(() => Object.keys(Object.prototype).length);
    expect(polluted).toBe(0);
  });

  await test.step('in a notification and the tray', async () => {
    service.hold(...EXAMPLE_ASSETS, ...rows('350'), ODD, PROTO);
    await app.closeWindow();
    const note = await desktop.note(/^\d+ (amounts changed|changes)/);
    expect(note.body).toContain('&lt;');
    expect(note.body).not.toMatch(/<[a-z/]/i);
    expect(note.title + note.body).not.toMatch(OBEYED);
    expect(note.body.length).toBeLessThan(1000);
    expect(await desktop.menuText()).not.toMatch(OBEYED);
    expect(await (await desktop.tray()).tooltip()).not.toMatch(OBEYED);
  });

  await test.step('in a terminal', async () => {
    for (const command of [
      ['total'],
      ['chains'],
      ['tokens'],
      ['changes'],
      ['history'],
      ['tokens', '--format', 'json']
    ]) {
      const { stdout, stderr, status } = await read(profile, ...command);
      expect(stdout, command.join(' ')).not.toMatch(OBEYED);
      expect(stderr, command.join(' ')).not.toContain('\u001b');
      expect([0, 3]).toContain(status);
    }
  });

  await test.step('in a table', async () => {
    for (const what of ['holdings', 'activity']) {
      const { stdout } = await read(profile, 'export', what, '--format', 'csv');
      expect(stdout).toContain(what === 'holdings' ? 'cmd' : 'time');
      expect(stdout).not.toMatch(/(^|[,;"\n])\s*[=@](?!$)/);
      expect(stdout).not.toMatch(OBEYED);
    }
  });

  await test.step('in the address of a page', async () => {
    await desktop.clickMenu('Open');
    const again = await app.page();
    await again.evaluate(
      async asked => {
        const { tokentray } = window as unknown as { tokentray: Bridge };
        for (const address of asked)
          await tokentray
            .call('explorer:open', { chainIndex: '8453', kind: 'token', address })
            .catch(() => undefined);
      },
      [ODD.tokenAddress, '__proto__', 'javascript:alert(1)', '0x00/../../login', 'https://evil.example']
    );
    expect(await app.inMain(() => (globalThis as unknown as { seen: string[] }).seen, null)).toEqual([]);
    expect(app.isRunning).toBe(true);
    await expectTotal(again, '$');
  });
});
