// Connects to a D-Bus message bus: calls methods, receives signals, reconnects after the connection is lost.
// Calls start no program unless they ask for it, and calls from other programs are not answered.
import createConnection, { type Connection } from '@particle/dbus-next/lib/connection.js';
import { Message } from '@particle/dbus-next/lib/message-type.js';
import { MINUTE_MS } from '../../../shared/domain/durations';

const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const ERROR = 3;
const SIGNAL = 4;
const NO_AUTO_START = 2;
/** A desktop answers within milliseconds; one that hangs must not hold up the checks. */
const ANSWER_MS = 3000;

/** The address of a method: the owner's name, its object, the interface. */
export interface RemoteInterface {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

export const DAEMON: RemoteInterface = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus'
};

/** The signals to receive: only those of the owner of the name `sender`; `arg0` narrows them further. */
export interface SignalMatch {
  readonly sender: string;
  readonly interface: string;
  readonly member: string;
  readonly arg0?: string;
}

type SignalListener = (body: unknown[], path: string) => void;

interface Subscription {
  readonly match: SignalMatch;
  readonly listener: SignalListener;
  /** The unique name of the sender, empty while it has none; absent: only signals to everybody are received. */
  readonly uniqueName?: (() => string) | undefined;
}

/** Whether the call had an effect, and will have one, is not known. */
export class NoAnswer extends Error {
  constructor() {
    super('no answer');
  }
}

/** How a call differs from others. */
export interface CallOptions {
  /** The bus may start the program that provides the name. */
  readonly mayStartProgram?: boolean;
  readonly answerMs?: number;
  /** Called with an answer that came too late. */
  readonly onLateAnswer?: (body: unknown[]) => void;
}

interface Pending {
  readonly resolve: (body: unknown[]) => void;
  readonly reject: (reason: Error) => void;
}

