// A connection to a session bus: calls methods, reads properties, and owns names as a desktop does.
import dbus from '@particle/dbus-next';
import type { Message, MessageBus, Variant } from '@particle/dbus-next';
import { until } from '../app/deadline';

const PROPERTIES = 'org.freedesktop.DBus.Properties';
const DAEMON = 'org.freedesktop.DBus';
const PRIMARY_OWNER = 1;
const ALREADY_OWNER = 4;

/** The location of a method: the owner's name, its object, the interface. */
export interface Target {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

export class Bus {
  private constructor(readonly connection: MessageBus) {}

  /** Connects to the bus at this address, or without an address to the bus of the session. */
  static connect(busAddress?: string): Bus {
    const connection = dbus.sessionBus(busAddress === undefined ? {} : { busAddress });
    // The bus of a test may end before its connection does; calls that still wait fail by their own deadline.
    connection.on('error', () => undefined);
    return new Bus(connection);
  }

  async call(target: Target, member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    const message = new dbus.Message({
      type: dbus.MessageType.METHOD_CALL,
      ...target,
      member,
      signature,
      body
    });
    const reply: Message | null = await this.connection.call(message);
    return reply?.body ?? [];
  }

  async property(target: Target, name: string): Promise<unknown> {
    const body = [target.interface, name];
    const [value] = await this.call({ ...target, interface: PROPERTIES }, 'Get', 'ss', body);
    return (value as Variant).value;
  }

  async properties(target: Target): Promise<Record<string, unknown>> {
    const [found] = await this.call({ ...target, interface: PROPERTIES }, 'GetAll', 's', [target.interface]);
    return plainValues(found as Record<string, Variant>);
  }

  /** Owns the name; waits for an earlier owner that is still ending. */
  async own(name: string): Promise<void> {
    await until(`the name ${name}`, async () => {
      const answer = await this.connection.requestName(name, dbus.NameFlag.DO_NOT_QUEUE);
      return answer === PRIMARY_OWNER || answer === ALREADY_OWNER;
    });
  }

  /** Reports each name that leaves the bus: unique names of programs, and well-known ones. */
  async onLeft(listener: (name: string) => void): Promise<void> {
    const daemon = { destination: DAEMON, path: '/org/freedesktop/DBus', interface: DAEMON };
    const rule = `type='signal',sender='${DAEMON}',interface='${DAEMON}',member='NameOwnerChanged'`;
    this.connection.on('message', message => {
      const [name, , newOwner] = message.body as string[];
      if (message.member === 'NameOwnerChanged' && name !== undefined && newOwner === '') listener(name);
    });
    await this.call(daemon, 'AddMatch', 's', [rule]);
  }

  /** Calls of others that arrive meanwhile go unanswered: their answer cannot be sent any more, and dbus-next throws. */
  close(): void {
    this.connection.addMethodHandler(() => true);
    this.connection.disconnect();
  }
}

export function plainValues(variants: Record<string, Variant>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variants).map(([name, variant]) => [name, variant.value as unknown])
  );
}
