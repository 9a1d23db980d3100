// One connection to a message bus: calls that start no program, signals, and its end. It answers nobody.
import createConnection, { type Connection } from '@particle/dbus-next/lib/connection.js';
import { Message } from '@particle/dbus-next/lib/message-type.js';
import { MINUTE_MS } from '../../../shared/domain/durations';

const CALL = 1;
const RETURN = 2;
const ERROR = 3;
const SIGNAL = 4;
const NO_AUTO_START = 2;
/** A desktop answers within milliseconds; one that hangs must not hold up the checks. */
const ANSWER_MS = 3000;

/** Where a method is: the owner's name, its object, the interface. */
export interface Place {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

export const DAEMON: Place = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus'
};

/** What to hear: only what the owner of the name `sender` sends; `arg0` narrows it down. */
export interface Wanted {
  readonly sender: string;
  readonly interface: string;
  readonly member: string;
  readonly arg0?: string;
}

type Hear = (body: unknown[], path: string) => void;

interface Pending {
  readonly resolve: (body: unknown[]) => void;
  readonly reject: (reason: Error) => void;
}

/** Calls reject when they are refused, not answered in time, or the bus is gone. */
export class Link {
  readonly #connection: Connection;
  readonly #pending = new Map<number, Pending>();
  readonly #ears: { readonly wanted: Wanted; readonly hear: Hear }[] = [];
  #serial = 0;
  #end: () => void = () => undefined;
  /** Resolves once, whoever ended it. */
  readonly ended = new Promise<void>(done => (this.#end = done));

  private constructor(address: string) {
    this.#connection = createConnection({ busAddress: address });
    const { stream } = this.#connection;
    // A program that only waits for a signal must still be able to end.
    stream.unref();
    for (const source of [this.#connection, stream])
      for (const event of ['error', 'end', 'close']) source.on(event, () => this.#end());
    this.#connection.on('message', (message: Message) => this.#take(message));
    void this.ended.then(() => {
      stream.destroy();
      for (const { reject } of this.#pending.values()) reject(new Error('the bus is gone'));
    });
  }

  /** `address` as in DBUS_SESSION_BUS_ADDRESS. Rejects when nothing answers there. */
  static async open(address: string): Promise<Link> {
    if (!/^unix:(path|abstract)=/.test(address)) throw new Error('no local bus');
    const link = new Link(address);
    try {
      await link.call(DAEMON, 'Hello');
      return link;
    } catch (refused) {
      link.close();
      throw refused;
    }
  }

  async call(place: Place, member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    const serial = ++this.#serial;
    const fields = { ...place, type: CALL, flags: NO_AUTO_START, serial, member, signature, body };
    let limit: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.#pending.set(serial, { resolve, reject });
        limit = setTimeout(() => reject(new Error('no answer')), ANSWER_MS).unref();
        this.#connection.message(new Message(fields));
      });
    } finally {
      clearTimeout(limit);
      this.#pending.delete(serial);
    }
  }

  async property(place: Place, name: string): Promise<unknown> {
    const properties = { ...place, interface: 'org.freedesktop.DBus.Properties' };
    const [variant] = await this.call(properties, 'Get', 'ss', [place.interface, name]);
    return (variant as { value?: unknown } | undefined)?.value;
  }

  async listen(wanted: Wanted, hear: Hear): Promise<void> {
    this.#ears.push({ wanted, hear });
    await this.call(DAEMON, 'AddMatch', 's', [ruleOf(wanted)]);
  }

  close(): void {
    this.#end();
  }

  #take(message: Message): void {
    const { type, replySerial = 0, body, path = '' } = message;
    if (type === RETURN) this.#pending.get(replySerial)?.resolve(body);
    if (type === ERROR) this.#pending.get(replySerial)?.reject(new Error('refused'));
    // A signal sent to this program alone comes past the rules that say whose signals are wanted.
    if (type !== SIGNAL || message.destination !== undefined) return;
    for (const { wanted, hear } of this.#ears) if (fits(message, wanted)) hear(body, path);
  }
}

function ruleOf({ arg0, ...wanted }: Wanted): string {
  const parts = Object.entries({ type: 'signal', ...wanted, ...(arg0 === undefined ? {} : { arg0 }) });
  return parts.map(([name, value]) => `${name}='${value}'`).join(',');
}

/** The bus has compared the sender: it knows whose a unique name is. */
function fits(message: Message, { interface: name, member, arg0 }: Wanted): boolean {
  if (message.interface !== name || message.member !== member) return false;
  return arg0 === undefined || message.body[0] === arg0;
}

const FIRST_MS = 1000;
const MOST_MS = 5 * MINUTE_MS;
/** One that held this long was a good one: the next try after it comes soon again. */
const GOOD_MS = MINUTE_MS;

export interface Kept {
  /** Null while there is none. */
  link(): Link | null;
  stop(): void;
}

export interface KeepOptions {
  /** Null: this system names no such bus. */
  readonly address: string | null;
  /** Asks and listens; a bus that refuses that is tried again later. */
  readonly begin: (link: Link) => Promise<void>;
  /** It could not be made, or it ended. */
  readonly onLost: () => void;
  /** ms; grows with every call and does not jump. */
  readonly uptimeMs: () => number;
}

export function keepLinked({ address, begin, onLost, uptimeMs }: KeepOptions): Kept {
  let link: Link | null = null;
  let timer: NodeJS.Timeout | undefined;
  let delayMs = FIRST_MS;
  let isOver = false;

  async function tryOnce(busAddress: string): Promise<void> {
    const since = uptimeMs();
    let opened: Link | null = null;
    try {
      opened = await Link.open(busAddress);
      if (isOver) return opened.close();
      await begin(opened);
      link = opened;
      await opened.ended;
    } catch {
      opened?.close();
    }
    link = null;
    if (isOver) return;
    onLost();
    if (uptimeMs() - since >= GOOD_MS) delayMs = FIRST_MS;
    timer = setTimeout(() => void tryOnce(busAddress), delayMs).unref();
    delayMs = Math.min(2 * delayMs, MOST_MS);
  }

  if (address === null) onLost();
  else void tryOnce(address);
  return {
    link: () => link,
    stop() {
      isOver = true;
      clearTimeout(timer);
      link?.close();
    }
  };
}
