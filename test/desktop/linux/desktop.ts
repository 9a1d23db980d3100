// A desktop for tests: a tray and a notification server on a session bus, without a panel or a daemon.
import { Bus } from './bus';
import { BusTraffic } from './bus-traffic';
import { until } from '../app/deadline';
import { NotificationServer, type Note } from './notification-server';
import { TrayItem, type MenuRow } from './tray-item';
import { TrayWatcher } from './tray-watcher';

/** Services that may be missing on a desktop, and may come or go later. */
export type Piece = 'tray' | 'notifications';
const NAMES = { tray: 'org.kde.StatusNotifierWatcher', notifications: 'org.freedesktop.Notifications' };

export class Desktop {
  notifications: NotificationServer;
  /** Of notification servers that came later. */
  private readonly otherBuses: Bus[] = [];

  private constructor(
    readonly bus: Bus,
    private readonly watcher: TrayWatcher,
    private readonly traffic: BusTraffic,
    private readonly busAddress: string | undefined
  ) {
    this.notifications = NotificationServer.on(bus);
  }

  /** Must be started before the app: Electron looks for a panel once, when its tray is created. */
  static async start(busAddress?: string, lacks: readonly Piece[] = []): Promise<Desktop> {
    const { placeOfItem } = await import('../../../electron/tools/session/tray-item-place.mjs');
    const traffic = await BusTraffic.watch(busAddress);
    const desktop = new Desktop(Bus.connect(busAddress), new TrayWatcher(placeOfItem), traffic, busAddress);
    const { bus, watcher } = desktop;
    bus.connection.addMethodHandler((message: { sender?: string }) => {
      watcher.caller = message.sender ?? '';
      return false;
    });
    bus.connection.export('/StatusNotifierWatcher', watcher);
    await bus.onLeft(name => watcher.drop(name));
    for (const piece of ['notifications', 'tray'] as const)
      if (!lacks.includes(piece)) await bus.own(NAMES[piece]);
    return desktop;
  }

  stop(): void {
    for (const bus of [this.bus, ...this.otherBuses]) bus.close();
    this.traffic.stop();
  }

  /** The last messages of the bus as text. */
  get trafficText(): string {
    return this.traffic.text;
  }

  get notes(): readonly Note[] {
    return this.notifications.notes;
  }

  hasTrayItem(): boolean {
    return this.watcher.items.length > 0;
  }

  /** Gives the only tray item of the running app, as soon as it exists. */
  tray(): Promise<TrayItem> {
    return until('a tray item', () => {
      const item = this.watcher.items.at(-1);
      return item && new TrayItem(this.bus, item);
    });
  }

  async noTrayItem(): Promise<void> {
    await until('the tray item to go', () => !this.hasTrayItem());
  }

  async menu(): Promise<readonly MenuRow[]> {
    return (await this.tray()).rows();
  }

  /** All rows of the menu as text, with indented submenus. */
  async menuText(): Promise<string> {
    return linesOf(await this.menu(), '').join('\n');
  }

  /** Gives the label of the menu's first row, as soon as the menu has a row. */
  topRow(): Promise<string> {
    return until('a menu with rows', async () => (await this.menuOrNothing())[0]?.label);
  }

  /** Gives the first row at the top level whose label matches, as soon as there is one. */
  row(label: string | RegExp): Promise<MenuRow> {
    let seen: readonly MenuRow[] = [];
    return until(
      `a menu row ${String(label)}`,
      async () => {
        seen = await this.menuOrNothing();
        return seen.find(row => fits(row, label));
      },
      () => linesOf(seen, '').join(' | ')
    );
  }

  /** Clicks a menu row, found by the labels on the path to it. */
  async clickMenu(...path: [string | RegExp, ...(string | RegExp)[]]): Promise<void> {
    await until(`a click on ${path.map(String).join(' > ')}`, async () => {
      const row = await this.rowAt(path);
      if (!row.isEnabled) throw new Error(`the menu row "${row.label}" is disabled`);
      const tray = await this.tray();
      // A menu that was replaced since it was read refuses the click; it is then read again.
      return tray.choose(row).then(
        () => true,
        () => false
      );
    });
  }

  note(title: string | RegExp): Promise<Note> {
    return until(
      `a notification ${String(title)}`,
      () =>
        this.notes.find(note => (typeof title === 'string' ? note.title === title : title.test(note.title))),
      () => this.notes.map(note => note.title)
    );
  }

  clickNote(note: Note): void {
    this.notifications.click(note.id);
  }

  /** Simulates the end of the notification daemon. */
  async loseNotifications(): Promise<void> {
    await this.lose('notifications');
  }

  /** Another daemon takes the place of the first: it has another unique name, and knows none of the ids. */
  async replaceNotifications(): Promise<void> {
    await this.loseNotifications();
    const bus = Bus.connect(this.busAddress);
    this.otherBuses.push(bus);
    this.notifications = NotificationServer.on(bus);
    await bus.own(NAMES.notifications);
  }

  /** Simulates the end of the panel or the daemon; a panel loses its items. */
  async lose(piece: Piece): Promise<void> {
    if (piece === 'tray') this.watcher.items.length = 0;
    await this.bus.connection.releaseName(NAMES[piece]);
  }

  async get(piece: Piece): Promise<void> {
    await this.bus.own(NAMES[piece]);
  }

  /** Number of icons that the panel shows. */
  get trayItems(): number {
    return this.watcher.items.length;
  }

  private async rowAt([first, ...rest]: readonly [
    string | RegExp,
    ...(string | RegExp)[]
  ]): Promise<MenuRow> {
    let row = await this.row(first);
    for (const label of rest) {
      const next = row.children.find(child => fits(child, label));
      if (!next)
        throw new Error(
          `"${row.label}" has no row ${String(label)}: ${linesOf(row.children, '').join(' | ')}`
        );
      row = next;
    }
    return row;
  }

  /** The item of an app that is just ending no longer answers. */
  private async menuOrNothing(): Promise<readonly MenuRow[]> {
    return this.menu().catch(() => []);
  }
}

function fits(row: MenuRow, label: string | RegExp): boolean {
  return typeof label === 'string' ? row.label === label : label.test(row.label);
}

function linesOf(rows: readonly MenuRow[], indent: string): string[] {
  return rows.flatMap(row => [
    indent + (row.kind === 'separator' ? '──' : `${row.isChecked === true ? '✓ ' : ''}${row.label}`),
    ...linesOf(row.children, `${indent}  `)
  ]);
}