/** Calls reject when they are refused, not answered in time, or the connection to the bus is lost. */
export class BusConnection {
  readonly #connection: Connection;
  readonly #pending = new Map<number, Pending>();
  readonly #subscriptions: Subscription[] = [];
  #serial = 0;
  #end: () => void = () => undefined;
  /** Resolves once, whichever side ended the connection. */
  readonly ended = new Promise<void>(done => (this.#end = done));

  private constructor(address: string) {
    this.#connection = createConnection({ busAddress: address });
    const { stream } = this.#connection;
    // A program that only waits for a signal must still be able to end.
    stream.unref();
    for (const source of [this.#connection, stream])
      for (const event of ['error', 'end', 'close']) source.on(event, () => this.#end());
    this.#connection.on('message', (message: Message) => this.#receive(message));
    void this.ended.then(() => {
      stream.destroy();
      for (const { reject } of this.#pending.values()) reject(new Error('the bus is gone'));
    });
  }

  /** `address` as in DBUS_SESSION_BUS_ADDRESS. Rejects when nothing answers there. */
  static async open(address: string): Promise<BusConnection> {
    if (!/^unix:(path|abstract)=/.test(address)) throw new Error('no local bus');
    const bus = new BusConnection(address);
    try {
      await bus.call(DAEMON, 'Hello');
      return bus;
    } catch (refused) {
      bus.close();
      throw refused;
    }
  }

  async call(
    remote: RemoteInterface,
    member: string,
    signature = '',
    body: unknown[] = [],
    { mayStartProgram = false, answerMs = ANSWER_MS, onLateAnswer }: CallOptions = {}
  ): Promise<unknown[]> {
    const serial = ++this.#serial;
    const flags = mayStartProgram ? 0 : NO_AUTO_START;
    const fields = { ...remote, type: METHOD_CALL, flags, serial, member, signature, body };
    let timeout: NodeJS.Timeout | undefined;
    let isLate = false;
    const giveUp = (reject: Pending['reject']) => {
      isLate = true;
      reject(new NoAnswer());
    };
    try {
      return await new Promise((resolve, reject) => {
        this.#pending.set(serial, { resolve, reject });
        timeout = setTimeout(giveUp, answerMs, reject).unref();
        this.#connection.message(new Message(fields));
      });
    } finally {
      clearTimeout(timeout);
      if (isLate && onLateAnswer)
        this.#pending.set(serial, { resolve: onLateAnswer, reject: () => undefined });
      else this.#pending.delete(serial);
    }
  }

  async property(remote: RemoteInterface, name: string): Promise<unknown> {
    const properties = { ...remote, interface: 'org.freedesktop.DBus.Properties' };
    const [variant] = await this.call(properties, 'Get', 'ss', [remote.interface, name]);
    return (variant as { value?: unknown } | undefined)?.value;
  }

  /** `uniqueName`: that of the sender at the time of asking; signals that it sends to this program alone are received too. */
  async listen(match: SignalMatch, listener: SignalListener, uniqueName?: () => string): Promise<void> {
    this.#subscriptions.push({ match, listener, uniqueName });
    await this.call(DAEMON, 'AddMatch', 's', [ruleOf(match)]);
  }

  close(): void {
    this.#end();
  }

  #receive(message: Message): void {
    const { type, replySerial = 0, body, path = '' } = message;
    if (type === METHOD_RETURN || type === ERROR) {
      const pending = this.#pending.get(replySerial);
      this.#pending.delete(replySerial);
      if (type === METHOD_RETURN) pending?.resolve(body);
      else pending?.reject(new Error('refused'));
    }
    if (type !== SIGNAL) return;
    for (const { match, listener, uniqueName } of this.#subscriptions)
      if (matchesSignal(message, match) && isFromSender(message, uniqueName?.())) listener(body, path);
  }
}

/**
 * A signal sent to this program alone bypasses the match rules that name the wanted senders, and any program can send
 * one. The bus vouches for the unique name of its sender.
 */
function isFromSender({ destination, sender }: Message, uniqueName: string | undefined): boolean {
  return (
    destination === undefined || (uniqueName !== undefined && uniqueName !== '' && sender === uniqueName)
  );
}

function ruleOf({ arg0, ...match }: SignalMatch): string {
  const parts = Object.entries({ type: 'signal', ...match, ...(arg0 === undefined ? {} : { arg0 }) });
  return parts.map(([name, value]) => `${name}='${value}'`).join(',');
}

/** Of signals to everybody the bus has already compared the sender, because it knows who owns a name. */
function matchesSignal(message: Message, { interface: name, member, arg0 }: SignalMatch): boolean {
  if (message.interface !== name || message.member !== member) return false;
  return arg0 === undefined || message.body[0] === arg0;
}

const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 5 * MINUTE_MS;
/** A connection that lasted this long was stable: the next attempt after it comes soon. */
const STABLE_MS = MINUTE_MS;

export interface ReconnectingBus {
  /** Null while there is none. */
  bus(): BusConnection | null;
  stop(): void;
}

export interface ReconnectOptions {
  /** Null: this system names no address for this bus. */
  readonly address: string | null;
  /** Reads and subscribes; when the bus refuses that, the connection is tried again later. */
  readonly onConnected: (bus: BusConnection) => Promise<void>;
  /** The connection could not be made, or it ended. */
  readonly onLost: () => void;
  /** ms of a clock that only grows and does not jump. */
  readonly uptimeMs: () => number;
}

export function keepConnected({ address, onConnected, onLost, uptimeMs }: ReconnectOptions): ReconnectingBus {
  let bus: BusConnection | null = null;
  let timer: NodeJS.Timeout | undefined;
  let delayMs = FIRST_DELAY_MS;
  let isStopped = false;

  async function connectOnce(busAddress: string): Promise<void> {
    const startedAt = uptimeMs();
    let opened: BusConnection | null = null;
    try {
      opened = await BusConnection.open(busAddress);
      if (isStopped) return opened.close();
      await onConnected(opened);
      bus = opened;
      await opened.ended;
    } catch {
      opened?.close();
    }
    bus = null;
    if (isStopped) return;
    onLost();
    if (uptimeMs() - startedAt >= STABLE_MS) delayMs = FIRST_DELAY_MS;
    timer = setTimeout(() => void connectOnce(busAddress), delayMs).unref();
    delayMs = Math.min(2 * delayMs, MAX_DELAY_MS);
  }

  if (address === null) onLost();
  else void connectOnce(address);
  return {
    bus: () => bus,
    stop() {
      isStopped = true;
      clearTimeout(timer);
      bus?.close();
    }
  };
}
