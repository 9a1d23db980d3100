// Asks a real session bus how dark the panel of Xfce is, with a program on it that keeps settings as Xfconf does.
import dbus from '@particle/dbus-next';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BusConnection } from '../../../../electron/adapters/dbus/connection';
import { panelTone, watchPanelTone } from '../../../../electron/adapters/dbus/panel';
import type { PanelTone } from '../../../../electron/core/tray/panel-tone';
import { Bus } from '../../../desktop/linux/bus';
import { startPrivateBus, type PrivateBus } from '../../../desktop/linux/private-bus';

const { Interface } = dbus.interface;
const XFCE = { XDG_CURRENT_DESKTOP: 'XFCE' };

class Xfconf extends Interface {
  isDark = true;

  constructor() {
    super('org.xfce.Xfconf');
  }

  GetAllProperties(channel: string, base: string): Record<string, InstanceType<typeof dbus.Variant>> {
    if (channel !== 'xfce4-panel' || base !== '/panels') return {};
    const rgba = [0.95, 0.95, 0.95, 1].map(part => new dbus.Variant('d', part));
    return {
      '/panels/dark-mode': new dbus.Variant('b', this.isDark),
      '/panels/panel-1/background-style': new dbus.Variant('u', this.isDark ? 0 : 1),
      '/panels/panel-1/background-rgba': new dbus.Variant('av', rgba)
    };
  }

  PropertyChanged(channel: string, property: string): [string, string] {
    return [channel, property];
  }
}
Xfconf.configureMembers({
  methods: { GetAllProperties: { inSignature: 'ss', outSignature: 'a{sv}' } },
  signals: { PropertyChanged: { signature: 'ss' } }
});

let session: PrivateBus;
let settings: Bus;
let xfconf: Xfconf;
let bus: BusConnection;

beforeEach(async () => {
  session = await startPrivateBus('no-keyring');
  settings = Bus.connect(session.address);
  xfconf = new Xfconf();
  settings.connection.export('/org/xfce/Xfconf', xfconf);
  await settings.own('org.xfce.Xfconf');
  bus = await BusConnection.open(session.address);
});

afterEach(async () => {
  bus.close();
  settings.close();
  await session.stop();
});

it('asks Xfce alone, and hears when its panel is changed', async () => {
  expect(await panelTone(bus, { XDG_CURRENT_DESKTOP: 'sway' })).toBe(null);
  expect(await panelTone(bus, XFCE)).toBe('dark');
  const heard: (PanelTone | null)[] = [];
  await watchPanelTone(bus, XFCE, tone => heard.push(tone));
  xfconf.isDark = false;
  xfconf.PropertyChanged('xfce4-panel', '/panels/dark-mode');
  await expect.poll(() => heard).toEqual(['dark', 'light']);
});

it('knows nothing where the program of the settings does not run', async () => {
  settings.close();
  await expect.poll(() => panelTone(bus, XFCE)).toBe(null);
});

it('reads the files of Plasma', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokentray-panel-'));
  const env = { XDG_CURRENT_DESKTOP: 'KDE', XDG_CONFIG_HOME: folder };
  try {
    expect(await panelTone(bus, env)).toBe(null);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'kdeglobals'), '[Colors:Window]\nBackgroundNormal=239,240,241\n');
    expect(await panelTone(bus, env)).toBe('light');
    writeFileSync(join(folder, 'plasmarc'), '[Theme]\nname=breeze-dark\n');
    expect(await panelTone(bus, env)).toBe('dark');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
