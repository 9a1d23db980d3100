// Which names of a bus have an owner, told when that changes. Asking starts no program.
import { DAEMON, type Link } from './connection';

export const TRAY_HOST = 'org.kde.StatusNotifierWatcher';
export const NOTIFICATIONS = 'org.freedesktop.Notifications';
export const SECRETS = 'org.freedesktop.secrets';

/**
 * Of several questions, each answered when its program likes, only the newest counts: a host that has just given its
 * name up may still answer that it is there. Resolves when that answer is told or not wanted any more.
 */
export function newestOnly<Answer>(
  tell: (answer: Answer) => Promise<void> | void
): (answer: Answer | Promise<Answer>) => Promise<void> {
  let newest = 0;
  return async answer => {
    const own = ++newest;
    const known = await answer;
    if (own === newest) await tell(known);
  };
}

/** Calls `tell` with what is so now, and again at each change; `owner`: a unique name, empty when there is none. */
export async function watchOwner(
  link: Link,
  name: string,
  tell: (owner: string) => Promise<void> | void
): Promise<void> {
  const wanted = { sender: DAEMON.destination, interface: DAEMON.interface, member: 'NameOwnerChanged' };
  const say = newestOnly(tell);
  await link.listen({ ...wanted, arg0: name }, ([, , owner]) => void say(String(owner)));
  await say(ownerOf(link, name));
}

export async function ownerOf(link: Link, name: string): Promise<string> {
  const [owner = ''] = await link.call(DAEMON, 'GetNameOwner', 's', [name]).catch(() => ['']);
  return String(owner);
}

/** Whether the bus would start a program for the name as soon as somebody calls it. */
export async function isStartedWhenCalled(link: Link, name: string): Promise<boolean> {
  const [names] = await link.call(DAEMON, 'ListActivatableNames').catch(() => [[]]);
  return Array.isArray(names) && names.includes(name);
}

/** The process behind a name; null: the bus does not say. */
export async function processOf(link: Link, name: string): Promise<number | null> {
  const [id] = await link.call(DAEMON, 'GetConnectionUnixProcessID', 's', [name]).catch(() => [null]);
  return typeof id === 'number' ? id : null;
}
