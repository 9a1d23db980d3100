// Builds the message that asks a notification server to show a notification: text, icon, actions and hints, as far as the
// server knows them (Desktop Notifications Specification 1.2).
import { Variant } from '@particle/dbus-next/lib/variant.js';
import type { AppNotification } from '../../core/ports/notifier';

/** What all notifications of this program have in common. */
export interface NotificationLook {
  readonly appName: string;
  /** The address of a file that the server can read, or the name of an icon of the theme. */
  readonly icon: string;
  /** Name of the desktop file, without `.desktop`. */
  readonly desktopEntry: string;
  /** What a click does, for servers that write it on a button. */
  readonly openLabel: () => string;
}

export const NOTIFY_SIGNATURE = 'susssasa{sv}i';

export const DEFAULT_ACTION = 'default';

const URGENCIES = { low: 0, normal: 1, critical: 2 };
const SERVER_DECIDES = -1;
const NEVER_EXPIRES = 0;
/** Of a server that shows titles only, which are one line. */
const MAX_TITLE_LENGTH = 160;

/** `replacedId`: the notification that this one takes the place of; 0: none. */
export function notifyArguments(
  { title, body, urgency, isUpdate }: AppNotification,
  { appName, icon, desktopEntry, openLabel }: NotificationLook,
  capabilities: ReadonlySet<string>,
  replacedId: number
): unknown[] {
  // No standard category is about money.
  const hints = {
    urgency: new Variant('y', URGENCIES[isUpdate && urgency === 'normal' ? 'low' : urgency]),
    'desktop-entry': new Variant('s', desktopEntry),
    // GNOME Shell would bring it up again, but for a low urgency; others would play a sound.
    ...(isUpdate ? { 'suppress-sound': new Variant('b', true) } : {})
  };
  return [
    appName,
    replacedId,
    icon,
    capabilities.has('body') ? title : titleWithBody(title, body),
    capabilities.has('body') ? bodyFor(body, capabilities) : '',
    capabilities.has('actions') ? [DEFAULT_ACTION, openLabel()] : [],
    hints,
    urgency === 'critical' ? NEVER_EXPIRES : SERVER_DECIDES
  ];
}

/** The lines of the body, as many as fit. */
function titleWithBody(title: string, body: string): string {
  let text = title;
  for (const line of body.split('\n').filter(each => each !== '')) {
    const longer = `${text} · ${line}`;
    if (longer.length > MAX_TITLE_LENGTH) break;
    text = longer;
  }
  return text;
}

/** A server with markup would read names of tokens as such; any other shows an escape as it stands. */
function bodyFor(body: string, capabilities: ReadonlySet<string>): string {
  if (!capabilities.has('body-markup')) return body;
  return body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
