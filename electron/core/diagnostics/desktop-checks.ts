// The checks of a Linux desktop: who shows the icon and the notifications, who keeps keys, who tells of locks.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import type { DesktopSurvey } from '../ports/desktop-survey';
import { DESKTOP_CHECKS } from './check-text';

type Check = Diagnostics['checks'][number];

/** `no-bus`: nobody answers; null: another system, of which there is nothing to ask. */
export type Surveyed = DesktopSurvey | 'no-bus' | null;

export function desktopChecks(found: Surveyed): Check[] {
  if (found === null) return [];
  if (found === 'no-bus') return [{ id: 'tray', state: 'warn', text: DESKTOP_CHECKS.noBus }];
  return [trayCheck(found), keychainCheck(found), lockCheck(found)];
}

/** What became of the last notification, and who shows them. */
export function withServer(check: Check, found: Surveyed): Check {
  if (found === null || found === 'no-bus') return check;
  const { notifications, isNotificationServerActivatable: startsNotifications } = found;
  if (notifications === null && !startsNotifications)
    return { ...check, state: 'bad', text: DESKTOP_CHECKS.noServer };
  const server = notifications ? DESKTOP_CHECKS.server(notifications) : DESKTOP_CHECKS.serverLater;
  return { ...check, text: DESKTOP_CHECKS.together(check.text, server) };
}

function trayCheck({ trayHost, isInTray }: DesktopSurvey): Check {
  if (trayHost === null) return { id: 'tray', state: 'bad', text: DESKTOP_CHECKS.noTray };
  if (isInTray === false) return { id: 'tray', state: 'warn', text: DESKTOP_CHECKS.notInTray(trayHost) };
  return { id: 'tray', state: 'good', text: DESKTOP_CHECKS.tray(trayHost) };
}

/** Locked is no fault: it opens with the session, or asks. */
function keychainCheck({ keychain }: DesktopSurvey): Check {
  if (!keychain) return { id: 'keychain', state: 'warn', text: DESKTOP_CHECKS.noKeychain };
  const { program, isLocked } = keychain;
  if (isLocked) return { id: 'keychain', state: 'warn', text: DESKTOP_CHECKS.keychainLocked(program) };
  return { id: 'keychain', state: 'good', text: DESKTOP_CHECKS.keychain(program) };
}

function lockCheck({ lockSignalSources: tellsOfLock }: DesktopSurvey): Check {
  if (tellsOfLock.length === 0) return { id: 'lock', state: 'unknown', text: DESKTOP_CHECKS.noLock };
  const names = tellsOfLock.join(DESKTOP_CHECKS.namesApart);
  return { id: 'lock', state: 'good', text: DESKTOP_CHECKS.lock(names) };
}
