// Implements org.freedesktop.Notifications as notification daemons do, and keeps the notifications of programs.
import dbus from '@particle/dbus-next';
import type { Message, Variant } from '@particle/dbus-next';
import { plainValues, type Bus } from './bus';

const { Interface } = dbus.interface;

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** Reasons why a notification closed, according to the specification. */
const EXPIRED = 1;
const CLOSED_BY_PERSON = 2;
const CLOSED_BY_PROGRAM = 3;

export interface Note {
  readonly id: number;
  readonly app: string;
  /** The id that the program wants to be replaced; 0: none. */
  readonly replaces: number;
  readonly icon: string;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
  readonly expireMs: number;
}

export class NotificationServer extends Interface {
  readonly notes: Note[] = [];
  /** Ids that were closed, whoever wanted it. */
  readonly closed: number[] = [];
  /** Those of GNOME Shell, without sounds. */
  capabilities: readonly string[] = ['actions', 'body', 'body-markup', 'icon-static', 'persistence'];
  /** How often a program asked for them. */
  capabilitiesAsked = 0;
  /** As GNOME Shell and dunst do: signals go to the program alone that the notification is from. */
  isUnicast = false;
  canReplace = true;
  /** How many of the next notifications it refuses. */
  refusals = 0;
  /** Who calls; the library tells a method nothing about that, so it is noted before the method is called. */
  caller = '';
  /** While this is pending, the server shows nothing and does not answer. */
  answering: Promise<void> = Promise.resolve();
  private readonly open = new Map<number, string>();
  private lastId = 0;

  private constructor(private readonly send: (message: Message) => void) {
    super(NAME);
  }

  /** On this connection, which does not own the name yet. */
  static on({ connection }: Bus): NotificationServer {
    const server = new NotificationServer(message => connection.send(message));
    connection.addMethodHandler((message: { sender?: string }) => {
      server.caller = message.sender ?? '';
      return false;
    });
    connection.export(PATH, server);
    return server;
  }

  async GetCapabilities(): Promise<string[]> {
    this.capabilitiesAsked++;
    await this.answering;
    return [...this.capabilities];
  }

  GetServerInformation(): string[] {
    return ['test desktop', 'Tokentray', '1', '1.2'];
  }

  async Notify(
    ...sent: [string, number, string, string, string, string[], Record<string, Variant>, number]
  ): Promise<number> {
    const [app, replaces, icon, title, body, actions, hints, expireMs] = sent;
    const { caller } = this;
    await this.answering;
    if (this.refusals-- > 0) throw new dbus.DBusError(`${NAME}.Error`, 'not now');
    const id = this.canReplace && this.open.has(replaces) ? replaces : ++this.lastId;
    this.open.set(id, caller);
    this.notes.push({ id, app, replaces, icon, title, body, actions, hints: plainValues(hints), expireMs });
    return id;
  }

  CloseNotification(id: number): void {
    this.close(id, CLOSED_BY_PROGRAM);
  }

  /** The notifications on the screen, as they are now. */
  get shown(): Note[] {
    return [...this.open.keys()].flatMap(id => this.notes.findLast(note => note.id === id) ?? []);
  }

  /** Simulates a person's click on the notification. */
  click(id: number): void {
    this.invoke(id, 'default');
    this.close(id, CLOSED_BY_PERSON);
  }

  /** Simulates a click in the list of past notifications, which keeps what has left the screen. */
  expire(id: number): void {
    this.emit(id, 'NotificationClosed', 'uu', [id, EXPIRED]);
  }

  invoke(id: number, action: string): void {
    this.emit(id, 'ActionInvoked', 'us', [id, action]);
  }

  private close(id: number, reason: number): void {
    if (!this.open.has(id)) return;
    this.emit(id, 'NotificationClosed', 'uu', [id, reason]);
    this.closed.push(id);
    this.open.delete(id);
  }

  private emit(
    id: number,
    member: 'ActionInvoked' | 'NotificationClosed',
    signature: string,
    body: unknown[]
  ) {
    const place = { type: dbus.MessageType.SIGNAL, path: PATH, interface: NAME, member, signature, body };
    const destination = this.isUnicast ? { destination: this.open.get(id) ?? '' } : {};
    this.send(new dbus.Message({ ...place, ...destination }));
  }

  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason];
  }

  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action];
  }
}

NotificationServer.configureMembers({
  methods: {
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' }
  },
  signals: { NotificationClosed: { signature: 'uu' }, ActionInvoked: { signature: 'us' } }
});
