// Implements org.kde.StatusNotifierWatcher as a panel does: tray items register here.
import dbus from '@particle/dbus-next';

const { Interface, ACCESS_READ } = dbus.interface;

/** Electron asks for a host before it registers, and gives its unique bus name as the item. */
export class TrayWatcher extends Interface {
  readonly items: string[] = [];

  constructor() {
    super('org.kde.StatusNotifierWatcher');
  }

  get RegisteredStatusNotifierItems(): string[] {
    return this.items;
  }

  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }

  get ProtocolVersion(): number {
    return 0;
  }

  RegisterStatusNotifierItem(name: string): void {
    this.items.push(name);
    this.StatusNotifierItemRegistered(name);
  }

  RegisterStatusNotifierHost(): void {
    this.StatusNotifierHostRegistered();
  }

  /** When a program ends, its item is removed. */
  drop(name: string): void {
    const place = this.items.indexOf(name);
    if (place >= 0) this.items.splice(place, 1);
  }

  StatusNotifierItemRegistered(name: string): string {
    return name;
  }

  StatusNotifierHostRegistered(): void {
    // A signal without arguments.
  }
}

TrayWatcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: ACCESS_READ },
    IsStatusNotifierHostRegistered: { signature: 'b', access: ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: ACCESS_READ }
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: '' }
  },
  signals: {
    StatusNotifierItemRegistered: { signature: 's' },
    StatusNotifierHostRegistered: { signature: '' }
  }
});
