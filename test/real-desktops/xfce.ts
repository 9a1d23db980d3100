// Xfce in the session of the tests: its settings daemon, its panel with a status tray, and dunst for notifications.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PATIENCE_MS, until } from '../desktop/app/deadline';
import { Bus, type Target } from '../desktop/linux/bus';
import { TrayItem } from '../desktop/linux/tray-item';
import type { IconInk } from '../../electron/core/tray/icon';
import type { Area } from './screen-picture';

export interface PanelLook {
  readonly what: string;
  readonly isDark: boolean;
  /** Red, green, blue, opacity, from 0 to 1; undefined: the colour of the theme. */
  readonly colour?: readonly [number, number, number, number];
  /** XDG_CURRENT_DESKTOP of the app; undefined: not set, so that nothing is known of the panel. */
  readonly desktop: 'XFCE' | undefined;
  /** What the app should draw on it. */
  readonly ink: IconInk;
}

const PANEL_PX = 26;
const SCREEN = { width: 1280, height: 1024 };
const WATCHER: Target = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher'
};
const DAEMON: Target = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus'
};
/** Without its frame, which is a line at the edge. */
export const PANEL: Area = {
  left: 0,
  top: SCREEN.height - PANEL_PX + 2,
  width: SCREEN.width,
  height: PANEL_PX - 4
};

const run = promisify(execFile);

export interface XfceOptions {
  readonly look: PanelLook;
  /** After which a toast expires; 0: never. */
  readonly toastSeconds: number;
}

export class Xfce {
  private readonly children: ChildProcess[] = [];
  private readonly bus = Bus.connect();
  private printed = '';

  private constructor(private readonly folder: string) {}

  /** `folder`: for the settings of this desktop. No program starts by itself on the bus, so each is started here. */
  static async start(folder: string, { look, toastSeconds }: XfceOptions): Promise<Xfce> {
    const xfce = new Xfce(folder);
    const channels = join(folder, 'xfce4/xfconf/xfce-perchannel-xml');
    mkdirSync(channels, { recursive: true });
    writeFileSync(join(channels, 'xfce4-panel.xml'), panelSettings(look));
    xfce.spawn(settingsDaemon());
    await xfce.owned('org.xfce.Xfconf');
    writeFileSync(join(folder, 'dunstrc'), dunstSettings(toastSeconds));
    xfce.spawn('dunst', '-config', join(folder, 'dunstrc'));
    await xfce.owned('org.freedesktop.Notifications');
    xfce.spawn('xfce4-panel', '--disable-wm-check');
    await until(
      'the panel',
      () =>
        xfce.bus
          .property(WATCHER, 'IsStatusNotifierHostRegistered')
          .then(answer => answer === true)
          .catch(() => false),
      () => xfce.printed
    );
    return xfce;
  }

  get output(): string {
    return this.printed;
  }

  /** The only item of the panel. */
  item(): Promise<TrayItem> {
    return until('the tray item', async () => {
      const items = (await this.bus.property(WATCHER, 'RegisteredStatusNotifierItems')) as string[];
      const [, destination, path] = /^([^/]+)(\/.*)$/.exec(items[0] ?? '') ?? [];
      return destination && path ? new TrayItem(this.bus, { destination, path }) : undefined;
    });
  }

  /** Moves the pointer there and presses a button: 1 left, 3 right. */
  async click(x: number, y: number, button: 1 | 3): Promise<void> {
    await run('xdotool', ['mousemove', `${x}`, `${y}`, 'click', `${button}`]);
  }

  /** Moves the pointer there. */
  async point(x: number, y: number): Promise<void> {
    await run('xdotool', ['mousemove', `${x}`, `${y}`]);
  }

  async dunst(...words: readonly string[]): Promise<string> {
    return (await run('dunstctl', [...words], { timeout: PATIENCE_MS })).stdout.trim();
  }

  /** The visible windows of programs of this class, from xdotool; a menu of the panel is one. */
  async windowsOf(windowClass: string): Promise<Area[]> {
    const found = await run('xdotool', ['search', '--onlyvisible', '--class', windowClass]).catch(
      (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' })
    );
    const ids = found.stdout.split('\n').filter(Boolean);
    return (await Promise.all(ids.map(areaOf))).filter(area => area !== undefined);
  }

  async stop(): Promise<void> {
    const { end } = await import('../../electron/tools/session/session-processes.mjs');
    await end([...this.children].reverse());
    await until('the end of the panel', async () => {
      const [isOwned] = await this.bus.call(DAEMON, 'NameHasOwner', 's', [WATCHER.destination]);
      return isOwned === false;
    });
    this.bus.close();
  }

  private spawn(command: string, ...options: readonly string[]): void {
    const env = { ...process.env, XDG_CONFIG_HOME: this.folder, XDG_CURRENT_DESKTOP: 'XFCE' };
    const child = spawn(command, options, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.on('error', error => (this.printed += `${command}: ${error.message}\n`));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', bytes => (this.printed += String(bytes)));
    this.children.push(child);
  }

  private owned(name: string): Promise<true> {
    return until(
      `the name ${name}`,
      async () => (await this.bus.call(DAEMON, 'NameHasOwner', 's', [name]))[0] === true || undefined,
      () => this.printed
    );
  }
}

/** Undefined: it closed meanwhile. */
async function areaOf(id: string): Promise<Area | undefined> {
  const found = await run('xdotool', ['getwindowgeometry', '--shell', id]).catch(() => undefined);
  const value = (name: string) =>
    Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(found?.stdout ?? '')?.[1]);
  const area = { left: value('X'), top: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
  return Number.isNaN(area.left) ? undefined : area;
}

/** It is no command of the path: the bus starts it on a usual desktop. */
function settingsDaemon(): string {
  const folders = readdirSync('/usr/lib').map(name => `/usr/lib/${name}/xfce4/xfconf/xfconfd`);
  const found = ['/usr/lib/xfce4/xfconf/xfconfd', ...folders].find(path => existsSync(path));
  if (!found) throw new Error('xfconfd is not installed');
  return found;
}

/** A left click does what the notification is for, as on most desktops; dunst's own default is to close it. */
const dunstSettings = (toastSeconds: number) => `[global]
origin = top-right
offset = 20x20
mouse_left_click = do_action, close_current
idle_threshold = 0
history_length = 20
[urgency_low]
timeout = ${toastSeconds}
[urgency_normal]
timeout = ${toastSeconds}
`;

function panelSettings({ isDark, colour }: PanelLook): string {
  const own = colour
    ? `<property name="background-style" type="uint" value="1"/><property name="background-rgba" type="array">${colour
        .map(part => `<value type="double" value="${part.toFixed(6)}"/>`)
        .join('')}</property>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${String(isDark)}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${PANEL_PX}"/>
      ${own}
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
`;
}
