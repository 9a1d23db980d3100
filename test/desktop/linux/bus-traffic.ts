// Watches all messages of a session bus, for the folder of a failed test.
import dbus, { type Message } from '@particle/dbus-next';
import { Bus } from './bus';

const MONITOR = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus.Monitoring'
};
const MOST_MESSAGES = 3000;
const MOST_SIGNS = 400;
const { METHOD_CALL, METHOD_RETURN, SIGNAL } = dbus.MessageType;
const TYPES = new Map([
  [METHOD_CALL, 'call'],
  [METHOD_RETURN, 'reply'],
  [SIGNAL, 'signal']
]);

export class BusTraffic {
  private readonly messages: { atMs: number; message: Message }[] = [];

  private constructor(private readonly bus: Bus) {}

  static async watch(busAddress?: string): Promise<BusTraffic> {
    const bus = Bus.connect(busAddress);
    const traffic = new BusTraffic(bus);
    await bus.call(MONITOR, 'BecomeMonitor', 'asu', [[], 0]);
    // A monitor that answers is thrown off the bus.
    bus.connection.addMethodHandler(() => true);
    bus.connection.on('message', message => traffic.keep(message));
    return traffic;
  }

  /** The last messages, one a line: time, kind, sender, receiver, what, content. */
  get text(): string {
    return this.messages.map(({ atMs, message }) => lineOf(atMs, message)).join('\n');
  }

  stop(): void {
    this.bus.close();
  }

  private keep(message: Message): void {
    this.messages.push({ atMs: Date.now(), message });
    if (this.messages.length > MOST_MESSAGES) this.messages.shift();
  }
}

function lineOf(atMs: number, message: Message): string {
  const { type, sender, destination, path, member, errorName, replySerial, serial } = message;
  const kind = TYPES.get(type) ?? 'error';
  const what =
    member === undefined
      ? `to ${replySerial ?? '?'} ${errorName ?? ''}`
      : `${path} ${message.interface}.${member}`;
  const ends = `${sender ?? '?'} → ${destination ?? 'all'}`;
  return `${new Date(atMs).toISOString().slice(11, 23)} ${kind} ${serial ?? '?'} ${ends} ${what} ${bodyText(message)}`;
}

function bodyText({ body }: Message): string {
  const text = JSON.stringify(body, (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : Buffer.isBuffer(value) ? `<${value.length} bytes>` : value
  );
  return (text as string | undefined)?.slice(0, MOST_SIGNS) ?? '';
}
