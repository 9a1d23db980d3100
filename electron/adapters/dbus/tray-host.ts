// The host of tray icons: whether one shows them, and whether ours is among them.
import type { Link, Place } from './connection';
import { newestOnly, processOf, TRAY_HOST, watchOwner } from './name-owners';

const WATCHER: Place = {
  destination: TRAY_HOST,
  path: '/StatusNotifierWatcher',
  interface: TRAY_HOST
};

/** A watcher may run without a host that shows what registers there. */
export async function watchTrayHost(link: Link, tell: (isThere: boolean) => void): Promise<void> {
  const say = newestOnly<unknown>(isThere => tell(isThere === true));
  const look = () => say(link.property(WATCHER, 'IsStatusNotifierHostRegistered').catch(() => false));
  for (const member of ['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'])
    await link.listen({ sender: TRAY_HOST, interface: TRAY_HOST, member }, () => void look());
  await watchOwner(link, TRAY_HOST, owner => (owner ? look() : say(false)));
}

/** Whether an item of this process is registered; null: the host does not say. */
export async function hasOwnItem(link: Link, processId: number): Promise<boolean | null> {
  const items = await link.property(WATCHER, 'RegisteredStatusNotifierItems').catch(() => null);
  if (!Array.isArray(items)) return null;
  for (const item of items) {
    // ":1.60", ":1.60/StatusNotifierItem", ":1.60@/StatusNotifierItem", or a well-known name.
    const name = /^[^/@]+/.exec(String(item))?.[0];
    if (name && (await processOf(link, name)) === processId) return true;
  }
  return false;
}
