// Shows notifications over the session bus of Linux, and through Electron where the bus refuses one.
// Electron 33 can neither replace a notification nor name its icon, and waits for a server that hangs with the whole app.
import type { NotificationClient } from '../adapters/dbus/notification-client';
import type {
  AppNotification,
  AppNotificationKind,
  NotificationOutcome,
  Notifier
} from '../core/ports/notifier';

/** A server answers within milliseconds; one that the bus has to start may take longer, and the outcome is then unknown. */
const ANSWER_MS = 5000;

/**
 * `electron`: the notifier of last resort. `busNotifications`: resolves once the app has started; until then nothing is
 * known about the bus.
 */
export function createLinuxNotifier(
  electron: Notifier,
  busNotifications: () => Promise<NotificationClient>
): Notifier {
  const withdrawals: Record<AppNotificationKind, number> = { changes: 0, app: 0 };
  let client: NotificationClient | null = null;
  let last: NotificationOutcome | null = null;
  let count = 0;

  async function showSomewhere(
    notification: AppNotification,
    onClick: () => void
  ): Promise<NotificationOutcome> {
    const { kind } = notification;
    const before = withdrawals[kind];
    const isWithdrawn = () => withdrawals[kind] !== before;
    client ??= await busNotifications();
    const result = await client.show(notification, { onClick, isWithdrawn });
    if (result === 'shown') electron.withdraw(kind);
    if (result !== 'refused') return result;
    return isWithdrawn() ? 'unknown' : electron.show(notification, onClick);
  }

  return {
    async show(notification, onClick) {
      const outcome = showSomewhere(notification, onClick);
      const number = ++count;
      void outcome.then(known => {
        if (number === count) last = known;
      });
      const timeout = new Promise<'unknown'>(resume => setTimeout(resume, ANSWER_MS, 'unknown').unref());
      return (last = await Promise.race([outcome, timeout]));
    },
    canUpdate: kind => client?.canUpdate(kind) ?? false,
    withdraw(kind) {
      withdrawals[kind]++;
      client?.withdraw(kind);
      electron.withdraw(kind);
    },
    lastOutcome: () => last
  };
}
