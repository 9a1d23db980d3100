// A program with a tray item that announces it in one of the forms of Electron's versions.
import dbus from '@particle/dbus-next';
import type { Message } from '@particle/dbus-next';
import { Bus } from './bus';

const { Interface, ACCESS_READ } = dbus.interface;
const WATCHER = {
  destination: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher'
};
const USUAL_PATH = '/StatusNotifierItem';
const MENU_PATH = '/com/canonical/dbusmenu';
/** In a sandbox every program has the process id 2, which is part of this name. */
const WELL_KNOWN = 'org.kde.StatusNotifierItem-2-1';

export interface Form {
  readonly what: string;
  readonly path?: string;
  readonly ownsName?: boolean;
  /** The item belongs to another connection than the one that announces it. */
  readonly isOnSecondConnection?: boolean;
  /** Reads over the unique name are refused. */
  readonly refusesUniqueName?: boolean;
  readonly announces: (uniqueName: string, path: string) => string;
}

export const FORMS: readonly Form[] = [
  { what: 'up to 42: a unique name', announces: uniqueName => uniqueName },
  { what: 'up to 42: a well-known name', ownsName: true, announces: () => WELL_KNOWN },
  {
    what: 'some up to 43.2: a bare path',
    path: '/org/chromium/StatusNotifierItem/1',
    announces: (_, path) => path
  },
  {
    what: '43.3 to 43.4.0: a well-known name, the unique one refused',
    ownsName: true,
    refusesUniqueName: true,
    announces: () => WELL_KNOWN
  },
  {
    what: '43.4.1 to 44.0.0: name and path as one text',
    path: '/org/chromium/StatusNotifierItem/1',
    ownsName: true,
    announces: (_, path) => `${WELL_KNOWN}${path}`
  },
  { what: 'from 43.5 on: a well-known name', ownsName: true, announces: () => WELL_KNOWN },
  {
    what: 'Flatpak and Snap from 44.3 on: the unique name of a second connection',
    isOnSecondConnection: true,
    announces: uniqueName => uniqueName
  }
];

class Item extends Interface {
  constructor(private readonly tooltip: string) {
    super('org.kde.StatusNotifierItem');
  }

  get ToolTip(): [string, unknown[], string, string] {
    return ['', [], this.tooltip, ''];
  }

  get Menu(): string {
    return MENU_PATH;
  }
}
Item.configureMembers({
  properties: {
    ToolTip: { signature: '(sa(iiay)ss)', access: ACCESS_READ },
    Menu: { signature: 'o', access: ACCESS_READ }
  }
});

class ItemMenu extends Interface {
  constructor(private readonly label: string) {
    super('com.canonical.dbusmenu');
  }

  GetLayout(): unknown[] {
    const row = [1, { label: new dbus.Variant('s', this.label) }, []];
    return [1, [0, {}, [new dbus.Variant('(ia{sv}av)', row)]]];
  }
}
ItemMenu.configureMembers({ methods: { GetLayout: { inSignature: 'iias', outSignature: 'u(ia{sv}av)' } } });

/** Gives the function that ends the program. The item's menu has one row, labelled as the tooltip. */
export async function announceItem(form: Form, tooltip: string): Promise<() => void> {
  const [first, second] = [Bus.connect(), Bus.connect()];
  const owner = form.isOnSecondConnection ? second : first;
  const path = form.path ?? USUAL_PATH;
  owner.connection.export(path, new Item(tooltip));
  owner.connection.export(MENU_PATH, new ItemMenu(tooltip));
  if (form.refusesUniqueName) owner.connection.addMethodHandler((message: Message) => refuse(owner, message));
  if (form.ownsName) await owner.own(WELL_KNOWN);
  const uniqueName = await uniqueNameOf(owner);
  await first.call(WATCHER, 'RegisterStatusNotifierItem', 's', [form.announces(uniqueName, path)]);
  return () => [first, second].forEach(bus => bus.close());
}

/** The library's own types of this function are wrong. */
const newError = dbus.Message.newError as unknown as (to: Message, name: string, text: string) => Message;

function refuse(bus: Bus, message: Message): boolean {
  if (!message.destination?.startsWith(':')) return false;
  bus.connection.send(newError(message, 'org.freedesktop.DBus.Error.UnknownObject', 'not over this name'));
  return true;
}

/** The library knows its name with the first answer of the bus. */
async function uniqueNameOf(bus: Bus): Promise<string> {
  const daemon = { destination: 'org.freedesktop.DBus', path: '/', interface: 'org.freedesktop.DBus' };
  await bus.call(daemon, 'GetId');
  return (bus.connection as unknown as { name: string | null }).name ?? '';
}
