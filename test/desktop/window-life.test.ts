// Tests that the window can be closed and opened again, and that the app runs until it is told to quit.
import { alsoPackaged } from './app/also-packaged';
import { appArguments, Program } from './app/program';
import { SHOWN_TOTAL } from './app/okx';
import { expect, test } from './app/desktop-fixture';
import { expectTotal } from './window/window-view';

const CLOSED = /Closed to the tray/;

test('closing the window leaves the app in the tray, and one notification says so', async ({
  desktop,
  launch,
  provide
}) => {
  await provide();
  const app = await launch();
  await expectTotal(await app.page(), SHOWN_TOTAL);
  const told = () => desktop.notes.filter(note => CLOSED.test(`${note.title} ${note.body}`));

  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  await expect.poll(told).toHaveLength(1);
  expect(app.isRunning).toBe(true);

  await desktop.clickMenu('Open');
  await expect.poll(() => app.isWindowVisible()).toBe(true);
  await expectTotal(await app.page(), SHOWN_TOTAL);
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  await (await desktop.tray()).activate();
  await expect.poll(() => app.isWindowVisible()).toBe(true);
  await app.closeWindow();
  await expect.poll(() => app.isWindowVisible()).toBe(false);
  expect(told()).toHaveLength(1);
});

test(
  'a second launch opens the window of the first and ends',
  alsoPackaged("the lock of a profile is taken by the package's own program"),
  async ({ desktop, launch, profile, provide, bus }) => {
    await provide();
    const app = await launch({ options: ['--hidden'] });
    await desktop.row(/^\$21,203\.46/);
    expect(app.openPage()).toBeUndefined();

    const second = await new Program(appArguments(profile, []), bus?.environment).finish();
    expect(second.status).toBe(0);
    await expectTotal(await app.page(), SHOWN_TOTAL);
    await expect.poll(() => app.isWindowVisible()).toBe(true);
    expect(await app.windowCount()).toBe(1);
    await new Program(appArguments(profile, []), bus?.environment).finish();
    expect(await app.windowCount()).toBe(1);
  }
);

test('Quit in the menu ends the process, with the window open or not', async ({ desktop, launch }) => {
  for (const options of [[], ['--hidden']]) {
    const app = await launch({ options });
    if (options.length === 0) await expect((await app.page()).locator('body')).toBeVisible();
    await desktop.clickMenu('Quit');
    expect(await app.ended).toEqual({ status: 0 });
    await desktop.noTrayItem();
  }
});

test('a start with --hidden shows no window on a connected profile', async ({
  desktop,
  launch,
  provide,
  service
}) => {
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await expect.poll(() => service.requestCount).toBeGreaterThan(2);
  expect(await app.isWindowVisible()).toBe(false);
});

test('Settings in the menu opens the settings', async ({ desktop, launch, provide }) => {
  await provide();
  const app = await launch({ options: ['--hidden'] });
  await desktop.row(/^\$21,203\.46/);
  await desktop.clickMenu('Settings');
  await expect((await app.page()).getByRole('heading', { name: 'Settings' }).first()).toBeVisible();
});
