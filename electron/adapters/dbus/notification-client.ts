// Shows notifications through the notification server of the session bus, each in the place of the earlier one of its kind,
// and receives clicks on them.
import { MINUTE_MS } from '../../../shared/domain/durations';
import type { AppNotification, AppNotificationKind } from '../../core/ports/notifier';
import { DAEMON, NoAnswer, type BusConnection, type RemoteInterface } from './connection';
import { NOTIFICATIONS, watchOwner } from './name-owners';
import {
  DEFAULT_ACTION,
  NOTIFY_SIGNATURE,
  notifyArguments,
  type NotificationLook
} from './notification-message';

export interface ShowOptions {
  readonly onClick: () => void;
  /** Whether it was withdrawn since it was to be shown. */
  readonly isWithdrawn: () => boolean;
}

/**
 * `refused`: it is not on the screen, and will not be. `unknown`: the server did not answer; nothing else reaches the
 * desktop either, and Electron's own notification would stop the whole app until the server answers.
 */
export type ShowResult = 'shown' | 'refused' | 'unknown';

/** A server answers within milliseconds, one that the bus has to start within seconds; what comes later is closed. */
const ANSWER_MS = MINUTE_MS;
const OPTIONS = { mayStartProgram: true, answerMs: ANSWER_MS };

const SERVER: RemoteInterface = {
  destination: NOTIFICATIONS,
  path: '/org/freedesktop/Notifications',
  interface: NOTIFICATIONS
};

/** Why a notification closed. One that expired may stay in a list of the desktop, and be clicked there. */
const EXPIRED = 1;

/** So many that left the screen can still be clicked in the list of the desktop. */
const MAX_EXPIRED = 50;

interface Shown {
  readonly kind: AppNotificationKind;
  readonly onClick: () => void;
}

export class NotificationClient {
  #bus: BusConnection | null = null;
  /** The unique name of the server; empty: none runs. */
  #owner = '';
  /** Identifies the server whose ids are known, over connections too: the bus and the unique name on it. */
  #server = '';
  /** What the server can do; null: it was not asked yet. */
  #capabilities: ReadonlySet<string> | null = null;
  /** By id, those on the screen, at most one of each kind. */
  readonly #shown = new Map<number, Shown>();
  /** By id, those that expired, the oldest first. None of them is replaced: a click on each opens its own subject. */
  readonly #expired = new Map<number, Shown>();
  /** False once the server showed a new one in place of a change. */
  #canReplace = true;
  /** Withdrawn while there was no connection. */
  readonly #toClose = new Set<number>();
  readonly #turns = new Map<AppNotificationKind, Promise<ShowResult>>();
  #endFirstAttempt: () => void = () => undefined;
  readonly #firstAttempt = new Promise<void>(done => (this.#endFirstAttempt = done));

  constructor(readonly look: NotificationLook) {}

