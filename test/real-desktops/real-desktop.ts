// A real desktop in the session of the tests: its programs, its tray, its pointer and its windows.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from '../desktop/app/deadline';
import { Bus, type Target } from '../desktop/linux/bus';
import { TrayItem } from '../desktop/linux/tray-item';
import type { IconInk } from '../../electron/core/tray/icon';
import type { Area } from './screen-picture';

/** As in electron/tools/setup/desktop-hosts.mjs. */
export type HostName = 'xfce' | 'waybar' | 'swaybar' | 'plasma' | 'gnome' | 'dunst' | 'notifyd' | 'polybar';

/** A panel in one look: how it is started, and where its tray is. */
export interface Panel {
  readonly host: HostName;
  readonly what: string;
  /** XDG_CURRENT_DESKTOP of the app; undefined: not set, so that nothing is known of the panel. */
  readonly desktop: string | undefined;
  /** What the app should draw on it. */
  readonly ink: IconInk;
  /** Where the icon is looked for; other icons may be there. */
  readonly tray: Area;
  /** Class of the windows that are its menus; undefined: they are no windows of X, and found by what they cover. */
  readonly menuClass?: string;
  readonly start: (desktop: RealDesktop) => Promise<void>;
}

/** Of a bar at its edge. */
const BORDER_PX = 4;

/** The display without the panel. */
export function desktopBeside({ tray }: Panel): Area {
  const isBelow = tray.top > SCREEN.height / 2;
  const top = isBelow ? 0 : tray.top + tray.height + BORDER_PX;
  const height = isBelow ? tray.top - BORDER_PX : SCREEN.height - top;
  return { left: 0, top, width: SCREEN.width, height };
}

/** A notification daemon beside the panel. */
export interface ToastDaemon {
  readonly host: HostName;
  /** Class of the windows that are its toasts. */
  readonly windowClass: string;
  /** Its button for what the notification is for; undefined: a click anywhere does it. */
  readonly buttonOf?: (toast: Area) => Area;
  readonly start: (desktop: RealDesktop) => void;
}

export const SCREEN = { width: 1280, height: 1024 };
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

const run = promisify(execFile);

export class RealDesktop {
  private readonly children: ChildProcess[] = [];
  private readonly bus = Bus.connect();
  private printed = '';

  private constructor(
    /** For the settings of this desktop. */
    readonly folder: string,
    readonly panel: Panel,
    readonly daemon: ToastDaemon | null
  ) {}

  /** No program starts by itself on the bus, so each is started here. */
  static async start(folder: string, panel: Panel, daemon: ToastDaemon | null): Promise<RealDesktop> {
    const desktop = new RealDesktop(folder, panel, daemon);
    await panel.start(desktop);
    await until(
      'the panel',
      () =>
        desktop.bus
          .property(WATCHER, 'IsStatusNotifierHostRegistered')
          .then(answer => answer === true)
          .catch(() => false),
      () => desktop.printed
    );
    daemon?.start(desktop);
    if (daemon) await desktop.owned('org.freedesktop.Notifications');
    return desktop;
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

  async press(key: string): Promise<void> {
    await run('xdotool', ['key', key]);
  }

  /** Moves the pointer there. */
  async point(x: number, y: number): Promise<void> {
    await run('xdotool', ['mousemove', `${x}`, `${y}`]);
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

  spawn(command: string, options: readonly string[] = [], variables: NodeJS.ProcessEnv = {}): void {
    const own = { PATH: `${this.folder}/bin:${process.env['PATH']}`, XDG_CONFIG_HOME: this.folder };
    const env = { ...process.env, ...own, ...variables };
    const child = spawn(command, options, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.on('error', error => (this.printed += `${command}: ${error.message}\n`));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', bytes => (this.printed += String(bytes)));
    this.own(child);
  }

  /** Ends it with the desktop. */
  own(child: ChildProcess): void {
    this.children.push(child);
  }

  owned(name: string): Promise<true> {
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
