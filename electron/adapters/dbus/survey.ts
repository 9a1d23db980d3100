// Who does what on this desktop, asked for the checks: programs by name, never what they hold.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DesktopSurvey } from '../../core/ports/desktop-survey';
import type { Link, Place } from './connection';
import {
  isStartedWhenCalled,
  NOTIFICATIONS,
  ownerOf,
  processOf,
  SECRETS,
  TRAY_HOST,
  newestOnly,
  watchOwner
} from './name-owners';
import { runningSavers } from './screen-lock';

const SECRET_SERVICE: Place = {
  destination: SECRETS,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service'
};
const SERVER: Place = {
  destination: NOTIFICATIONS,
  path: '/org/freedesktop/Notifications',
  interface: NOTIFICATIONS
};

export async function survey(link: Link): Promise<DesktopSurvey> {
  const [trayHost, server, notifications, startsNotifications, keeper, isLocked, tellsOfLock, isInTray] =
    await Promise.all([
      programOf(link, TRAY_HOST),
      programOf(link, NOTIFICATIONS),
      serverName(link),
      isStartedWhenCalled(link, NOTIFICATIONS),
      programOf(link, SECRETS),
      isKeychainLocked(link),
      runningSavers(link),
      hasOwnItem(link, process.pid)
    ]);
  return {
    trayHost,
    notifications: notifications ?? server,
    isNotificationServerActivatable: startsNotifications,
    keychain: keeper === null ? null : { program: keeper, isLocked },
    lockSignalSources: tellsOfLock,
    isInTray
  };
}

/** Null: the name has no owner. */
async function programOf(link: Link, name: string): Promise<string | null> {
  const owner = await ownerOf(link, name);
  if (owner === '') return null;
  const id = await processOf(link, name);
  return (id !== null && (await nameOf(id))) || name;
}

/** The kernel keeps no more of a name; the rest is in the command line of a program that was called by it. */
const KEPT_LETTERS = 15;

async function nameOf(id: number): Promise<string> {
  const text = (file: string) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
  const comm = clean(await text('comm'));
  if (comm.length < KEPT_LETTERS) return comm;
  const called = clean(basename((await text('cmdline')).split('\0')[0] ?? ''));
  return called.startsWith(comm) ? called : comm;
}

async function serverName(link: Link): Promise<string | null> {
  const found = await link.call(SERVER, 'GetServerInformation').catch(() => null);
  if (!found) return null;
  const [name, , version] = found.map(part => clean(String(part)));
  return [name, version].filter(Boolean).join(' ') || null;
}

/** Null: there is no default collection, or the keychain does not say. */
async function isKeychainLocked(link: Link): Promise<boolean | null> {
  const [path] = await link.call(SECRET_SERVICE, 'ReadAlias', 's', ['default']).catch(() => ['/']);
  if (typeof path !== 'string' || path === '/') return null;
  const collection = { destination: SECRETS, path, interface: 'org.freedesktop.Secret.Collection' };
  const isLocked = await link.property(collection, 'Locked').catch(() => null);
  return typeof isLocked === 'boolean' ? isLocked : null;
}

/** Programs name themselves as they like. */
function clean(name: string): string {
  return name
    .replace(/[^\w .+-]/g, '')
    .trim()
    .slice(0, 40);
}

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
