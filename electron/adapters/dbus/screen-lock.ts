// Watches over D-Bus whether the screen is locked, by the screen savers and by the login1 session.
import type { BusConnection, RemoteInterface } from './connection';
import { deliverNewest, ownerOf, watchOwner } from './name-owners';

/** Each screen saver with its object; Plasma answers on the first, GNOME on both. */
const SAVERS: readonly RemoteInterface[] = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(
  desktop => ({
    destination: `org.${desktop}.ScreenSaver`,
    path: `/org/${desktop}/ScreenSaver`,
    interface: `org.${desktop}.ScreenSaver`
  })
);

const LOGIN = 'org.freedesktop.login1';
const MANAGER: RemoteInterface = {
  destination: LOGIN,
  path: '/org/freedesktop/login1',
  interface: `${LOGIN}.Manager`
};

/** Reports whether `source` is locked; a screen saver that ended no longer counts as locked. */
export type LockListener = (source: string, isLocked: boolean) => void;

export async function watchSavers(bus: BusConnection, listener: LockListener): Promise<void> {
  for (const saver of SAVERS) {
    const { destination } = saver;
    const match = { sender: destination, interface: saver.interface };
    const publish = deliverNewest<unknown[]>(([isActive]) => listener(destination, isActive === true));
    await bus.listen({ ...match, member: 'ActiveChanged' }, body => void publish(body));
    await watchOwner(bus, destination, owner =>
      publish(owner ? bus.call(saver, 'GetActive').catch(() => []) : [])
    );
  }
}

/** The names of the screen savers that run, which report locks. */
export async function runningSavers(bus: BusConnection): Promise<string[]> {
  const owners = await Promise.all(SAVERS.map(({ destination }) => ownerOf(bus, destination)));
  return SAVERS.filter((_, index) => owners[index] !== '').map(({ destination }) => destination);
}

/** Uses the system bus. Does nothing where this program belongs to no login1 session. */
export async function watchSession(
  bus: BusConnection,
  listener: LockListener,
  sessionId: string | undefined
): Promise<void> {
  const path = await sessionPath(bus, sessionId);
  if (path === null) return;
  const session = { destination: LOGIN, path, interface: `${LOGIN}.Session` };
  const publish = deliverNewest<unknown>(isLocked => listener(LOGIN, isLocked === true));
  const publishIfOwn = (isLocked: boolean) => (_: unknown[], signalPath: string) => {
    if (signalPath === path) void publish(isLocked);
  };
  await bus.listen({ sender: LOGIN, interface: session.interface, member: 'Lock' }, publishIfOwn(true));
  await bus.listen({ sender: LOGIN, interface: session.interface, member: 'Unlock' }, publishIfOwn(false));
  const propertiesChanged = {
    sender: LOGIN,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'PropertiesChanged'
  };
  await bus.listen({ ...propertiesChanged, arg0: session.interface }, ([, values], signalPath) => {
    const hint = (values as Record<string, { value: unknown }> | undefined)?.['LockedHint'];
    if (signalPath === path && hint) void publish(hint.value);
  });
  await publish(bus.property(session, 'LockedHint').catch(() => false));
}

/** The session of whoever asks; where that is none, the displayed one of its user. Only systemd 243 and later have it. */
const AUTO: RemoteInterface = {
  destination: LOGIN,
  path: '/org/freedesktop/login1/session/auto',
  interface: `${LOGIN}.Session`
};

/** Asks for the session of the connection, not of a process id, which in a sandbox is that of another program. */
async function sessionPath(bus: BusConnection, sessionId: string | undefined): Promise<string | null> {
  const named = await sessionById(bus, sessionId);
  if (named !== null) return named;
  const own = await sessionById(bus, await bus.property(AUTO, 'Id').catch(() => null));
  if (own !== null) return own;
  const user = { destination: LOGIN, path: '/org/freedesktop/login1/user/self', interface: `${LOGIN}.User` };
  const display = await bus.property(user, 'Display').catch(() => null);
  const path = Array.isArray(display) ? (display as unknown[])[1] : null;
  return typeof path === 'string' && path !== '/' ? path : null;
}

async function sessionById(bus: BusConnection, id: unknown): Promise<string | null> {
  if (typeof id !== 'string' || id === '') return null;
  const [path] = await bus.call(MANAGER, 'GetSession', 's', [id]).catch(() => []);
  return typeof path === 'string' ? path : null;
}
