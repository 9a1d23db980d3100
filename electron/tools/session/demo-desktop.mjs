// A minimal desktop for the demo's virtual session: receives the tray item and the notifications as a panel would.
import { placeOfItem } from './tray-item-place.mjs';

const { default: dbus } = await import('@particle/dbus-next');
const { Interface, ACCESS_READ } = dbus.interface;

class TrayWatcher extends Interface {
  constructor() {
    super('org.kde.StatusNotifierWatcher');
    this.items = [];
    // The library tells a method nothing about its caller: it is noted before the method is called.
    this.caller = '';
  }
  get RegisteredStatusNotifierItems() {
    return this.items.map(({ destination, path }) => destination + path);
  }
  get IsStatusNotifierHostRegistered() {
    return true;
  }
  get ProtocolVersion() {
    return 0;
  }
  RegisterStatusNotifierItem(announced) {
    this.items.push(placeOfItem(announced, this.caller));
  }
  RegisterStatusNotifierHost() {}
}
TrayWatcher.configureMembers({
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: ACCESS_READ },
    IsStatusNotifierHostRegistered: { signature: 'b', access: ACCESS_READ },
    ProtocolVersion: { signature: 'i', access: ACCESS_READ }
  },
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's' },
    RegisterStatusNotifierHost: { inSignature: 's' }
  }
});

class NotificationServer extends Interface {
  constructor() {
    super('org.freedesktop.Notifications');
    this.received = [];
  }
  GetCapabilities() {
    return ['body', 'actions', 'persistence'];
  }
  GetServerInformation() {
    return ['demo desktop', 'Tokentray', '1', '1.2'];
  }
  Notify(_app, replaces, _icon, title, body) {
    this.received.push({ title, body });
    return replaces || this.received.length;
  }
  CloseNotification() {}
}
NotificationServer.configureMembers({
  methods: {
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' }
  }
});

/**
 * Owns both names on the session bus. Gives what was received so far: `notifications` [{ title, body }], and as of the
 * last `readTray()` the `tooltip` and the menu's `rows` [{ label, isSeparator, rows }].
 */
export async function startDesktop() {
  const bus = dbus.sessionBus();
  const watcher = new TrayWatcher();
  const server = new NotificationServer();
  bus.addMethodHandler(({ sender }) => {
    watcher.caller = sender;
    return false;
  });
  bus.export('/StatusNotifierWatcher', watcher);
  bus.export('/org/freedesktop/Notifications', server);
  for (const name of [watcher.$name, server.$name]) await bus.requestName(name, dbus.NameFlag.DO_NOT_QUEUE);
  const desktop = {
    rows: [],
    tooltip: '',
    notifications: server.received,
    // The item may disappear between two reads (the app quits, or creates its tray again): the last successful read is
    // kept.
    readTray: async () => {
      const item = watcher.items.at(-1);
      const found = item && (await readItem(bus, item).catch(() => undefined));
      Object.assign(desktop, found);
    },
    // A call of the app that arrives meanwhile goes unanswered: dbus-next throws where it cannot send an answer.
    stop: () => {
      bus.addMethodHandler(() => true);
      bus.disconnect();
    }
  };
  return desktop;
}

async function readItem(bus, { destination, path }) {
  const about = await ask(bus, destination, path, 'org.freedesktop.DBus.Properties', 'GetAll', 's', [
    'org.kde.StatusNotifierItem'
  ]);
  const [, root] = await ask(
    bus,
    destination,
    about[0].Menu.value,
    'com.canonical.dbusmenu',
    'GetLayout',
    'iias',
    [0, -1, []]
  );
  return { tooltip: about[0].ToolTip?.value[2] ?? '', rows: menuRows(root) };
}

/** A layout is [id, properties, children]. A single "_" marks a mnemonic, a double one is a literal underscore. */
export function menuRows([, , children]) {
  return children.map(({ value: child }) => ({
    label: String(child[1].label?.value ?? '').replace(/_(_?)/g, '$1'),
    isSeparator: child[1].type?.value === 'separator',
    rows: menuRows(child)
  }));
}

async function ask(bus, destination, path, name, member, signature, body) {
  const reply = await bus.call(
    new dbus.Message({ destination, path, interface: name, member, signature, body })
  );
  return reply.body;
}
