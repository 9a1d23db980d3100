// Implements org.freedesktop.Notifications as a notification daemon does, and keeps the notifications of programs.
import dbus from '@particle/dbus-next';
import type { Variant } from '@particle/dbus-next';
import { plainValues } from './bus';

const { Interface } = dbus.interface;

/** Reasons why a notification closed, according to the specification. */
const CLOSED_BY_PERSON = 2;
const CLOSED_BY_PROGRAM = 3;

export interface Note {
  readonly id: number;
  readonly app: string;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
}

export class NotificationServer extends Interface {
  readonly notes: Note[] = [];

  constructor() {
    super('org.freedesktop.Notifications');
  }

  GetCapabilities(): string[] {
    return ['body', 'actions', 'persistence', 'icon-static'];
  }

  GetServerInformation(): string[] {
    return ['test desktop', 'Tokentray', '1', '1.2'];
  }

  Notify(...sent: [string, number, string, string, string, string[], Record<string, Variant>]): number {
    const [app, replaced, , title, body, actions, hints] = sent;
    const id = replaced || this.notes.length + 1;
    this.notes.push({ id, app, title, body, actions, hints: plainValues(hints) });
    return id;
  }

  CloseNotification(id: number): void {
    this.NotificationClosed(id, CLOSED_BY_PROGRAM);
  }

  /** Simulates a person's click on the notification. */
  click(id: number): void {
    this.ActionInvoked(id, 'default');
    this.NotificationClosed(id, CLOSED_BY_PERSON);
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
