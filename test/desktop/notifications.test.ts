// Tests notifications over the session bus: what a server gets by what it can do, one in the place of the other, clicks,
// and servers that refuse, restart or show titles only.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EXAMPLE_ASSETS } from '../../electron/fake-okx/service/asset-rows';
import type { App } from './app/app';
import { until } from './app/deadline';
import { expect, test } from './app/desktop-fixture';
import { token, type Service } from './app/okx';
import { faultTitle } from '../faults/table';
import type { Desktop } from './linux/desktop';

const MARKUP = '<b>X</b> & Y';
const tokenX = (balance: string) => token({ symbol: MARKUP, balance });
const dai = (balance: string) => token({ tokenAddress: '0x50c5', symbol: 'DAI', balance });
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Two tokens are held and known, so that the next poll tells what moved. */
async function start(
  desktop: Desktop,
  service: Service,
  launch: (options: { options: string[] }) => Promise<App>
): Promise<App> {
  service.hold(...EXAMPLE_ASSETS, tokenX('1000'), dai('400'));
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$22,603\.46/);
  return app;
}

/** The first notification, then one of another kind of alert, which no cooldown holds back. */
async function receiveThenSend(desktop: Desktop, service: Service) {
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  const first = await desktop.note(/^Received/);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('80'));
  const second = await desktop.note(/^Sent/);
  return { first, second };
}

test.beforeEach(({ provide }) => provide());

for (const [what, capabilities, body] of [
  ['with markup', ['body', 'body-markup'], 'Received 250 &lt;b&gt;X&lt;/b&gt; &amp; Y · $250.00 · Base'],
  ['without markup', ['body'], `Received 250 ${MARKUP} · $250.00 · Base`]
] as const)
  test(`a server ${what} gets names of tokens as text, our icon, and no action that it does not know`, async ({
    desktop,
    launch,
    service
  }) => {
    desktop.notifications.capabilities = capabilities;
    await start(desktop, service, launch);
    service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('80'));
    const note = await desktop.note('2 amounts changed · −$70.00');
    expect(note.body.split('\n')).toEqual(['Sent 320 DAI · $320.00 · Base', body]);
    expect(note).toMatchObject({ app: 'Tokentray', replaces: 0, actions: [], expireMs: -1 });
    expect(note.hints).toEqual({ urgency: 1, 'desktop-entry': 'tokentray' });
    expect(readFileSync(fileURLToPath(note.icon)).subarray(0, PNG.length)).toEqual(PNG);
  });

test('a server that shows titles only gets the rest in the title', async ({ desktop, launch, service }) => {
  desktop.notifications.capabilities = [];
  await start(desktop, service, launch);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  await desktop.note(`Received 250 ${MARKUP} · $250.00 · Base · Cold wallet`);
});

for (const isUnicast of [false, true])
  test(`a notification takes the place of the one before, and a click opens what it is about; signals go to ${isUnicast ? 'the program alone' : 'everybody'}`, async ({
    desktop,
    launch,
    service
  }) => {
    desktop.notifications.isUnicast = isUnicast;
    const app = await start(desktop, service, launch);
    const { first, second } = await receiveThenSend(desktop, service);
    expect([second.replaces, second.id]).toEqual([first.id, first.id]);
    expect(desktop.notifications.shown).toEqual([second]);
    expect(second.actions).toEqual(['default', 'Open']);
    desktop.clickNote(first);
    const page = await app.page();
    await expect(page.getByRole('dialog', { name: 'DAI, Base · Cold wallet' })).toBeVisible();
    expect(await app.isWindowVisible()).toBe(true);
  });

test('what comes within the cooldown changes the notification in silence, and a click from the list of the desktop opens it', async ({
  desktop,
  launch,
  service
}) => {
  const app = await start(desktop, service, launch);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  const first = await desktop.note(/^Received 250/);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('450'));
  const second = await desktop.note(/^2 amounts changed/);
  expect([second.replaces, second.id]).toEqual([first.id, first.id]);
  expect(second.hints).toMatchObject({ urgency: 0, 'suppress-sound': true });
  expect(second.title).toBe('2 amounts changed · +$300.00');
  expect(desktop.notifications.shown).toEqual([second]);

  desktop.notifications.expire(second.id);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('80'));
  const third = await desktop.note(/^Sent 370/);
  expect(third).toMatchObject({ replaces: 0 });
  desktop.notifications.invoke(second.id, 'default');
  const page = await app.page();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  const list = page.getByRole('main');
  for (const told of ['Received 250', 'Received 50 DAI', 'Sent 370 DAI'])
    await expect(list).toContainText(told);
  await expect(list).not.toContainText('Not notified');
});

test('a server that starts anew shows the next as a new one, and hears clicks on it', async ({
  desktop,
  launch,
  service
}) => {
  const app = await start(desktop, service, launch);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  await desktop.note(/^Received/);
  await desktop.replaceNotifications();
  desktop.notifications.capabilities = ['actions', 'body'];
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('80'));
  const second = await desktop.note(/^Sent/);
  expect([second.replaces, desktop.notifications.capabilitiesAsked]).toEqual([0, 1]);
  desktop.clickNote(second);
  const page = await app.page();
  await expect(page.getByRole('dialog', { name: 'DAI, Base · Cold wallet' })).toBeVisible();
});

test('hidden balances take a notification with amounts off the screen', async ({
  desktop,
  launch,
  service
}) => {
  await start(desktop, service, launch);
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  const { id } = await desktop.note(/^Received/);
  await desktop.clickMenu('Hide balances');
  await until('the notification to go', () => desktop.notifications.closed.includes(id));
});

test("Electron's own notification is shown, once, when the server refuses the app's", async ({
  desktop,
  launch,
  service
}) => {
  const app = await start(desktop, service, launch);
  desktop.notifications.refusals = 1;
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  const note = await desktop.note(/^Received/);
  expect(note.hints).toHaveProperty('sender-pid');
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('80'));
  const next = await desktop.note(/^Sent/);
  expect(next.hints).not.toHaveProperty('sender-pid');
  await until('the first to go', () => desktop.notifications.closed.includes(note.id));
  expect(desktop.notes).toHaveLength(2);
  desktop.clickNote(next);
  await expect((await app.page()).getByRole('dialog', { name: /^DAI/ })).toBeVisible();
});

test(faultTitle('notices-server-hangs'), async ({ desktop, launch, service }) => {
  const app = await start(desktop, service, launch);
  let goOn: () => void = () => undefined;
  desktop.notifications.answering = new Promise(done => (goOn = done));
  service.hold(...EXAMPLE_ASSETS, tokenX('1250'), dai('400'));
  await until('the question of what the server can do', () => desktop.notifications.capabilitiesAsked === 1);
  await desktop.clickMenu('Open');
  const page = await app.page();
  await page.getByRole('button', { name: 'Diagnostics' }).click();
  const says = async (text: string) => {
    await page.getByRole('button', { name: 'Check again' }).click();
    return page.getByText(text).isVisible();
  };
  await until('the unknown outcome', () => says('did not confirm that it was shown'));
  await desktop.row(/^\$22,853\.46/);
  expect(desktop.notes).toHaveLength(0);
  goOn();
  const note = await desktop.note(/^Received/);
  await until('the outcome', () => says('The last notification was delivered.'));
  expect(desktop.notifications.shown).toEqual([note]);
});
