// Whether the screen is locked: by the desktop's screen saver, or by the system's session.
import type { Link, Place } from './connection';
import { newestOnly, ownerOf, watchOwner } from './name-owners';

/** Each with its object; Plasma answers on the first, GNOME on both. */
const SAVERS: readonly Place[] = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(desktop => ({
  destination: `org.${desktop}.ScreenSaver`,
  path: `/org/${desktop}/ScreenSaver`,
  interface: `org.${desktop}.ScreenSaver`
}));

const LOGIN = 'org.freedesktop.login1';
const MANAGER: Place = {
  destination: LOGIN,
  path: '/org/freedesktop/login1',
  interface: `${LOGIN}.Manager`
};

/** `source` is locked or not; a screen saver that ended holds nothing locked any more. */
export type TellLock = (source: string, isLocked: boolean) => void;

export async function watchSavers(link: Link, tell: TellLock): Promise<void> {
  for (const saver of SAVERS) {
    const { destination } = saver;
    const sent = { sender: destination, interface: saver.interface };
    const say = newestOnly<unknown[]>(([isActive]) => tell(destination, isActive === true));
    await link.listen({ ...sent, member: 'ActiveChanged' }, body => void say(body));
    await watchOwner(link, destination, owner =>
      say(owner ? link.call(saver, 'GetActive').catch(() => []) : [])
    );
  }
}

/** The names of the screen savers that run: who tells of locks. */
export async function runningSavers(link: Link): Promise<string[]> {
  const owned = await Promise.all(SAVERS.map(({ destination }) => ownerOf(link, destination)));
  return SAVERS.filter((_, place) => owned[place] !== '').map(({ destination }) => destination);
}

/** On the system's bus. Does nothing where no session of login1 is ours. */
export async function watchSession(link: Link, tell: TellLock, sessionId: string | undefined): Promise<void> {
  const path = await sessionPath(link, sessionId);
  if (path === null) return;
  const session = { destination: LOGIN, path, interface: `${LOGIN}.Session` };
  const say = newestOnly<unknown>(isLocked => tell(LOGIN, isLocked === true));
  const own = (isLocked: boolean) => (_: unknown[], from: string) => {
    if (from === path) void say(isLocked);
  };
  await link.listen({ sender: LOGIN, interface: session.interface, member: 'Lock' }, own(true));
  await link.listen({ sender: LOGIN, interface: session.interface, member: 'Unlock' }, own(false));
  const changed = {
    sender: LOGIN,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'PropertiesChanged'
  };
  await link.listen({ ...changed, arg0: session.interface }, ([, values], from) => {
    const hint = (values as Record<string, { value: unknown }> | undefined)?.['LockedHint'];
    if (from === path && hint) void say(hint.value);
  });
  await say(link.property(session, 'LockedHint').catch(() => false));
}

async function sessionPath(link: Link, sessionId: string | undefined): Promise<string | null> {
  const named = sessionId ? await first(link.call(MANAGER, 'GetSession', 's', [sessionId])) : null;
  if (named !== null) return named;
  const own = await first(link.call(MANAGER, 'GetSessionByPID', 'u', [process.pid]));
  if (own !== null) return own;
  // Started by the user's service manager, which is in no session: the one that the user sees.
  const user = { destination: LOGIN, path: '/org/freedesktop/login1/user/self', interface: `${LOGIN}.User` };
  const shown = await link.property(user, 'Display').catch(() => null);
  const path = Array.isArray(shown) ? (shown as unknown[])[1] : null;
  return typeof path === 'string' && path !== '/' ? path : null;
}

async function first(answer: Promise<unknown[]>): Promise<string | null> {
  const [path] = await answer.catch(() => []);
  return typeof path === 'string' ? path : null;
}
