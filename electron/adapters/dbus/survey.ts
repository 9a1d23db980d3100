// Finds which programs provide the tray, notifications, keychain and screen lock, for the diagnostic checks.
// Reads the names of programs, never the content of the keychain.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DesktopSurvey } from '../../core/ports/desktop-survey';
import type { BusConnection, RemoteInterface } from './connection';
import {
  isActivatable,
  NOTIFICATIONS,
  ownerOf,
  processIdOf,
  SECRETS,
  TRAY_HOST,
  deliverNewest,
  watchOwner
} from './name-owners';
import { runningSavers } from './screen-lock';

const SECRET_SERVICE: RemoteInterface = {
  destination: SECRETS,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service'
};
const NOTIFICATION_SERVER: RemoteInterface = {
  destination: NOTIFICATIONS,
  path: '/org/freedesktop/Notifications',
  interface: NOTIFICATIONS
};

/** `ownTooltip`: the tooltip of our own tray icon; null: this program has none. */
export async function surveyDesktop(bus: BusConnection, ownTooltip: string | null): Promise<DesktopSurvey> {
  const [
    trayHost,
    notificationServer,
    notifications,
    startsNotifications,
    keychainProgram,
    startsKeychain,
    isLocked,
    tellsOfLock,
    isInTray
  ] = await Promise.all([
    programOf(bus, TRAY_HOST),
    programOf(bus, NOTIFICATIONS),
    notificationServerName(bus),
    isActivatable(bus, NOTIFICATIONS),
    programOf(bus, SECRETS),
    isActivatable(bus, SECRETS),
    isKeychainLocked(bus),
    runningSavers(bus),
    hasOwnItem(bus, ownTooltip)
  ]);
  return {
    trayHost,
    notifications: notifications ?? notificationServer,
    isNotificationServerActivatable: startsNotifications,
    isKeychainActivatable: startsKeychain,
    keychain: keychainProgram === null ? null : { program: keychainProgram, isLocked },
    lockSignalSources: tellsOfLock,
    isInTray
  };
}

/** In Flatpak and Snap the ids of processes are others than the bus names, so they lead to a wrong program. */
const isSandboxed = existsSync('/.flatpak-info') || Boolean(process.env['SNAP']);

/** Null: no program owns the name. In a sandbox the name itself stands for the program. */
async function programOf(bus: BusConnection, name: string): Promise<string | null> {
  const owner = await ownerOf(bus, name);
  if (owner === '') return null;
  const id = isSandboxed ? null : await processIdOf(bus, name);
  return (id !== null && (await processNameOf(id))) || name;
}

/**
 * The kernel cuts the name of a process to this length; the rest is in its command line, when that begins with the
 * name.
 */
const MAX_COMM_LENGTH = 15;

async function processNameOf(id: number): Promise<string> {
  const readProcFile = (file: string) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
  const comm = cleanName(await readProcFile('comm'));
  if (comm.length < MAX_COMM_LENGTH) return comm;
  const commandName = cleanName(basename((await readProcFile('cmdline')).split('\0')[0] ?? ''));
  return commandName.startsWith(comm) ? commandName : comm;
}

async function notificationServerName(bus: BusConnection): Promise<string | null> {
  const found = await bus.call(NOTIFICATION_SERVER, 'GetServerInformation').catch(() => null);
  if (!found) return null;
  const [name, , version] = found.map(part => cleanName(String(part)));
  return [name, version].filter(Boolean).join(' ') || null;
}

/** Null: there is no default collection, or the keychain does not report it. */
async function isKeychainLocked(bus: BusConnection): Promise<boolean | null> {
  const [path] = await bus.call(SECRET_SERVICE, 'ReadAlias', 's', ['default']).catch(() => ['/']);
  if (typeof path !== 'string' || path === '/') return null;
  const collection = { destination: SECRETS, path, interface: 'org.freedesktop.Secret.Collection' };
  const isLocked = await bus.property(collection, 'Locked').catch(() => null);
  return typeof isLocked === 'boolean' ? isLocked : null;
}

/** Programs choose their own names, so the text is cleaned. */
function cleanName(name: string): string {
  return name
    .replace(/[^\w .+-]/g, '')
    .trim()
    .slice(0, 40);
}

const WATCHER: RemoteInterface = {
  destination: TRAY_HOST,
  path: '/StatusNotifierWatcher',
  interface: TRAY_HOST
};

/** A watcher may run without a tray host that shows the registered items. */
export async function watchTrayHost(bus: BusConnection, onChange: (hasHost: boolean) => void): Promise<void> {
  const publish = deliverNewest<unknown>(hasHost => onChange(hasHost === true));
  const readHost = () => publish(bus.property(WATCHER, 'IsStatusNotifierHostRegistered').catch(() => false));
  for (const member of ['StatusNotifierHostRegistered', 'StatusNotifierHostUnregistered'])
    await bus.listen({ sender: TRAY_HOST, interface: TRAY_HOST, member }, () => void readHost());
  await watchOwner(bus, TRAY_HOST, owner => (owner ? readHost() : publish(false)));
}

const ITEM = 'org.kde.StatusNotifierItem';
const ITEM_PATH = '/StatusNotifierItem';

/**
 * Whether our own item is registered, told by its tooltip, which begins with the profile: in a sandbox all programs have
 * the same process id, and the bus sees a proxy. Null: the host does not list its items, or one did not answer.
 */
export async function hasOwnItem(bus: BusConnection, ownTooltip: string | null): Promise<boolean | null> {
  if (ownTooltip === null) return null;
  const items = await bus.property(WATCHER, 'RegisteredStatusNotifierItems').catch(() => null);
  if (!Array.isArray(items)) return null;
  const tooltips = await Promise.all(items.map(item => tooltipOf(bus, String(item))));
  if (tooltips.includes(ownTooltip)) return true;
  return tooltips.includes(null) ? null : false;
}

async function tooltipOf(bus: BusConnection, item: string): Promise<string | null> {
  const place = placeOfItem(item);
  if (!place) return null;
  const tooltip = await bus.property({ ...place, interface: ITEM }, 'ToolTip').catch(() => null);
  if (!Array.isArray(tooltip)) return null;
  const [, , title, text] = tooltip as unknown[];
  return [title, text].filter(Boolean).join('\n');
}

/**
 * Where an item is, as a host lists it: ":1.60", "org.kde.StatusNotifierItem-2-1", ":1.60/StatusNotifierItem" or
 * ":1.60@/StatusNotifierItem". Null: only a path, which does not say whose.
 */
export function placeOfItem(item: string): { destination: string; path: string } | null {
  const [, destination = '', path = ''] = /^([^/@]*)@?(\/.*)?$/.exec(item) ?? [];
  return destination === '' ? null : { destination, path: path || ITEM_PATH };
}
