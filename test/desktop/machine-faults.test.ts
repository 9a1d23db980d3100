// Tests faults around the window and the desktop: processes that end, a missing tray or bus, the end of a session.
import type { Page } from 'playwright/test';
import { faultTitle } from '../faults/table';
import { read, readTotal } from './app/command';
import { until } from './app/deadline';
import { needsMachine } from './app/needs-machine';
import { SHOWN_TOTAL } from './app/okx';
import { appArguments, Program } from './app/program';
import { hasSnapshot, storedSettings } from './app/profile';
import { startScreenSaver } from './linux/screen-saver';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const TOTAL = /^\$21,203\.46/;
const NO_TRAY = 'Your desktop shows no tray icons.';
const NO_NOTICES = 'Your desktop does not accept notifications.';
/** Limit after which a session that ends no longer waits for a program. */
const LOGOUT_MS = 2000;

const noteIn = (page: Page, text: string | RegExp) => page.locator('.note').getByText(text);

test.describe('processes', () => {
  test.beforeEach(({ provide }) => provide());

  test(faultTitle('window-killed'), async ({ desktop, launch, service }) => {
    const app = await launch();
    const lost = await app.page();
    await expectTotal(lost, SHOWN_TOTAL);
    const [pid = 0] = await app.processesOf('Tab');
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(async () => (await app.processesOf('Tab')).filter(next => next !== pid))
      .toHaveLength(1);
    await expectTotal(await app.pageAfter(lost), SHOWN_TOTAL);
    await expect.poll(() => app.isWindowVisible()).toBe(true);
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
    await desktop.row(/^Updated .* · all answered$/);
  });

  test(faultTitle('window-killed-again'), async ({ desktop, launch, service }) => {
    const app = await launch();
    await expectTotal(await app.page(), SHOWN_TOTAL);
    const killed = new Set<number>();
    for (let turn = 0; turn < 4; turn++) {
      const pid = await until('a page', async () =>
        (await app.processesOf('Tab')).find(found => !killed.has(found))
      );
      killed.add(pid);
      process.kill(pid, 'SIGKILL');
    }
    const note = await desktop.note('The window keeps failing');
    expect(await app.windowCount()).toBe(0);
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
    await desktop.row(TOTAL);
    desktop.clickNote(note);
    await expectTotal(await app.page(), SHOWN_TOTAL);
  });

  test(faultTitle('gpu-killed'), async ({ desktop, launch }) => {
    const app = await launch();
    await expectTotal(await app.page(), SHOWN_TOTAL);
    const [gpu = 0] = await app.processesOf('GPU');
    process.kill(gpu, 'SIGKILL');
    await expect.poll(async () => (await app.processesOf('GPU')).some(pid => pid !== gpu)).toBe(true);
    await expectTotal(await app.page(), SHOWN_TOTAL);
    await (await app.page()).screenshot();
    await desktop.row(/^Updated .* · all answered$/);
  });

  test(faultTitle('network-process-killed'), async ({ launch, service }) => {
    const app = await launch();
    await expectTotal(await app.page(), SHOWN_TOTAL);
    const [helper = 0] = await app.processesOf('Utility');
    process.kill(helper, 'SIGKILL');
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
    await (await app.page()).reload();
    await expectTotal(await app.page(), SHOWN_TOTAL);
  });

  test(faultTitle('bug'), async ({ desktop, launch, service }) => {
    const app = await launch();
    const page = await app.page();
    await expectTotal(page, SHOWN_TOTAL);
    await app.breakSomething();
    await expect(noteIn(page, 'Internal error in Tokentray.')).toBeVisible();
    const [, id = ''] = /\[bug (\w+)\]/.exec(app.output) ?? [];
    await expect(noteIn(page, id)).toBeVisible();
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before + 1);
    await desktop.row(TOTAL);
    await page.locator('.note').getByRole('button', { name: 'Diagnostics' }).click();
    await expect(page.getByRole('heading', { name: 'Diagnostics' })).toBeVisible();
  });

  for (const [id, signal] of [
    ['logout', 'SIGTERM'],
    ['terminal-closed', 'SIGHUP']
  ] as const)
    test(
      faultTitle(id),
      needsMachine('measures the time to the end of the app'),
      async ({ desktop, launch, profile, service }) => {
        const app = await launch();
        await expectTotal(await app.page(), SHOWN_TOTAL);
        await until('the stored snapshot', () => hasSnapshot(profile));
        // A poll hangs: the end of the app must not wait for it.
        service.standIn.injectFault({ kind: 'silence' });
        const before = service.requestCount;
        await until('a request', () => service.requestCount > before);
        const since = Date.now();
        process.kill(app.pid, signal);
        expect(await app.ended).toEqual({ status: 0 });
        expect(Date.now() - since).toBeLessThan(LOGOUT_MS + 500);
        await desktop.noTrayItem();
        expect(storedSettings(profile).choices.windowPlace).not.toBeNull();
        expect((await read(profile, 'total')).stdout).toContain('21,203.46');
      }
    );

  test(faultTitle('two-instances'), async ({ launch, profile, bus }) => {
    const app = await launch({ options: ['--hidden'] });
    const seconds = [1, 2, 3].map(() => new Program(appArguments(profile, []), bus?.environment).finish());
    for (const { status } of await Promise.all(seconds)) expect(status).toBe(0);
    await expectTotal(await app.page(), SHOWN_TOTAL);
    expect(await app.windowCount()).toBe(1);
    expect(await readTotal(profile)).toMatchObject({ complete: true, status: 0 });
  });

  test(faultTitle('suspended'), async ({ desktop, launch, service }) => {
    const app = await launch({ options: ['--hidden'] });
    await desktop.row(/^Updated .* · all answered$/);
    await app.tellPower('suspend');
    // Requests that were already sent are answered within this time.
    await new Promise(resume => setTimeout(resume, 2000));
    const asleep = service.requestCount;
    await new Promise(resume => setTimeout(resume, 4000));
    expect(service.requestCount).toBeLessThanOrEqual(asleep);
    await app.tellPower('resume');
    await expect.poll(() => service.requestCount).toBeGreaterThan(asleep + 1);
    await desktop.row(/^Updated .* · all answered$/);
  });
});