  /** Uses this connection from now on. Rejects when the bus refuses. */
  async attach(bus: BusConnection): Promise<void> {
    const [busId] = await bus.call(DAEMON, 'GetId');
    await watchOwner(bus, NOTIFICATIONS, owner => this.#setServer(owner, `${String(busId)} ${owner}`));
    await this.#listen(bus, 'ActionInvoked', ([id, action]) => {
      const shown = this.#shown.get(Number(id)) ?? this.#expired.get(Number(id));
      if (action === DEFAULT_ACTION) shown?.onClick();
    });
    await this.#listen(bus, 'NotificationClosed', ([id, reason]) =>
      this.#takeOffScreen(Number(id), reason === EXPIRED)
    );
    this.#bus = bus;
    for (const id of this.#toClose) this.#close(id);
    this.#toClose.clear();
    this.#endFirstAttempt();
  }

  /** There is no connection. What is on the screen stays known, in case the server outlives that. */
  detach(): void {
    this.#bus = null;
    this.#endFirstAttempt();
  }

  /** May take a minute: a server that hangs shows it when it goes on. */
  async show(notification: AppNotification, options: ShowOptions): Promise<ShowResult> {
    const { kind } = notification;
    // One after the other, so that each knows the id of the one before.
    const before = this.#turns.get(kind);
    const turn = Promise.resolve(before).then(() => this.#showNow(notification, options));
    this.#turns.set(kind, turn);
    return turn;
  }

  /** Whether one of this kind is on the screen and can change there. */
  canUpdate(kind: AppNotificationKind): boolean {
    return this.#bus !== null && this.#canReplace && this.#idOf(kind) !== 0;
  }

  /** Also those that expired: a desktop with a list of them may take them out of it. */
  withdraw(kind: AppNotificationKind): void {
    for (const known of [this.#shown, this.#expired])
      for (const [id, shown] of known) {
        if (shown.kind !== kind) continue;
        known.delete(id);
        if (this.#bus) this.#close(id);
        else this.#toClose.add(id);
      }
  }

  async #showNow(notification: AppNotification, { onClick, isWithdrawn }: ShowOptions): Promise<ShowResult> {
    await this.#firstAttempt;
    const bus = this.#bus;
    if (!bus) return 'refused';
    const { kind } = notification;
    let replacedId = 0;
    try {
      const capabilities = await this.#readCapabilities(bus);
      if (isWithdrawn()) return 'unknown';
      replacedId = this.#idOf(kind);
      const body = notifyArguments(notification, this.look, capabilities, replacedId);
      const onLateAnswer = ([lateId]: unknown[]) => this.#close(Number(lateId));
      const [answer] = await bus.call(SERVER, 'Notify', NOTIFY_SIGNATURE, body, { ...OPTIONS, onLateAnswer });
      const id = Number(answer);
      // A server that cannot replace shows both.
      if (replacedId !== 0 && replacedId !== id) {
        this.#canReplace &&= !this.#shown.has(replacedId);
        this.#forget(replacedId);
      }
      this.#shown.set(id, { kind, onClick });
      if (isWithdrawn()) this.#forget(id);
      return 'shown';
    } catch (thrown) {
      if (replacedId !== 0) this.#forget(replacedId);
      return thrown instanceof NoAnswer ? 'unknown' : 'refused';
    }
  }

  /** Starts the server when it does not run. */
  async #readCapabilities(bus: BusConnection): Promise<ReadonlySet<string>> {
    if (this.#capabilities) return this.#capabilities;
    const [names] = await bus.call(SERVER, 'GetCapabilities', '', [], OPTIONS);
    return (this.#capabilities = new Set(Array.isArray(names) ? names.map(String) : []));
  }

  /** Another server knows none of the ids, and may do other things. */
  #setServer(owner: string, server: string): void {
    this.#owner = owner;
    if (server === this.#server) return;
    this.#server = server;
    this.#capabilities = null;
    this.#canReplace = true;
    this.#shown.clear();
    this.#expired.clear();
    this.#toClose.clear();
  }

  /** Zero: none is on the screen. */
  #idOf(kind: AppNotificationKind): number {
    return [...this.#shown].find(([, shown]) => shown.kind === kind)?.[0] ?? 0;
  }

  #takeOffScreen(id: number, isExpired: boolean): void {
    const shown = this.#shown.get(id);
    this.#shown.delete(id);
    if (!isExpired) this.#expired.delete(id);
    else if (shown) this.#expired.set(id, shown);
    const [oldest] = this.#expired.keys();
    if (oldest !== undefined && this.#expired.size > MAX_EXPIRED) this.#expired.delete(oldest);
  }

  #forget(id: number): void {
    this.#shown.delete(id);
    this.#close(id);
  }

  #close(id: number): void {
    void this.#bus?.call(SERVER, 'CloseNotification', 'u', [id]).catch(() => undefined);
  }

  /** Some servers send signals to everybody, others only to the program that the notification is from. */
  async #listen(bus: BusConnection, member: string, hear: (body: unknown[]) => void): Promise<void> {
    const match = { sender: NOTIFICATIONS, interface: NOTIFICATIONS, member };
    // An answer that was read together with the signal comes first: it tells which notification the id is of.
    const hearLater = (body: unknown[]) => void setImmediate(hear, body);
    await bus.listen(match, hearLater, () => this.#owner);
  }
}
