// Finds which D-Bus names have an owner, and reports when an owner changes.
// Asking starts no program.
import { DAEMON, type BusConnection } from './connection';

export const TRAY_HOST = 'org.kde.StatusNotifierWatcher';
export const NOTIFICATIONS = 'org.freedesktop.Notifications';
export const SECRETS = 'org.freedesktop.secrets';

/**
 * When several questions are open, only the newest one counts, whatever the order of the answers: a tray host that has
 * just released its name may still answer that it is there. Resolves when the answer was delivered or is outdated.
 */
export function deliverNewest<Answer>(
  deliver: (answer: Answer) => Promise<void> | void
): (answer: Answer | Promise<Answer>) => Promise<void> {
  let newest = 0;
  return async answer => {
    const ownNumber = ++newest;
    const known = await answer;
    if (ownNumber === newest) await deliver(known);
  };
}

/**
 * Calls `deliver` with the current owner, and again at each change; `owner`: a unique name, empty when there is none.
 */
export async function watchOwner(
  bus: BusConnection,
  name: string,
  deliver: (owner: string) => Promise<void> | void
): Promise<void> {
  const match = { sender: DAEMON.destination, interface: DAEMON.interface, member: 'NameOwnerChanged' };
  const publish = deliverNewest(deliver);
  await bus.listen({ ...match, arg0: name }, ([, , owner]) => void publish(String(owner)));
  await publish(ownerOf(bus, name));
}

export async function ownerOf(bus: BusConnection, name: string): Promise<string> {
  const [owner = ''] = await bus.call(DAEMON, 'GetNameOwner', 's', [name]).catch(() => ['']);
  return String(owner);
}

/** Whether the bus would start a program for the name when the name is called. */
export async function isActivatable(bus: BusConnection, name: string): Promise<boolean> {
  const [names] = await bus.call(DAEMON, 'ListActivatableNames').catch(() => [[]]);
  return Array.isArray(names) && names.includes(name);
}

/** The process that owns a name; null: the bus does not report it. */
export async function processIdOf(bus: BusConnection, name: string): Promise<number | null> {
  const [id] = await bus.call(DAEMON, 'GetConnectionUnixProcessID', 's', [name]).catch(() => [null]);
  return typeof id === 'number' ? id : null;
}