test.describe('a desktop without a tray', () => {
  test.use({ lacks: ['tray'], keyring: 'keyring' });

  test(faultTitle('no-tray-host'), async ({ desktop, launch, profile, provide, bus }) => {
    await provide();
    const app = await launch({ environment: { XDG_CURRENT_DESKTOP: 'GNOME' } });
    const page = await app.page();
    await expect(noteIn(page, NO_TRAY)).toBeVisible();
    await expect(noteIn(page, /AppIndicator and KStatusNotifierItem Support/)).toBeVisible();
    await app.closeWindow();
    await desktop.note('Still running, without a tray icon');
    expect(app.isRunning).toBe(true);
    await new Program(appArguments(profile, []), bus?.environment).finish();
    await expect.poll(() => app.isWindowVisible()).toBe(true);
    await expectTotal(await app.page(), SHOWN_TOTAL);
    await expect(noteIn(await app.page(), /Ctrl\+Q quits/)).toBeVisible();
    await app.pressKey('Q', 'control');
    expect(await app.ended).toEqual({ status: 0 });
    expect(await readTotal(profile)).toMatchObject({ complete: true, status: 0 });
  });

  test(faultTitle('tray-host-later'), async ({ desktop, launch, provide }) => {
    await provide();
    const app = await launch();
    const page = await app.page();
    await expect(noteIn(page, NO_TRAY)).toBeVisible();
    expect(desktop.trayItems).toBe(0);
    await desktop.get('tray');
    await expect(noteIn(page, NO_TRAY)).toBeHidden();
    await desktop.row(TOTAL);
    expect(desktop.trayItems).toBe(1);
    await page.getByRole('button', { name: 'Diagnostics' }).click();
    await expect(page.getByText(/^Icon shown by /)).toBeVisible();
  });
});

test.describe('a desktop on a bus of its own', () => {
  test.use({ keyring: 'keyring' });
  test.beforeEach(({ provide }) => provide());

  test(faultTitle('tray-host-restarts'), async ({ desktop, launch }) => {
    const app = await launch();
    await desktop.row(TOTAL);
    await desktop.lose('tray');
    await expect(noteIn(await app.page(), NO_TRAY)).toBeVisible();
    await desktop.get('tray');
    await desktop.row(TOTAL);
    await expect(noteIn(await app.page(), NO_TRAY)).toBeHidden();
    // Longer than the time in which an additional icon could be created.
    await new Promise(resume => setTimeout(resume, 2500));
    expect(desktop.trayItems).toBe(1);
    await desktop.clickMenu('Quit');
    expect(await app.ended).toEqual({ status: 0 });
  });

  test(faultTitle('notices-server-dies'), async ({ desktop, launch }) => {
    const page = await (await launch()).page();
    await expectTotal(page, SHOWN_TOTAL);
    await desktop.loseNotifications();
    await expect(noteIn(page, NO_NOTICES)).toBeVisible();
    await desktop.get('notifications');
    await expect(noteIn(page, NO_NOTICES)).toBeHidden();
    await expectTotal(page, SHOWN_TOTAL);
  });

  test(faultTitle('screen-locked'), async ({ desktop, launch, service }) => {
    const saver = await startScreenSaver(desktop.bus);
    const page = await (await launch()).page();
    await expectTotal(page, SHOWN_TOTAL);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: /screen locks/ }).click();
    saver.lock(true);
    await desktop.row(/•••/);
    saver.lock(false);
    const before = service.requestCount;
    await expect.poll(() => service.requestCount).toBeGreaterThan(before);
    await desktop.clickMenu(/^(Show|Hide) balances/);
    await desktop.row(TOTAL);
  });

  test(faultTitle('bus-dies'), async ({ launch, profile, bus }) => {
    const app = await launch();
    await expectTotal(await app.page(), SHOWN_TOTAL);
    await until('the stored snapshot', () => hasSnapshot(profile));
    bus?.die();
    // Chromium aborts by itself when its own connection to the bus ends.
    await app.ended;
    expect(await readTotal(profile)).toMatchObject({ complete: true });
    const next = await launch({ environment: bus && { DBUS_SESSION_BUS_ADDRESS: bus.address } });
    await expectTotal(await next.page(), SHOWN_TOTAL);
    await (await next.page()).getByRole('button', { name: 'Diagnostics' }).click();
    await expect(
      (await next.page()).getByText(/The message bus of the desktop is not answering/)
    ).toBeVisible();
  });
});

test.describe('a desktop without notifications', () => {
  test.use({ lacks: ['notifications'], keyring: 'keyring' });

  test(faultTitle('notices-absent'), async ({ desktop, launch, provide }) => {
    await provide();
    const page = await (await launch()).page();
    await expectTotal(page, SHOWN_TOTAL);
    await expect(noteIn(page, NO_NOTICES)).toBeVisible();
    await desktop.get('notifications');
    await expect(noteIn(page, NO_NOTICES)).toBeHidden();
  });
});
