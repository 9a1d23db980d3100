// Implements org.kde.StatusNotifierWatcher as a panel does: tray items register here.
import dbus from '@particle/dbus-next';
import type { Target } from './bus';

const { Interface, ACCESS_READ } = dbus.interface;

/** An item that a program announced; `sender`: the unique name of the connection that did. */
export interface AnnouncedItem {
  readonly sender: string;
  readonly destination: string;
  readonly path: string;
}

/** Electron asks for a host before it registers its item. */
export class TrayWatcher extends Interface {
  readonly items: AnnouncedItem[] = [];
  /** Who calls; the library tells a method nothing about that, so it is noted before the method is called. */
  caller = '';

  constructor(
    private readonly placeOf: (announced: string, sender: string) => Pick<Target, 'destination' | 'path'>
  ) {
    super('org.kde.StatusNotifierWatcher');
  }

  get RegisteredStatusNotifierItems(): string[] {
    return this.items.map(({ destination, path }) => destination + path);
  }

  get IsStatusNotifierHostRegistered(): boolean {
    return true;
  }

  get ProtocolVersion(): number {
    return 0;
  }

  RegisterStatusNotifierItem(announced: string): void {
    const place = this.placeOf(announced, this.caller);
    this.items.push({ sender: this.caller, ...place });
    this.StatusNotifierItemRegistered(place.destination + place.path);
  }

  RegisterStatusNotifierHost(): void {
    this.StatusNotifierHostRegistered();
  }

  /** When a program or the name of its item leaves the bus, the item is removed. */
  drop(name: string): void {
    const kept = this.items.filter(({ sender, destination }) => sender !== name && destination !== name);
    this.items.splice(0, this.items.length, ...kept);
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
