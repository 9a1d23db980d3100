// Tests that a tray item is found and read in every form in which versions of Electron announce it: by the desktop of
// these tests, by the demo's, and by the app, which looks for its own.
import { BusConnection } from '../../electron/adapters/dbus/connection';
import { hasOwnItem } from '../../electron/adapters/dbus/survey';
import { until } from './app/deadline';
import { expect, test } from './app/desktop-fixture';
import { announceItem, FORMS } from './linux/announced-item';

const TOOLTIP = 'Tokentray\n$21,203.46';

async function withBus<Answer>(ask: (bus: BusConnection) => Promise<Answer>): Promise<Answer> {
  const bus = await BusConnection.open((process.env.DBUS_SESSION_BUS_ADDRESS ?? '').split(',')[0] ?? '');
  try {
    return await ask(bus);
  } finally {
    bus.close();
  }
}

for (const form of FORMS) {
  test(`the desktop reads an item of Electron ${form.what}`, async ({ desktop }) => {
    const end = await announceItem(form, TOOLTIP);
    expect(await (await desktop.tray()).tooltip()).toBe(TOOLTIP);
    expect((await desktop.menu()).map(({ label }) => label)).toEqual([TOOLTIP]);
    expect(await withBus(bus => hasOwnItem(bus, TOOLTIP))).toBe(true);
    expect(await withBus(bus => hasOwnItem(bus, 'Tokentray\n$1.00'))).toBe(false);
    end();
    await desktop.noTrayItem();
    expect(await withBus(bus => hasOwnItem(bus, TOOLTIP))).toBe(false);
  });

  test.describe('the demo', () => {
    test.use({ lacks: ['tray', 'notifications'] });

    test(`the demo's desktop reads an item of Electron ${form.what}`, async ({ desktop: _ }) => {
      const { startDesktop } = await import('../../electron/tools/session/demo-desktop.mjs');
      const own = await startDesktop();
      const end = await announceItem(form, TOOLTIP);
      await until('the tray item', async () => {
        await own.readTray();
        return own.tooltip === TOOLTIP && own.rows.length === 1;
      });
      end();
      own.stop();
    });
  });
}
