// A private bus with a notification server on it, and the app's connection to both.
import { keepConnected, type ReconnectingBus } from '../../electron/adapters/dbus/connection';
import { NotificationClient } from '../../electron/adapters/dbus/notification-client';
import type { AppNotification } from '../../electron/core/ports/notifier';
import { Bus } from '../desktop/linux/bus';
import { NotificationServer } from '../desktop/linux/notification-server';
import { startPrivateBus, type PrivateBus } from '../desktop/linux/private-bus';

export const LOOK = {
  appName: 'Tokentray',
  icon: 'tokentray',
  desktopEntry: 'tokentray',
  openLabel: () => 'Open'
};
export const RECEIVED: AppNotification = {
  kind: 'changes',
  title: 'Received',
  body: '<b> & Base',
  urgency: 'normal'
};

const SERVER = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications'
};

export class NotificationDesktop {
  readonly client = new NotificationClient(LOOK);
  readonly connection: ReconnectingBus;
  server!: NotificationServer;
  private daemon: Bus | null = null;

  private constructor(readonly bus: PrivateBus) {
    this.connection = keepConnected({
      address: bus.address,
      uptimeMs: () => performance.now(),
      onConnected: opened => this.client.attach(opened),
      onLost: () => this.client.detach()
    });
  }

  static async start(): Promise<NotificationDesktop> {
    const desktop = new NotificationDesktop(await startPrivateBus('no-keyring'));
    await desktop.startServer();
    return desktop;
  }

  /** A new server on a connection of its own. */
  async startServer(): Promise<void> {
    const daemon = Bus.connect(this.bus.address);
    const server = NotificationServer.on(daemon);
    await daemon.own('org.freedesktop.Notifications');
    [this.daemon, this.server] = [daemon, server];
  }

  endServer(): void {
    this.daemon?.close();
    this.daemon = null;
  }

  /** The server neither shows nor answers until the returned function is called. */
  hang(): () => void {
    let goOn: () => void = () => undefined;
    this.server.answering = new Promise(done => (goOn = done));
    return goOn;
  }

  get onScreen(): [number, string][] {
    return this.server.shown.map(({ id, title }) => [id, title]);
  }

  /** The server has answered whatever the app asked so far: one that ends before that fails to answer. */
  async settle(): Promise<void> {
    if (this.daemon) await this.connection.bus()?.call(SERVER, 'GetServerInformation');
  }

  async stop(): Promise<void> {
    await this.settle();
    this.connection.stop();
    this.endServer();
    await this.bus.stop();
  }
}
